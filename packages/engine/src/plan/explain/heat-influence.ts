import { createRandom, permutation, totalIndex, variance, type IndexEstimate } from '@percuta/numerics';
import type { Draw } from '../../ensemble.ts';
import { boilingName, epidermisName, reachName } from '../../heat/emulator/answers.ts';
import { tissueFeatures } from '../../heat/emulator/features.ts';
import { nearnessOfTissues, type Nearness, type Tissue } from '../../heat/emulator/heat-emulator.ts';
import { heatStage } from '../../heat/heat-stage.ts';
import { insertNeedles } from '../../puncture/puncture.ts';
import { buildSkin, type SkinKnowledge } from '../../skin/skin.ts';
import { isDrawn, parameterNames } from '../../stage.ts';
import { answersOfTissues, thresholdsOf, tissueAt, type HeatKnowledge } from '../heat/heat-outcome.ts';
import type { RfOption } from '../heat/rf-options.ts';
import type { Candidate } from '../plan.ts';
import type { Setting } from '../situation.ts';
import { exchange } from './exchange.ts';
import { inputsOf, mostDraws } from './total-influence.ts';

/** What keeps heat from a harm or an effect: the room to dying cells of the epidermis, to coagulation, to boiling. */
export const heatRooms = ['epidermis', 'coagulation', 'boiling'] as const;
export type HeatRoom = (typeof heatRooms)[number];

export interface HeatInfluence {
  readonly name: string;
  readonly meaning: string;
  /** By room: what would stay of its variance if only this input were unknown. */
  readonly total: Readonly<Record<HeatRoom, IndexEstimate>>;
}

interface Explained {
  readonly setting: Setting;
  readonly knowledge: HeatKnowledge;
  readonly option: RfOption;
  readonly candidate: Pick<Candidate, 'settings'>;
  readonly known: SkinKnowledge;
  /** Called before each input. */
  readonly tick?: (() => void) | undefined;
}

type Rooms = Readonly<Record<HeatRoom, Float64Array>>;

const each = <T>(of: (room: HeatRoom) => T): Record<HeatRoom, T> => ({
  epidermis: of('epidermis'),
  coagulation: of('coagulation'),
  boiling: of('boiling'),
});

const answerOf: Readonly<Record<HeatRoom, string>> = {
  epidermis: epidermisName('cells'),
  coagulation: reachName('collagen', 'volume', 0),
  boiling: boilingName,
};

interface Met {
  readonly features: readonly (readonly number[])[];
  readonly near: Nearness;
}

const metBy = ({ emulator }: HeatKnowledge, tissues: readonly Tissue[]): Met => ({
  features: tissues.map(tissueFeatures),
  near: nearnessOfTissues(emulator.fitted, tissues),
});

const sameFeatures = (tissues: readonly Tissue[], { features }: Met): boolean =>
  tissues.every((tissue, i) => tissueFeatures(tissue).every((value, k) => value === features[i]?.[k]));

/** Rooms on the scale of answers, without the error of the emulator. */
const roomsOf = ({ knowledge, option }: Explained, tissues: readonly Tissue[], near: Nearness): Rooms => {
  const { all } = answersOfTissues(knowledge, option, near);
  const { cells, collagen, boiling } = thresholdsOf(tissues);
  const thresholds = { epidermis: cells, coagulation: collagen, boiling };
  return each((room) =>
    all(answerOf[room]).values.map((value, i) => (thresholds[room][i] ?? Number.NaN) - value),
  );
};

const tissuesOf = (
  { setting: { sheet }, candidate: { settings }, known, knowledge }: Explained,
  draws: readonly Draw[],
): Tissue[] => {
  const skins = draws.map((draw) => buildSkin(known, draw.ranks, draw.skin));
  const insertionDepths = new Float64Array(
    draws.map((draw, i) => {
      const skin = skins[i];
      return skin === undefined ? Number.NaN : insertNeedles(sheet, settings, skin, draw).insertionDepth;
    }),
  );
  return draws.flatMap((_, i) => tissueAt(knowledge, { insertionDepths }, skins, i) ?? []);
};

/** Tissues with one constant of heat taken from another draw. */
const exchanged = (
  tissues: readonly Tissue[],
  key: string,
  { knowledge: { values }, order }: { readonly knowledge: HeatKnowledge; readonly order: readonly number[] },
): Tissue[] =>
  tissues.map((tissue, i) => {
    const other = values[order[i] ?? i] ?? tissue.values;
    const entries = Object.entries(tissue.values).map(([name, own]) => [
      name,
      name === key ? Reflect.get(other, name) : own,
    ]);
    // Keys are those of the constants: one number was replaced by another.
    return { ...tissue, values: Object.fromEntries(entries) as Tissue['values'] };
  });

const largest = ({ total }: HeatInfluence): number => Math.max(...heatRooms.map((room) => total[room].value));

/** What the stated error leaves to an index that was worked out without it. */
const dilute = ({ value, low, high }: IndexEstimate, left: number): IndexEstimate => ({
  value: value * left,
  low: low * left,
  high: high * left,
});

/**
 * What the heat of one course rests on, the most influential input first: total Sobol indices (uncertainty.6) from the
 * draws of the plan through the emulator of its device. The error of the emulator, which carries the constants that it does
 * not follow, is one of the inputs.
 */
export const heatInfluences = (explained: Explained): HeatInfluence[] => {
  const { setting, knowledge } = explained;
  const { ensemble } = setting;
  const draws = ensemble.draws.slice(0, mostDraws);
  const order = permutation(draws.length, createRandom(ensemble.seed));
  const tissues = tissuesOf(explained, draws);
  const met = metBy(knowledge, tissues);
  const own = roomsOf(explained, tissues, met.near);
  const { all } = answersOfTissues(knowledge, explained.option, met.near);
  const left = each((room) => {
    const spread = variance(own[room]);
    const { sd } = all(answerOf[room]).error;
    return spread / (spread + sd * sd);
  });
  const influence = (name: string, meaning: string, other: readonly Tissue[]): HeatInfluence => {
    explained.tick?.();
    const near = sameFeatures(other, met) ? met.near : nearnessOfTissues(knowledge.emulator.fitted, other);
    const rooms = roomsOf(explained, other, near);
    return { name, meaning, total: each((room) => dilute(totalIndex(own[room], rooms[room]), left[room])) };
  };
  const error = each((room): IndexEstimate => {
    const value = 1 - left[room];
    return { value, low: value, high: value };
  });
  return [
    ...inputsOf(ensemble).map(({ names, meaning }) =>
      influence(names.join(', '), meaning, tissuesOf(explained, exchange(draws, ensemble, names, order))),
    ),
    ...parameterNames(heatStage)
      .filter(([, parameter]) => isDrawn(parameter))
      .map(([name, { meaning }]) =>
        influence(
          name,
          meaning,
          exchanged(tissues, name.slice(heatStage.name.length + 1), { knowledge, order }),
        ),
      ),
    { name: 'emulator', meaning: 'what the emulator of heat does not follow', total: error },
  ].sort((a, b) => largest(b) - largest(a) || (a.name < b.name ? -1 : 1));
};
