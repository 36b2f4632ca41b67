import { describe, expect, test } from 'vitest';
import { createKernels, type KernelBuild } from '../kernels/kernels.ts';
import { createRandom } from '../random/random.ts';
import { createLayeredLines } from './layered-lines.ts';
import { mergePairs } from './layer-merging.ts';

const [count, unknowns, row, column] = [6, 5, 3, 1];

const largest = (values: Float64Array): number => Math.max(...values.map(Math.abs));

/** A stack with random blocks, how to multiply by it, and what a solve leaves. */
const stackOf = (layers: number, exchange: number, build: KernelBuild) => {
  const random = createRandom(12);
  const thicknesses = Array.from({ length: layers }, (_, layer) => 1 + 0.3 * layer);
  const lines = createLayeredLines({ thicknesses, count, unknowns, row, column }, createKernels(build));
  const { lead } = lines;
  const strength = Float64Array.from({ length: unknowns }, (_, s) => exchange * (s + 1));
  for (let place = 0; place < layers * count; place++) {
    for (let j = 0; j < unknowns; j++) {
      for (let i = 0; i < unknowns; i++) {
        const value = random.next() - 0.5 + (i === j ? 20 : 0);
        lines.blocks.data[(place * unknowns + j) * lead + i] = value;
      }
      lines.lower.data[place * (lead + 2) + j] = -8 * random.next();
      lines.upper.data[place * (lead + 2) + j] = -8 * random.next();
    }
    lines.lower.data[place * (lead + 2) + lead] = random.next();
    lines.upper.data[place * (lead + 2) + lead] = random.next();
  }
  const [blocks, lower, upper] = [lines.blocks, lines.lower, lines.upper].map(({ data }) => data.slice());

  const coupled = (couplings: typeof lower, place: number, i: number, other: number, x: Float64Array) => {
    const at = place * (lead + 2);
    const further = i === row ? couplings[at + lead] * x[other * lead + column] : 0;
    return couplings[at + i] * x[other * lead + i] + further;
  };

  const product = (x: Float64Array): Float64Array =>
    x.map((_, index) => {
      const [place, i] = [Math.floor(index / lead), index % lead];
      if (i >= unknowns) return 0;
      const [layer, k] = [Math.floor(place / count), place % count];
      let sum = 0;
      for (let j = 0; j < unknowns; j++)
        sum += blocks[(place * unknowns + j) * lead + i] * x[place * lead + j];
      if (k > 0) sum += coupled(lower, place, i, place - 1, x);
      if (k < count - 1) sum += coupled(upper, place, i, place + 1, x);
      for (const other of [layer - 1, layer + 1]) {
        if (other < 0 || other >= layers) continue;
        const given = (strength[i] * 2) / (thicknesses[layer] + thicknesses[other]) / thicknesses[layer];
        sum += given * (x[index] - x[index + (other - layer) * count * lead]);
      }
      return sum;
    });

  const x = Float64Array.from({ length: layers * count * lead }, (_, i) =>
    i % lead < unknowns ? random.next() - 0.5 : 0,
  );
  lines.right.data.set(product(x));
  lines.factor(strength);
  lines.solve();
  const solution = Float64Array.from(lines.solution.data);
  return { solution, miss: largest(solution.map((value, i) => value - x[i])) / largest(x) };
};

test('one layer is solved exactly', () => expect(stackOf(1, 5, 'f64').miss).toBeLessThan(1e-13));

describe.each([2, 5, 12, 24])('%d layers', (layers) => {
  // The slowest are exchanges that dwarf everything else; the first numbers are near those of healing.
  test.each([
    [0.01, 1e-4],
    [1, 0.01],
    [100, 0.1],
    [1e4, 0.3],
  ])('leave a part of the error at an exchange of %d', (exchange, part) => {
    expect(stackOf(layers, exchange, 'f64').miss).toBeLessThan(part);
  });
});

test('JavaScript and WebAssembly give the same bits', () => {
  for (const layers of [1, 7])
    expect(stackOf(layers, 3, 'f64').solution).toEqual(stackOf(layers, 3, 'reference').solution);
});

test('layers merge in pairs; a value that is even in depth stays even', () => {
  const { thicknesses, into, from } = mergePairs([1, 2, 3, 4, 5]);
  expect(thicknesses).toEqual([3, 7, 5]);
  expect(into.map(({ layer }) => layer)).toEqual([0, 0, 1, 1, 2]);
  for (const shares of from) expect(shares.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 14);
  // Middles at 6.5 between 1.5 and 6.5: the third layer, whose middle is 4.5, takes 3/5 of the second.
  expect(from[2]).toEqual([
    { layer: 0, weight: 0.4 },
    { layer: 1, weight: 0.6 },
  ]);
});
