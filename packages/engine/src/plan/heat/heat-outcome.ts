import { normalCdf } from '@percuta/numerics';
import {
  answersFor,
  nearnessOfTissues,
  type Answer,
  type Nearness,
  type Tissue,
} from '../../heat/emulator/heat-emulator.ts';
import { boilingName, epidermisName, reachName, toScale } from '../../heat/emulator/answers.ts';
import { secondsThreshold } from '../../heat/emulator/equivalent-temperature.ts';
import { reachLevels, type Reach } from '../../heat/emulator/reach-profile.ts';
import { boilingTemperature } from '../../heat/emulator/solve-sample.ts';
import type { TrainedEmulator } from '../../heat/emulator/trained.ts';
import type { Injury } from '../../heat/array/kinetics.ts';
import type { HeatValues } from '../../heat/material/tissue.ts';
import { shareBeyond } from '../../puncture/puncture.ts';
import type { HeatChances } from '../../safety/heat-chances.ts';
import { mostBoiling, reachBelow, reachesFat } from '../../safety/limits/heat.ts';
import type { Skin } from '../../skin/skin.ts';
import type { StrokeOutcome } from '../stroke-outcome.ts';
import type { RfOption } from './rf-options.ts';

/** The emulator of a device and the constants of heat, one for each draw. */
export interface HeatKnowledge {
  readonly emulator: TrainedEmulator;
  readonly values: readonly HeatValues[];
}

/** Needles as they stand in every draw, and the tracks they are judged by. */
export type Needles = Pick<StrokeOutcome, 'insertions' | 'tracks'>;

/** What the needles of one depth meet, in every draw. */
export interface HeatStroke {
  readonly knowledge: HeatKnowledge;
  readonly stroke: Needles;
  readonly skins: readonly Skin[];
  readonly tissues: Nearness;
  /** Answers at which collagen coagulates, cells die and water boils, one for each draw. */
  readonly thresholds: Readonly<Record<Injury | 'boiling', Float64Array>>;
}

/** What a setting with energy does, besides its chances. */
export interface HeatOutcome {
  readonly option: RfOption;
  readonly chances: HeatChances;
  /** Tissue at a needle whose collagen coagulates and whose cells die, m³, one for each draw. */
  readonly volumes: Readonly<Record<Injury, Float64Array>>;
}

/** Where the needles of a draw stand, in which skin, with which constants; within the depths that were trained. */
export const tissueAt = (
  { emulator, values }: HeatKnowledge,
  stroke: Needles,
  skins: readonly Skin[],
  draw: number,
): Tissue | undefined => {
  const [insertion, skin, own] = [stroke.insertions[draw], skins[draw], values[draw]];
  if (insertion === undefined || skin === undefined || own === undefined) return undefined;
  const { min, max } = emulator.space.depth;
  return { depth: Math.min(max, Math.max(min, insertion.insertionDepth)), skin, values: own };
};

/** A needle shallower than was trained counts as the shallowest that was. */
export const heatStrokeOf = (
  knowledge: HeatKnowledge,
  stroke: Needles,
  skins: readonly Skin[],
): HeatStroke => {
  const tissues = skins.flatMap((_, draw) => tissueAt(knowledge, stroke, skins, draw) ?? []);
  const over = (of: (values: HeatValues) => number): Float64Array =>
    Float64Array.from(tissues, ({ values }) => toScale(of(values)));
  return {
    knowledge,
    stroke,
    skins,
    tissues: nearnessOfTissues(knowledge.emulator.fitted, tissues),
    thresholds: {
      collagen: over((values) => values.collagenThreshold * secondsThreshold(values, 'collagen')),
      cells: over((values) => values.cellThreshold * secondsThreshold(values, 'cells')),
      boiling: over((values) => boilingTemperature(values.boiling, mostBoiling, { values })),
    },
  };
};

/** Chance that an answer with its error reaches its threshold; none where no needle enters the skin. */
const chancesOf = (
  { values, error }: Answer,
  thresholds: Float64Array,
  { stroke }: HeatStroke,
): Float64Array =>
  values.map((value, i) =>
    (stroke.insertions[i]?.insertionDepth ?? 0) > 0
      ? normalCdf((value - (thresholds[i] ?? Number.NaN)) / error.sd)
      : 0,
  );

/** Nodes and weights of the Gauss rule with three points for a standard normal error. */
const errorNodes = [
  { at: -Math.sqrt(3), weight: 1 / 6 },
  { at: 0, weight: 2 / 3 },
  { at: Math.sqrt(3), weight: 1 / 6 },
];

