import { normalCdf } from '@percuta/numerics';
import {
  answersFor,
  nearnessOfTissues,
  type Answer,
  type Answers,
  type Nearness,
  type Tissue,
} from '../../heat/emulator/heat-emulator.ts';
import { boilingName, epidermisName, toScale } from '../../heat/emulator/answers.ts';
import { secondsThreshold } from '../../heat/emulator/equivalent-temperature.ts';
import { boilingTemperature } from '../../heat/emulator/solve-sample.ts';
import type { TrainedEmulator } from '../../heat/emulator/trained.ts';
import type { Injury } from '../../heat/array/kinetics.ts';
import type { HeatValues } from '../../heat/material/tissue.ts';
import { shareBeyond } from '../../puncture/puncture.ts';
import type { HeatChances } from '../../safety/heat-chances.ts';
import { mostBoiling, reachBelow, reachesFat } from '../../safety/limits/heat.ts';
import type { Skin } from '../../skin/skin.ts';
import type { StrokeOutcome } from '../stroke-outcome.ts';
import { profileOf, reachIn, type Profile } from './heat-profile.ts';
import type { RfOption } from './rf-options.ts';

/** An emulator of a device and the constants of heat, one for each draw. */
export interface HeatKnowledge {
  readonly emulator: TrainedEmulator;
  readonly values: readonly HeatValues[];
}

/** Needles as they stand in every draw, and the tracks they are judged by. */
export type Needles = Pick<StrokeOutcome, 'insertionDepths' | 'tracks'>;

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
  stroke: Pick<Needles, 'insertionDepths'>,
  skins: readonly Skin[],
  draw: number,
): Tissue | undefined => {
  const [tip, skin, own] = [stroke.insertionDepths[draw], skins[draw], values[draw]];
  if (tip === undefined || skin === undefined || own === undefined) return undefined;
  const { min, max } = emulator.space.depth;
  return { depth: Math.min(max, Math.max(min, tip)), skin, values: own };
};

/** What coagulates collagen, kills cells and boils water in every tissue, on the scale of answers. */
export const thresholdsOf = (tissues: readonly Tissue[]): HeatStroke['thresholds'] => {
  const over = (of: (values: HeatValues) => number): Float64Array =>
    new Float64Array(tissues.map(({ values }) => toScale(of(values))));
  return {
    collagen: over((values) => values.collagenThreshold * secondsThreshold(values, 'collagen')),
    cells: over((values) => values.cellThreshold * secondsThreshold(values, 'cells')),
    boiling: over((values) => boilingTemperature(values.boiling, mostBoiling, { values })),
  };
};

/** A needle shallower than was trained counts as the shallowest that was. */
export const heatStrokeOf = (
  knowledge: HeatKnowledge,
  stroke: Needles,
  skins: readonly Skin[],
): HeatStroke => {
  const tissues = skins.flatMap((_, draw) => tissueAt(knowledge, stroke, skins, draw) ?? []);
  return {
    knowledge,
    stroke,
    skins,
    tissues: nearnessOfTissues(knowledge.emulator.fitted, tissues),
    thresholds: thresholdsOf(tissues),
  };
};

/** Chance that an answer with its error reaches its threshold; none where no needle enters the skin. */
const chancesOf = (
  { values, error }: Answer,
  thresholds: Float64Array,
  { stroke }: HeatStroke,
): Float64Array =>
  values.map((value, i) =>
    (stroke.insertionDepths[i] ?? 0) > 0 ? normalCdf((value - (thresholds[i] ?? Number.NaN)) / error.sd) : 0,
  );

/** Nodes and weights of the Gauss rule with three points for a standard normal error. */
export const errorNodes = [
  { at: -Math.sqrt(3), weight: 1 / 6 },
  { at: 0, weight: 2 / 3 },
  { at: Math.sqrt(3), weight: 1 / 6 },
];

export interface Coagulation {
  readonly below: Profile;
  readonly volume: Profile;
}

export const coagulationOf = (answers: Answers, { skins }: HeatStroke): Coagulation => ({
  below: profileOf(answers, { injury: 'collagen', reach: 'below' }, skins.length),
  volume: profileOf(answers, { injury: 'collagen', reach: 'volume' }, skins.length),
});

/** Coagulation below the tip in a draw, m; minus infinity where none is. */
export const coagulatedBelow = (
  { below, volume }: Coagulation,
  draw: number,
  { threshold, errors }: { readonly threshold: number; readonly errors: number },
): number => {
  const reach = reachIn(below, draw, { threshold, errors });
  if (reach !== undefined) return reach;
  return volume.at(draw, 0) + errors * volume.sd(0) >= threshold ? 0 : -Infinity;
};

/**
 * Share of needles whose coagulation reaches the fat, in one draw, over the error of the answers (safety.8); or whose
 * tip or coagulation does, by `shareOf`.
 */
const fatShares = (heat: HeatStroke, coagulation: Coagulation, shareOf: typeof reachesFat): Float64Array =>
  new Float64Array(
    heat.stroke.tracks.map(({ ceiling, dermalBorder, withinLogSd }, i) => {
      const threshold = heat.thresholds.collagen[i] ?? Number.NaN;
      return errorNodes.reduce((sum, { at, weight }) => {
        const reach = coagulatedBelow(coagulation, i, { threshold, errors: at });
        const share = shareOf(reach, (deep) => shareBeyond(ceiling + deep, dermalBorder, withinLogSd));
        return sum + weight * share;
      }, 0);
    }),
  );

const volumesOf = (volume: Profile, thresholds: Float64Array): Float64Array =>
  thresholds.map((threshold, i) => reachIn(volume, i, { threshold, errors: 0 }) ?? 0);

/** Answers of one setting in tissues whose nearness to the runs is known. */
export const answersOfTissues = (
  { emulator }: HeatKnowledge,
  option: Pick<RfOption, 'dose' | 'pulse'>,
  near: Nearness,
): Answers => answersFor(emulator.fitted, option, near);

/** Answers of one setting in every draw. */
export const answersIn = ({ knowledge, tissues }: HeatStroke, option: RfOption): Answers =>
  answersOfTissues(knowledge, option, tissues);

/** The chances that most settings break, for one answer each: worked out before all else. */
export const quickChances = (heat: HeatStroke, option: RfOption): HeatChances => {
  const { all } = answersIn(heat, option);
  return {
    killsEpidermis: chancesOf(all(epidermisName('cells')), heat.thresholds.cells, heat),
    boils: chancesOf(all(boilingName), heat.thresholds.boiling, heat),
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
): HeatChances => ({ ...quick, ...depthChances(heat, coagulationOf(answersIn(heat, option), heat)) });

/** What one setting does in every draw, with what is known of its chances. */
export const heatOutcome = (
  heat: HeatStroke,
  option: RfOption,
  quick: HeatChances = quickChances(heat, option),
): HeatOutcome => {
  const answers = answersIn(heat, option);
  const coagulation = coagulationOf(answers, heat);
  const deaths = profileOf(answers, { injury: 'cells', reach: 'volume' }, heat.skins.length);
  return {
    option,
    chances: { ...quick, ...depthChances(heat, coagulation) },
    volumes: {
      collagen: volumesOf(coagulation.volume, heat.thresholds.collagen),
      cells: volumesOf(deaths, heat.thresholds.cells),
    },
  };
};
