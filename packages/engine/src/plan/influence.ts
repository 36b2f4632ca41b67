import { isUnverified, type Parameter, type Read } from '@percuta/evidence';
import { firstOrderFloor, firstOrderIndices } from '@percuta/numerics';
import type { Ensemble } from '../ensemble.ts';
import { stages } from '../ensemble.ts';
import { enterThroughRanks } from '../skin/skin.ts';
import { parameterNames } from '../stage.ts';
import type { Prior } from './plan.ts';
import type { Situation } from './situation.ts';
import type { StrokeOutcome } from './stroke-outcome.ts';

type Outcomes = Readonly<Record<keyof Prior['influence'], Float64Array>>;

interface Named {
  readonly name: string;
  readonly meaning: string;
  readonly read: Read;
}

const layerNames: readonly Named[] = [
  { name: 'rank.stratumCorneum', meaning: 'thickness of the stratum corneum', read: 'estimate' },
  { name: 'rank.epidermis', meaning: 'thickness of the epidermis', read: 'estimate' },
  { name: 'rank.dermis', meaning: 'thickness of the dermis', read: 'estimate' },
  { name: 'rank.fat', meaning: 'thickness of the fat', read: 'estimate' },
];

const unverified = (): Named[] =>
  stages
    .flatMap((stage) => parameterNames(stage))
    .filter(
      ([name, parameter]: readonly [string, Parameter]) =>
        isUnverified(parameter.read) && !enterThroughRanks.has(name),
    )
    .map(([name, { meaning, read }]) => ({ name, meaning, read }));

const constant = (values: Float64Array): boolean => values.every((value) => value === values[0]);

/** The share below which an input cannot be told from one that explains nothing: it counts as 0. */
export const influenceFloor = (draws: number): number => firstOrderFloor(draws);

/** Of each output, 0 where it cannot be told from none or the output does not vary. */
const indicesOf = (x: Float64Array, outputs: readonly Float64Array[]): number[] =>
  firstOrderIndices(x, outputs).map((index, i) =>
    index < influenceFloor(x.length) || constant(outputs[i] ?? x) ? 0 : index,
  );

/**
 * The unverified priors a plan rests on, most influential first: the first-order Sobol index of each for three
 * outcomes, from the very draws of the plan, 0 where it cannot be told from none. Priors that were overridden have no draws and are left out.
 */
export const rankPriors = (ensemble: Ensemble, outcomes: Outcomes): Prior[] =>
  [...layerNames, ...unverified()]
    .flatMap((prior): Prior[] => {
      const x = ensemble.columns.get(prior.name);
      if (x === undefined) return [];
      const [insertionDepth = 0, dermalDensity = 0, roomToFat = 0] = indicesOf(x, [
        outcomes.insertionDepth,
        outcomes.dermalDensity,
        outcomes.roomToFat,
      ]);
      return [{ ...prior, influence: { insertionDepth, dermalDensity, roomToFat } }];
    })
    .sort((a, b) => largest(b) - largest(a) || (a.name < b.name ? -1 : 1));

const largest = ({ influence }: Prior): number =>
  Math.max(influence.insertionDepth, influence.dermalDensity, influence.roomToFat);

/** The priors ranked for the middle of the decision space, which has room on both sides. */
export const priorsOf = ({ ensemble, skins }: Situation, strokes: readonly StrokeOutcome[]): Prior[] => {
  const stroke = strokes[Math.floor(strokes.length / 2)];
  if (stroke === undefined) return [];
  const { dermalDensity, ceiling } = stroke.columns;
  const roomToFat = ceiling.map((depth, i) => (skins[i]?.epidermis ?? 0) + (skins[i]?.dermis ?? 0) - depth);
  return rankPriors(ensemble, { insertionDepth: stroke.insertionDepths, dermalDensity, roomToFat });
};
