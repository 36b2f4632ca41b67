import {
  betaQuantile,
  findProcessShape,
  fitGaussianProcess,
  mean,
  predictGaussianProcess,
  variance,
} from '@percuta/numerics';
import type { Observations, ProcessShape } from '@percuta/numerics';
import type { AnswerError, FittedEmulator } from './heat-emulator.ts';
import { toScale } from './answers.ts';

/** Features and answers (K) of runs of the whole model. */
export interface Runs {
  readonly features: readonly (readonly number[])[];
  readonly answers: readonly (readonly number[])[];
}

const folds = 8;
const stated = 0.95;
/** That no less than the stated share lies within the error, over the runs that might have been drawn. */
const confidence = 0.95;
/** Half-widths of 95 % of a normal distribution, in standard deviations. */
const z95 = 1.959963984540054;

const columnOf = (rows: readonly (readonly number[])[], k: number): Float64Array =>
  new Float64Array(rows.map((row) => row[k] ?? 0));

/** Centre and spread of every feature; a feature that never varies keeps a spread of 1. */
const scalingOf = ({ features }: Runs): Pick<FittedEmulator, 'centres' | 'spreads'> => {
  const columns = (features[0] ?? []).map((_, k) => columnOf(features, k));
  const spreads = columns.map((values) => Math.sqrt(variance(values)));
  return {
    centres: columns.map((values) => mean(values)),
    spreads: spreads.map((spread) => (spread > 0 ? spread : 1)),
  };
};

const observed = (
  { features, answers }: Runs,
  { centres, spreads }: Pick<FittedEmulator, 'centres' | 'spreads'>,
): Observations => ({
  inputs: features.map((row) => row.map((value, k) => (value - (centres[k] ?? 0)) / (spreads[k] ?? 1))),
  outputs: answers.map((row) => row.map(toScale)),
});

/** What a process misses of observations it has not seen. */
const missedBy = (
  seen: Observations,
  unseen: Observations,
  shape: ProcessShape,
): { readonly at: readonly number[]; readonly outputs: readonly number[] }[] => {
  const process = fitGaussianProcess(seen, shape);
  return unseen.inputs.map((at, i) => ({
    at,
    outputs: predictGaussianProcess(process, at).map((value, k) => value - (unseen.outputs[i]?.[k] ?? 0)),
  }));
};

const only = ({ inputs, outputs }: Observations, keep: (i: number) => boolean): Observations => ({
  inputs: inputs.filter((_, i) => keep(i)),
  outputs: outputs.filter((_, i) => keep(i)),
});

/**
 * Which of so many sizes, from the smallest, no less than 95 % of all lie within with a confidence of 95 %: the share
 * within the k-th of n is Beta(k, n - k + 1) whatever the law of the sizes (Wilks, Ann. Math. Stat. 12:91, 1941). The
 * largest where there are fewer than 59, which holds with less confidence: 1 - 0.95^n.
 */
export const statedRank = (count: number): number => {
  let rank = count;
  while (rank > 1 && betaQuantile(1 - confidence, rank - 1, count - rank + 2) >= stated) rank -= 1;
  return rank;
};

/** Errors of every answer from runs left out in turn, an eighth at a time. */
const crossValidated = (all: Observations, shape: ProcessShape): AnswerError[] => {
  const missed = Array.from({ length: folds }, (_, fold) =>
    missedBy(
      only(all, (i) => i % folds !== fold),
      only(all, (i) => i % folds === fold),
      shape,
    ),
  ).flat();
  return (all.outputs[0] ?? []).map((_, k) => {
    const sizes = new Float64Array(missed.map(({ outputs }) => Math.abs(outputs[k] ?? Number.NaN)));
    const square = mean(sizes.map((size) => size * size));
    const halfWidth = sizes.toSorted()[statedRank(sizes.length) - 1] ?? Number.NaN;
    // The tails decide where chances are small: never less than what 95 % ask for.
    return { sd: Math.max(Math.sqrt(square), halfWidth / z95), halfWidth };
  });
};

/** The fit with a shape found before. */
export const fitWithShape = (
  runs: Runs,
  shape: ProcessShape,
  errors: readonly AnswerError[],
): FittedEmulator => {
  const scaling = scalingOf(runs);
  return { ...scaling, errors, process: fitGaussianProcess(observed(runs, scaling), shape) };
};

const firstLength = 4;
const firstNoise = 1e-3;

/** Finds the shape, and the error by leaving out an eighth of the runs at a time. */
export const fitEmulator = (runs: Runs): FittedEmulator => {
  const all = observed(runs, scalingOf(runs));
  const start = { lengths: (runs.features[0] ?? []).map(() => firstLength), noise: firstNoise };
  const { lengths, noise } = findProcessShape(all, start);
  const shape = { lengths, noise };
  return fitWithShape(runs, shape, crossValidated(all, shape));
};

/** How many answers of held-back runs lie within the stated error. */
export const heldBackWithin = (fitted: FittedEmulator, runs: Runs): { inside: number; of: number } => {
  const { inputs, outputs } = observed(runs, fitted);
  const inside = inputs.flatMap((at, i) =>
    predictGaussianProcess(fitted.process, at).map(
      (value, k) => Math.abs(value - (outputs[i]?.[k] ?? Number.NaN)) <= (fitted.errors[k]?.halfWidth ?? 0),
    ),
  );
  return { inside: inside.filter(Boolean).length, of: inside.length };
};