type Profile = (draw: number, errors: number) => number[];

/** Answers at all levels of a reach, told by draw with an error of so many standard deviations. */
export const profileOf = (answer: (name: string) => Answer, injury: Injury, reach: Reach): Profile => {
  const answers = reachLevels[reach].map((_, level) => answer(reachName(injury, reach, level)));
  return (draw, errors) =>
    answers.map(({ values, error }) => (values[draw] ?? Number.NaN) + errors * error.sd);
};

/** Level at which a falling profile meets a threshold; undefined where it lies below it from the first on. */
export const meetsAt = (
  levels: readonly number[],
  profile: readonly number[],
  threshold: number,
): number | undefined => {
  const after = profile.findIndex((value) => !(value >= threshold));
  if (after === 0) return undefined;
  if (after < 0) return levels.at(-1);
  const [high, low] = [profile[after - 1] ?? 0, profile[after] ?? 0];
  const [from, to] = [levels[after - 1] ?? 0, levels[after] ?? 0];
  return from + ((to - from) * (high - threshold)) / (high - low);
};

interface Coagulation {
  readonly below: Profile;
  readonly volume: Profile;
}

const coagulationOf = (answer: (name: string) => Answer): Coagulation => ({
  below: profileOf(answer, 'collagen', 'below'),
  volume: profileOf(answer, 'collagen', 'volume'),
});

/**
 * Share of needles whose coagulation reaches the fat, in one draw, over the error of the answers (safety.8); or whose
 * tip or coagulation does, by `shareOf`.
 */
const fatShares = (
  heat: HeatStroke,
  { below, volume }: Coagulation,
  shareOf: typeof reachesFat,
): Float64Array =>
  Float64Array.from(heat.stroke.tracks, ({ ceiling, dermalBorder, withinLogSd }, i) => {
    const threshold = heat.thresholds.collagen[i] ?? Number.NaN;
    return errorNodes.reduce((sum, { at, weight }) => {
      const reach = meetsAt(reachLevels.below, below(i, at), threshold);
      const isAny = reach !== undefined || (volume(i, at)[0] ?? 0) >= threshold;
      const share = shareOf(isAny ? (reach ?? 0) : -Infinity, (deep) =>
        shareBeyond(ceiling + deep, dermalBorder, withinLogSd),
      );
      return sum + weight * share;
    }, 0);
  });

const volumesOf = (volume: Profile, thresholds: Float64Array): Float64Array =>
  thresholds.map((threshold, i) => meetsAt(reachLevels.volume, volume(i, 0), threshold) ?? 0);

/** The chances that most settings break, for one answer each: worked out before all else. */
export const quickChances = (heat: HeatStroke, option: RfOption): HeatChances => {
  const answer = answersFor(heat.knowledge.emulator.fitted, option, heat.tissues);
  return {
    killsEpidermis: chancesOf(answer(epidermisName('cells')), heat.thresholds.cells, heat),
    boils: chancesOf(answer(boilingName), heat.thresholds.boiling, heat),
  };
};

const depthChances = (heat: HeatStroke, coagulation: Coagulation): HeatChances => ({
  reachesFat: fatShares(heat, coagulation, reachesFat),
  passesDermis: fatShares(heat, coagulation, reachBelow),
});

/** All chances of one setting in every draw, with those that are known. */
export const heatChancesOf = (
  heat: HeatStroke,
  option: RfOption,
  quick: HeatChances = quickChances(heat, option),
): HeatChances => {
  const answer = answersFor(heat.knowledge.emulator.fitted, option, heat.tissues);
  return { ...quick, ...depthChances(heat, coagulationOf(answer)) };
};

/** What one setting does in every draw, with what is known of its chances. */
export const heatOutcome = (
  heat: HeatStroke,
  option: RfOption,
  quick: HeatChances = quickChances(heat, option),
): HeatOutcome => {
  const answer = answersFor(heat.knowledge.emulator.fitted, option, heat.tissues);
  const coagulation = coagulationOf(answer);
  return {
    option,
    chances: { ...quick, ...depthChances(heat, coagulation) },
    volumes: {
      collagen: volumesOf(coagulation.volume, heat.thresholds.collagen),
      cells: volumesOf(profileOf(answer, 'cells', 'volume'), heat.thresholds.cells),
    },
  };
};
