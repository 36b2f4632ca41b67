import { mean } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { shareBeyond } from '../../puncture/puncture.ts';
import type { HeatChances } from '../heat-chances.ts';
import type { HeatReach } from '../heat-reach.ts';
import type { Limit, Subject } from '../limit.ts';
import { limitBounds } from '../parameters.ts';
import { coolerEpidermis, lessBoiling } from './heat-remedies.ts';
import { assessChance, assessShare } from '../share.ts';
import { sharesBeyondDermis } from './tip-leaves-dermis.ts';

const { coagulationInFat, deadEpidermis, boilingChance, boilingShare } = limitBounds;
export const mostBoiling = toSI(boilingShare.value, boilingShare.unit);
type Bound = (typeof limitBounds)[keyof typeof limitBounds];

const shared = { level: 'stroke', unit: '%', direction: 'at most', isOverridable: true } as const;

/** Applies where draws of heat were made, or its chance given. */
const boundOf =
  ({ value, unit, sources, read, reason }: Bound, chance: keyof HeatChances): Limit['bound'] =>
  ({ heats, heatChances }) =>
    heats === undefined && heatChances?.[chance] === undefined
      ? undefined
      : { value: toSI(value, unit), sources, read, ...(reason === undefined ? {} : { reason }) };

/**
 * Chance over few draws by the rule of succession, (k + 1)/(n + 2): draws of heat are dear, and none of them in a
 * handful does not mean never (safety.9).
 */
const chanceOf = ({ heats = [] }: Pick<Subject, 'heats'>, isHarm: (heat: HeatReach) => boolean): number =>
  (heats.filter(isHarm).length + 1) / (heats.length + 2);

/** What is not a number counts as dead. */
const killsEpidermis = ({ toEpidermis }: HeatReach): boolean => !(toEpidermis > 0);
const boils = ({ vapour }: HeatReach): boolean => !(vapour <= mostBoiling);

/** Chance that a draw of heat harms the epidermis or boils tissue, the two counted together. */
export const heatHarmChance = (heats: readonly HeatReach[]): number =>
  chanceOf({ heats }, (heat) => killsEpidermis(heat) || boils(heat));

/** From the tip down where collagen coagulates, else the tip itself; what is not a number counts as all of it. */
export const reachBelow = (belowTip: number, shareAt: (reach: number) => number): number =>
  Number.isNaN(belowTip) ? 1 : shareAt(Math.max(0, belowTip));

/** Nothing where no collagen coagulates; what is not a number counts as all of it. */
export const reachesFat = (belowTip: number, shareAt: (reach: number) => number): number => {
  if (Number.isNaN(belowTip)) return 1;
  return belowTip === -Infinity ? 0 : shareAt(Math.max(0, belowTip));
};

/**
 * Each track at its longest with the reach of every draw of heat below the tip, against the border (safety.8): the mean
 * over the draws of heat of what `shareOf` makes of them. Most reach no deeper than the tip, whose share is known.
 */
export const sharesWithHeat = (
  { tracks, heats = [] }: Subject,
  tips: Float64Array,
  shareOf: typeof reachesFat,
): Float64Array => {
  const shares = new Float64Array(heats.length);
  return new Float64Array(
    tracks.map(({ ceiling, dermalBorder, withinLogSd }, i) => {
      const shareAt = (reach: number): number =>
        reach === 0 ? (tips[i] ?? 1) : shareBeyond(ceiling + reach, dermalBorder, withinLogSd);
      heats.forEach(({ belowTip }, k) => {
        shares[k] = shareOf(belowTip, shareAt);
      });
      return mean(shares);
    }),
  );
};

export const coagulationReachesFat: Limit = {
  ...shared,
  id: 'coagulation-reaches-fat',
  title: 'needles whose coagulation reaches the fat',
  bound: boundOf(coagulationInFat, 'reachesFat'),
  assess: (subject) =>
    subject.heatChances?.reachesFat === undefined
      ? assessShare(sharesWithHeat(subject, sharesBeyondDermis(subject), reachesFat))
      : assessChance(subject.heatChances.reachesFat),
  remedy: 'a shallower setting, or less energy',
};

export const heatReachesEpidermis: Limit = {
  ...shared,
  id: 'heat-reaches-epidermis',
  title: 'chance that cells of the epidermis die of heat',
  bound: boundOf(deadEpidermis, 'killsEpidermis'),
  assess: (subject) =>
    subject.heatChances?.killsEpidermis === undefined
      ? { value: chanceOf(subject, killsEpidermis) }
      : assessChance(subject.heatChances.killsEpidermis),
  remedy: 'less energy, or a deeper setting',
  remedyFor: coolerEpidermis,
};

export const vaporisation: Limit = {
  ...shared,
  id: 'vaporisation',
  title: 'chance that tissue boils',
  bound: boundOf(boilingChance, 'boils'),
  assess: (subject) =>
    subject.heatChances?.boils === undefined
      ? { value: chanceOf(subject, boils) }
      : assessChance(subject.heatChances.boils),
  remedy: 'less energy, or a longer pulse',
  remedyFor: lessBoiling,
};
