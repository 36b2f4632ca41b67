import { integrateStiff, type StiffOptions } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { healingTolerance } from './course/tolerance.ts';
import { healingSystem, restingField } from './integrate/healing-system.ts';
import { speciesIds } from './species/species.ts';
import {
  radauCases,
  radauStretches,
  radauTissue,
  readRadau,
  treatAsRadau,
  type RadauCase,
} from './testing/radau.ts';
import { meanOf } from './testing/reference.ts';

const reference = readRadau();
const p = reference.rates;

/** Every area mean at every time, in the order of the reference. */
const solve = (given: RadauCase, options: StiffOptions): number[][] => {
  const tissue = radauTissue(given, p);
  const system = healingSystem(tissue, p);
  let y = restingField(tissue, p);
  return radauStretches(given).map(({ span, times }, i) => {
    treatAsRadau(y, tissue, given, p, i === 0);
    const means: number[] = [];
    const field = new Float64Array(system.size);
    let next = 0;
    y = integrateStiff(system, y, span, options, (step) => {
      for (; next < times.length && times[next] <= step.to; next += 1) {
        step.at(times[next], field);
        for (let layer = 0; layer < tissue.layers; layer += 1) {
          for (const id of speciesIds) means.push(meanOf(field, tissue, id, layer));
        }
      }
    }).end;
    return means;
  });
};

const largestMiss = (given: RadauCase, options: StiffOptions): number => {
  const expected = reference.means[given.id];
  const misses = solve(given, options).flatMap((means, i) => {
    expect(means).toHaveLength(expected[i].length);
    return means.map((value, j) => Math.abs(value - expected[i][j]));
  });
  return Math.max(...misses);
};

describe('Radau IIA of order 5 on the same rings and layers, over equations written in C', () => {
  test.each(radauCases)('$id in $layers layers: every area mean within 1e-4', (given) => {
    expect(largestMiss(given, healingTolerance)).toBeLessThan(1e-4);
  });

  test('a tighter tolerance comes closer, until the error of Radau itself shows', () => {
    const [given] = radauCases;
    const misses = [1e-3, 1e-4, 1e-6].map((relative) =>
      largestMiss(given, { ...healingTolerance, relative, absolute: relative * 5e-4 }),
    );
    expect(misses[1]).toBeLessThan(misses[0] / 2);
    expect(misses[2]).toBeLessThan(misses[1] / 2);
    expect(misses[2]).toBeLessThan(5e-6);
  });
});
