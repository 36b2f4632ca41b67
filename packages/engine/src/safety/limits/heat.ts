import { mean } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { shareBeyond } from '../../puncture/puncture.ts';
import type { HeatChances } from '../heat-chances.ts';
import type { HeatReach } from '../heat-reach.ts';
import type { Limit, Subject } from '../limit.ts';
import { limitBounds } from '../parameters.ts';
import { assessChance, assessShare } from '../share.ts';

const { coagulationInFat, deadEpidermis, boilingChance, boilingShare } = limitBounds;
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
const chanceOf = ({ heats = [] }: Subject, isHarm: (heat: HeatReach) => boolean): number =>
  (heats.filter(isHarm).length + 1) / (heats.length + 2);

/** Nothing where no collagen coagulates; what is not a number counts as all of it. */
export const reachesFat = (belowTip: number, shareAt: (reach: number) => number): number => {
  if (Number.isNaN(belowTip)) return 1;
  return belowTip === -Infinity ? 0 : shareAt(Math.max(0, belowTip));
};

/** Each track at its longest with the reach of every draw of heat below the tip, against the border (safety.8). */
const sharesInFat = ({ tracks, heats = [] }: Subject): Float64Array =>
  Float64Array.from(tracks, ({ ceiling, dermalBorder, withinLogSd }) =>
    mean(
      Float64Array.from(heats, ({ belowTip }) =>
        reachesFat(belowTip, (reach) => shareBeyond(ceiling + reach, dermalBorder, withinLogSd)),
      ),
    ),
  );

export const coagulationReachesFat: Limit = {
  ...shared,
  id: 'coagulation-reaches-fat',
  title: 'needles whose coagulation reaches the fat',
  bound: boundOf(coagulationInFat, 'reachesFat'),
  assess: (subject) =>
    subject.heatChances?.reachesFat === undefined
      ? assessShare(sharesInFat(subject))
      : assessChance(subject.heatChances.reachesFat),
  remedy: 'a shallower setting, or less energy',
};

export const heatReachesEpidermis: Limit = {
  ...shared,
  id: 'heat-reaches-epidermis',
  title: 'chance that cells of the epidermis die of heat',
  bound: boundOf(deadEpidermis, 'killsEpidermis'),
  // What is not a number counts as dead.
  assess: (subject) =>
    subject.heatChances?.killsEpidermis === undefined
      ? { value: chanceOf(subject, ({ toEpidermis }) => !(toEpidermis > 0)) }
      : assessChance(subject.heatChances.killsEpidermis),
  remedy: 'less energy, a deeper setting, or a longer insulated shaft',
};

export const mostBoiling = toSI(boilingShare.value, boilingShare.unit);

export const vaporisation: Limit = {
  ...shared,
  id: 'vaporisation',
  title: 'chance that tissue boils',
  bound: boundOf(boilingChance, 'boils'),
  assess: (subject) =>
    subject.heatChances?.boils === undefined
      ? { value: chanceOf(subject, ({ vapour }) => !(vapour <= mostBoiling)) }
      : assessChance(subject.heatChances.boils),
  remedy: 'less energy, or a longer pulse',
};
