import type { MeasuredThickness } from '../../case/case.ts';
import { atDepth, type Settings } from '../../case/protocol.ts';
import type { RfSettings } from '../../case/rf-settings.ts';
import { centralDraw, jointOverrides, type Overrides } from '../../ensemble.ts';
import { judgedValue } from '../../safety/limit.ts';
import { buildSkin, knowSkin } from '../../skin/skin.ts';
import type { Rejected } from '../plan.ts';
import { hasPattern, isSinglePulse } from '../../heat/emulator/shot-pattern.ts';
import { rfOptions, type RfOption } from '../heat/rf-options.ts';
import { rfArrayOf, type RfOutput } from '../../heat/array/rf-array.ts';
import { passOptions, strokeSettings } from '../search/decision-space.ts';
import type { Setting } from '../situation.ts';
import { createJudge, type Judge, type Judged } from './judge-course.ts';

/** One thing done differently. */
export interface Change {
  readonly kind:
    | 'depth'
    | 'needles'
    | 'energy'
    | 'power'
    | 'voltage'
    | 'pulse'
    | 'passes'
    | 'hand speed'
    | 'frequency'
    | 'interval'
    | 'sessions'
    | 'reading';
  /** What it would be, SI; energy of one needle. */
  readonly to: number;
}

/** What a limit would be after one change, in the unit of the limit. */
export interface Counterfactual {
  readonly change: Change;
  readonly value: number;
  readonly upper?: number;
  /** Does the limit hold then? */
  readonly keeps: boolean;
  /** Does the whole envelope hold then? Never where heat is not judged. */
  readonly isInside: boolean;
  /** False where nothing says what heat would do then. */
  readonly isHeatJudged: boolean;
  /** The gentlest energy of the device, with which heat is judged where needles alone decided and none was set. */
  readonly gentlest?: RfSettings | undefined;
}

interface Circumstances {
  readonly maximumSafeDepth: number;
  readonly overrides: Overrides;
  /** Called before each course that is judged. */
  readonly tick?: (() => void) | undefined;
}

interface Asked {
  readonly setting: Setting;
  readonly gentlest: RfSettings | undefined;
  readonly judge: Judge;
  readonly rejected: Rejected;
}

/** Least dose in the longest pulse, where a course was refused for its needles before any energy was set. */
const gentlestOf = ({ sheet, heats }: Setting, { settings }: Rejected): RfSettings | undefined => {
  const [first] = heats;
  const known = heats.find(({ emulator }) => isSinglePulse(emulator.pattern)) ?? first;
  if (known === undefined || settings.rf !== undefined) return undefined;
  const options = rfOptions(sheet, known.emulator.pattern, settings.depth);
  return options.toSorted((a, b) => a.dose - b.dose || b.pulse - a.pulse)[0]?.rf;
};

const judgeWith = (setting: Setting, rf: RfSettings | undefined, tick?: () => void): Judge => {
  const judge = createJudge(setting);
  return (settings, course) => {
    tick?.();
    return judge(rf === undefined ? settings : { ...settings, rf }, course);
  };
};

const outcomeOf = (judged: Judged, limit: string, change: Change): Counterfactual[] => {
  const { margins, isInside, isHeatJudged } = judged;
  const found = margins.find((margin) => margin.limit === limit);
  if (found === undefined) return [];
  const { value, upper, isBroken } = found;
  return [
    {
      change,
      value,
      ...(upper === undefined ? {} : { upper }),
      keeps: !isBroken,
      isInside,
      isHeatJudged,
    },
  ];
};

/** Of alternatives from near to far the first at which the limit holds; else the last, which comes closest. */
const nearest = (
  { judge, rejected: { course, binding } }: Asked,
  kind: Change['kind'],
  alternatives: readonly (readonly [number, Settings])[],
): Counterfactual[] => {
  let last: Counterfactual[] = [];
  for (const [to, settings] of alternatives) {
    last = outcomeOf(judge(settings, course), binding.limit, { kind, to });
    if (last[0]?.keeps === true) return last;
  }
  return last;
};

