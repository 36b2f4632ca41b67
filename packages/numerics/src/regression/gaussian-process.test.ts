import { expect, test } from 'vitest';
import { sobolPoints } from '../random/sobol.ts';
import {
  findProcessShape,
  fitGaussianProcess,
  partialKernel,
  predictByParts,
  predictGaussianProcess,
  type Observations,
} from './gaussian-process.ts';

/** A smooth function of the first two of three coordinates, and a line. */
const truth = ([x = 0, y = 0]: readonly number[]): number[] => [x * x + x * y, 3 * x - 2];

const observationsOf = (count: number, seed: number): Observations => {
  const columns = sobolPoints(count, 3, seed);
  const inputs = Array.from({ length: count }, (_, i) => columns.map((column) => 4 * column[i] - 2));
  return { inputs, outputs: inputs.map(truth) };
};

const shape = { lengths: [3, 3, 20], noise: 1e-8 };

test('it goes through what it has seen, and near what it has not', () => {
  const seen = observationsOf(64, 1);
  const process = fitGaussianProcess(seen, shape);
  seen.inputs.forEach((x, i) => {
    predictGaussianProcess(process, x).forEach((value, k) =>
      expect(value).toBeCloseTo(seen.outputs[i][k], 3),
    );
  });
  const unseen = observationsOf(32, 2);
  unseen.inputs.forEach((x, i) => {
    predictGaussianProcess(process, x).forEach((value, k) =>
      expect(value).toBeCloseTo(unseen.outputs[i][k], 1),
    );
  });
});

test('with noise it does not follow every observation: far away it returns to their mean', () => {
  const seen = observationsOf(16, 1);
  const process = fitGaussianProcess(seen, { lengths: [1, 1, 1], noise: 0.1 });
  const far = predictGaussianProcess(process, [1e3, 1e3, 1e3]);
  far.forEach((value, k) => {
    const mean = seen.outputs.reduce((sum, row) => sum + row[k], 0) / 16;
    expect(value).toBeCloseTo(mean, 12);
  });
});

test('parts of the kernel multiply to the whole', () => {
  const process = fitGaussianProcess(observationsOf(32, 1), shape);
  const [first] = observationsOf(1, 5).inputs;
  const others = observationsOf(9, 6).inputs.map(([, ...rest]) => rest);
  const one = partialKernel(process, [0], [[first[0]]]);
  const many = partialKernel(process, [1, 2], others);
  const values = predictByParts(process, 1, one, many);
  others.forEach((rest, n) => {
    expect(values[n]).toBeCloseTo(predictGaussianProcess(process, [first[0], ...rest])[1], 9);
  });
});

test('the shape that leaves least out tells which inputs matter', () => {
  const found = findProcessShape(observationsOf(48, 1), { lengths: [1, 1, 1], noise: 1e-3 });
  expect(found.leftOut).toBeLessThan(1e-3);
  expect(found.lengths[2]).toBeGreaterThan(4 * found.lengths[0]);
});

test('nothing seen, or rows that do not match, is refused', () => {
  expect(() => fitGaussianProcess({ inputs: [], outputs: [] }, shape)).toThrow(RangeError);
  expect(() => fitGaussianProcess({ inputs: [[1, 2, 3]], outputs: [] }, shape)).toThrow(RangeError);
});
