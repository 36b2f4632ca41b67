import { calibration, type DeviceSheet } from '@percuta/evidence';
import { createRandom, permutation, totalIndex, type IndexEstimate } from '@percuta/numerics';
import {
  centralDraw,
  jointOverrides,
  stages,
  type Draw,
  type Ensemble,
  type Overrides,
} from '../../ensemble.ts';
import { buildSkin, knowSkin, layers, type SkinKnowledge } from '../../skin/skin.ts';
import { parameterNames } from '../../stage.ts';
import type { Candidate, WorkedOut } from '../plan.ts';
import { strokeOutcome } from '../stroke-outcome.ts';
import { exchange } from './exchange.ts';

/** What an influence is on: the depth tips reach, holes in the dermis, or the room left above the fat. */
export type Outcome = 'insertionDepth' | 'dermalDensity' | 'roomToFat';

/** How much one uncertain input bears on what a course does: its total index, a share of the variance. */
export interface TotalInfluence {
  readonly name: string;
  readonly meaning: string;
  /** By outcome: what would stay of the variance if only this input were unknown. */
  readonly total: Readonly<Record<Outcome, IndexEstimate>>;
}

interface Explained {
  readonly candidate: Candidate;
  readonly sheet: DeviceSheet;
  readonly known: SkinKnowledge;
  readonly ensemble: Ensemble;
}

/** Draws are enough of them to rank by; the standard errors say how well. */
export const mostDraws = 512;

/** What is exchanged as one. */
export interface Input {
  readonly names: readonly string[];
  readonly meaning: string;
}

const layerWords = {
  stratumCorneum: 'stratum corneum',
  epidermis: 'epidermis',
  dermis: 'dermis',
  fat: 'fat',
} as const;

/** Everything that is drawn; constants of one calibration hang together and count as one. */
export const inputsOf = ({ columns }: Ensemble): Input[] => {
  const together = new Set<string>(calibration('puncture-support').names);
  const group = [...together].filter((name) => columns.has(name));
  const alone = stages
    .flatMap((stage) => parameterNames(stage))
    .filter(([name]) => columns.has(name) && !together.has(name))
    .map(([name, { meaning }]): Input => ({ names: [name], meaning }));
  return [
    ...layers.map((layer): Input => ({
      names: [`rank.${layer}`],
      meaning: `thickness of the ${layerWords[layer]}`,
    })),
    ...(group.length === 0
      ? []
      : [{ names: group, meaning: 'toughness and support of the skin, calibrated together' }]),
    ...alone,
  ];
};

type Outcomes = Readonly<Record<Outcome, Float64Array>>;

const outcomesOf = ({ candidate, sheet, known, ensemble }: Explained, draws: readonly Draw[]): Outcomes => {
  const skins = draws.map((draw) => buildSkin(known, draw.ranks, draw.skin));
  const some = { ...ensemble, count: draws.length, draws };
  const stroke = strokeOutcome(sheet, candidate.settings, skins, some, undefined);
  const { dermalDensity, ceiling } = stroke.columns;
  const roomToFat = ceiling.map((depth, i) => (skins[i]?.epidermis ?? 0) + (skins[i]?.dermis ?? 0) - depth);
  return { insertionDepth: stroke.insertionDepths, dermalDensity, roomToFat };
};

const each = <T>(of: (outcome: Outcome) => T): Record<Outcome, T> => ({
  insertionDepth: of('insertionDepth'),
  dermalDensity: of('dermalDensity'),
  roomToFat: of('roomToFat'),
});

const largest = ({ total }: TotalInfluence): number =>
  Math.max(total.insertionDepth.value, total.dermalDensity.value, total.roomToFat.value);

/**
 * What one course rests on, the most influential input first: total Sobol indices from the draws of the plan
 * themselves, each input exchanged in turn for its value in another draw. An input that has no effect has exactly 0,
 * which an index read from the points alone cannot promise. `overrides` are those the plan was made with. TypeError
 * for a candidate of another plan. `tick` is called before each run over the draws.
 */
export const totalInfluences = (
  { given, devices, ensemble }: WorkedOut,
  candidate: Candidate,
  overrides: Overrides,
  tick?: () => void,
): TotalInfluence[] => {
  const sheet = devices.find((facts) => facts.sheet.id === candidate.device)?.sheet;
  if (sheet === undefined) throw new TypeError(`${candidate.device} is no device of this plan`);
  const known = knowSkin(given, centralDraw(jointOverrides(overrides)).skin);
  const explained = { candidate, sheet, known, ensemble };
  const draws = ensemble.draws.slice(0, mostDraws);
  tick?.();
  const own = outcomesOf(explained, draws);
  const order = permutation(draws.length, createRandom(ensemble.seed));
  return inputsOf(ensemble)
    .map(({ names, meaning }): TotalInfluence => {
      tick?.();
      const other = outcomesOf(explained, exchange(draws, ensemble, names, order));
      return {
        name: names.join(', '),
        meaning,
        total: each((outcome) => totalIndex(own[outcome], other[outcome])),
      };
    })
    .sort((a, b) => largest(b) - largest(a) || (a.name < b.name ? -1 : 1));
};