const distinct = (values: readonly (number | undefined)[]): number[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** Heat that reaches up to the epidermis asks for more depth, everything else for less. */
const asksForDepth = ({ rejected: { binding } }: Asked): boolean =>
  binding.limit === 'heat-reaches-epidermis';

const otherDepths = (asked: Asked): Counterfactual[] => {
  const { settings } = asked.rejected;
  const way = asksForDepth(asked) ? 1 : -1;
  const depths = distinct(strokeSettings(asked.setting.sheet).map(({ depth }) => depth))
    .filter((depth) => way * (depth - settings.depth) > 0)
    .sort((a, b) => way * (a - b));
  return nearest(
    asked,
    'depth',
    depths.map((depth) => [depth, atDepth(settings, depth)]),
  );
};

const kindOf: Readonly<Record<RfOutput['kind'], Change['kind']>> = {
  energy_per_needle: 'energy',
  power: 'power',
  voltage: 'voltage',
};

/** Less of what the dial of a device with energy gives, and a longer pulse for as much of it: only as it offers them. */
const gentlerHeat = (asked: Asked): Counterfactual[] => {
  const { sheet, heats } = asked.setting;
  const { settings } = asked.rejected;
  const { rf, depth } = settings;
  if (rf === undefined) return [];
  const known = heats.find(({ emulator }) => hasPattern(emulator.pattern, rf, depth));
  if (known === undefined) return [];
  const { kind } = rfArrayOf(sheet).output;
  const { [kind]: dose = 0, pulse } = rf;
  const options = rfOptions(sheet, known.emulator.pattern, depth);
  const less = options
    .filter((option) => option.pulse === pulse && option.dose < dose)
    .sort((a, b) => b.dose - a.dose);
  const longer = options.filter((option) => option.dose === dose && option.pulse > pulse);
  const withRf = (option: RfOption): Settings => ({ ...settings, rf: option.rf });
  return [
    ...nearest(
      asked,
      kindOf[kind],
      less.map((option) => [option.dose, withRf(option)]),
    ),
    ...nearest(
      asked,
      'pulse',
      longer.sort((a, b) => a.pulse - b.pulse).map((option) => [option.pulse, withRf(option)]),
    ),
  ];
};

const fewerPasses = (asked: Asked): Counterfactual[] => {
  const { settings } = asked.rejected;
  const counts = passOptions(asked.setting.sheet)
    .filter((passes) => passes < settings.passes)
    .toSorted((a, b) => b - a);
  return nearest(
    asked,
    'passes',
    counts.map((passes) => [passes, { ...settings, passes }]),
  );
};

const fasterHand = (asked: Asked): Counterfactual[] => {
  const { settings } = asked.rejected;
  const speeds = distinct(strokeSettings(asked.setting.sheet).map(({ handSpeed }) => handSpeed))
    .filter((handSpeed) => handSpeed > (settings.handSpeed ?? Infinity))
    .sort((a, b) => a - b);
  return nearest(
    asked,
    'hand speed',
    speeds.map((handSpeed) => [handSpeed, { ...settings, handSpeed }]),
  );
};

const fewerStrokes = (asked: Asked): Counterfactual[] => {
  const { settings } = asked.rejected;
  const rates = distinct(strokeSettings(asked.setting.sheet).map(({ frequency }) => frequency))
    .filter((frequency) => frequency < (settings.frequency ?? 0))
    .sort((a, b) => b - a);
  return nearest(
    asked,
    'frequency',
    rates.map((frequency) => [frequency, { ...settings, frequency }]),
  );
};

/** Depths are told to 0.01 mm, and rounded down where they are a bound. */
const shownStep = 1e-5;

/** Needles that a device does not have, at the depth to which every depth limit holds. */
const shorterNeedles = (asked: Asked, maximumSafeDepth: number): Counterfactual[] => {
  const { settings } = asked.rejected;
  const depth = Math.floor(maximumSafeDepth / shownStep) * shownStep;
  if (!(depth > 0 && depth < settings.depth)) return [];
  return nearest(asked, 'needles', [[depth, atDepth(settings, depth)]]);
};

const laterOrFewer = ({ judge, rejected }: Asked): Counterfactual[] => {
  const { settings, course, binding } = rejected;
  if (binding.limit === 'interval') {
    const change = { kind: 'interval', to: binding.bound } as const;
    return outcomeOf(judge(settings, { ...course, interval: binding.bound }), 'interval', change);
  }
  if (binding.limit !== 'wish-sessions') return [];
  const { isInside, isHeatJudged } = judge(settings, { ...course, sessions: binding.bound });
  const change = { kind: 'sessions', to: binding.bound } as const;
  return [{ change, value: binding.bound, keeps: true, isInside, isHeatJudged }];
};

/** A reading by ultrasound as good as those of the studies, m. */
export const readingError = 0.1e-3;
const halvings = 8;

/** The same situation, draw by draw, for a reading of the whole skin, m: as many draws, or confidence alone would differ. */
export const settingWithReading = (
  setting: Setting,
  reading: Pick<MeasuredThickness, 'value' | 'error'>,
  overrides: Overrides,
): Setting => {
  const read: MeasuredThickness = { layer: 'skin', method: 'ultrasound', ...reading };
  const given = { ...setting.given, measured: [...(setting.given.measured ?? []), read] };
  const known = knowSkin(given, centralDraw(jointOverrides(overrides)).skin);
  const skins = setting.ensemble.draws.map((draw) => buildSkin(known, draw.ranks, draw.skin));
  return { ...setting, given, skins };
};

const goByThickness = new Set(['tip-leaves-dermis', 'site-cap', 'joint-chance']);

/** The least reading of the skin with which the limit would hold, if the skin may be so thick at all. */
const thickerSkin = (
  { setting, gentlest, rejected: { settings, course, binding } }: Asked,
  { overrides, tick }: Pick<Circumstances, 'overrides' | 'tick'>,
): Counterfactual[] => {
  if (!goByThickness.has(binding.limit)) return [];
  const at = (value: number): Counterfactual[] => {
    const measured = settingWithReading(setting, { value, error: readingError }, overrides);
    const judged = judgeWith(measured, gentlest, tick)(settings, course);
    return outcomeOf(judged, binding.limit, { kind: 'reading', to: value });
  };
  const thick = setting.skins.map(({ epidermis, dermis }) => epidermis + dermis).toSorted((a, b) => a - b);
  let low = thick[Math.floor(thick.length / 20)] ?? 0;
  let high = thick[Math.floor((19 * thick.length) / 20)] ?? 0;
  let best = at(high);
  if (best[0]?.keeps !== true) return best;
  for (let i = 0; i < halvings; i += 1) {
    const middle = (low + high) / 2;
    const tried = at(middle);
    if (tried[0]?.keeps === true) [high, best] = [middle, tried];
    else low = middle;
  }
  return best;
};

const isHelping =
  ({ binding }: Rejected) =>
  ({ value, upper, keeps }: Counterfactual): boolean => {
    const before = binding.upper ?? binding.value;
    const after = judgedValue({ value, ...(upper === undefined ? {} : { upper }) });
    return keeps ? after !== before : binding.direction === 'at most' ? after < before : after > before;
  };

/**
 * What would bring a rejected course inside the limit that decides, one change at a time: a setting the device has,
 * needles it does not have, a reading of the skin, an interval. Changes that do not bring it nearer are left out.
 */
export const counterfactualsOf = (
  setting: Setting,
  rejected: Rejected,
  { maximumSafeDepth, overrides, tick }: Circumstances,
): Counterfactual[] => {
  const gentlest = gentlestOf(setting, rejected);
  const asked = { setting, gentlest, judge: judgeWith(setting, gentlest, tick), rejected };
  const depths = otherDepths(asked);
  const needles =
    asksForDepth(asked) || depths.some(({ keeps }) => keeps) ? [] : shorterNeedles(asked, maximumSafeDepth);
  return [
    ...depths,
    ...needles,
    ...gentlerHeat(asked),
    ...fewerPasses(asked),
    ...fasterHand(asked),
    ...fewerStrokes(asked),
    ...laterOrFewer(asked),
    ...thickerSkin(asked, { overrides, tick }),
  ]
    .filter(isHelping(rejected))
    .map((one) => (gentlest === undefined ? one : { ...one, gentlest }));
};
