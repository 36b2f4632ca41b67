import { parseQuantity } from '@percuta/quantity';
import { describe, expect, test } from 'vitest';
import { healingTolerance } from './course/tolerance.ts';
import { speciesIds } from './species/species.ts';
import { indexOf } from './species/species-list.ts';
import { meanOf, readReference, runScenario, type Scenario } from './testing/reference.ts';

const reference = readReference();
const { relative, absolute } = reference.tolerance;
const fine = { relative: 3e-7, absolute: 1e-11 };
const scenario = (id: string): Scenario => {
  const found = reference.scenarios.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};

/** Largest difference of an area mean, in units of the tolerance that the reference states. */
const worstMean = (given: Scenario, options: typeof fine, layers = 1): number => {
  const { tissue, fields } = runScenario(given, options, layers);
  const misses = Object.entries(given.area_means).flatMap(([id, series]) =>
    series.flatMap((expected, j) =>
      Array.from({ length: layers }, (_, layer) => {
        const difference = Math.abs(meanOf(fields[j], tissue, id, layer) - expected);
        return difference / (relative * Math.abs(expected) + absolute);
      }),
    ),
  );
  return Math.max(...misses);
};

describe('an independent implementation of the same equations', () => {
  test.each(['needle-1x200', 'needle-4x800-fast', 'wide-wound', 'rf-1'])(
    '%s: every area mean within the stated tolerance',
    (id) => {
      expect(worstMean(scenario(id), fine)).toBeLessThan(1);
    },
  );

  const all = reference.scenarios.map(({ id }) => id);
  test.each(all)('%s: the production tolerance keeps every area mean within 1e-4', (id) => {
    const misses: string[] = [];
    const given = scenario(id);
    const { tissue, fields, lowest } = runScenario(given, healingTolerance);
    for (const [state, series] of Object.entries(given.area_means)) {
      series.forEach((expected, j) => {
        if (!(Math.abs(meanOf(fields[j], tissue, state) - expected) < 1e-4)) misses.push(`${state} at ${j}`);
      });
    }
    expect(lowest).toBeGreaterThan(-1e-6);
    expect(misses).toEqual([]);
  });

  test('the core around the channel agrees as well', () => {
    const misses: string[] = [];
    const given = scenario('rf-1');
    const { tissue, fields } = runScenario(given, fine);
    const core = parseQuantity(given.core_radius, 'length');
    const { edges, count } = tissue.radial;
    const parts = Array.from({ length: count }, (_, k) =>
      Math.max(Math.min(edges[k + 1], core) ** 2 - edges[k] ** 2, 0),
    );
    const total = parts.reduce((sum, part) => sum + part, 0);
    for (const [id, series] of Object.entries(given.core)) {
      series.forEach((expected, j) => {
        const mean =
          parts.reduce((sum, part, k) => sum + part * fields[j][k * speciesIds.length + indexOf[id]], 0) /
          total;
        if (!(Math.abs(mean - expected) < relative * Math.abs(expected) + absolute))
          misses.push(`${id} at ${j}`);
      });
    }
    expect(misses).toEqual([]);
  });
});

test('the algebra of the wound agrees to the last digit given', () => {
  const misses: string[] = [];
  for (const given of reference.scenarios.filter(({ sessions }) => sessions.length > 0)) {
    const first = {
      ...given,
      end: 0.001,
      sessions: [0],
      times: [{ day: 0, phase: 'after_session' as const }],
    };
    const { tissue, fields } = runScenario(first, fine);
    for (const [id, series] of Object.entries(given.area_means)) {
      if (!(Math.abs(meanOf(fields[0], tissue, id) - series[0]) < 1e-7)) misses.push(`${given.id} ${id}`);
    }
  }
  expect(misses).toEqual([]);
});

test('equal layers under equal wounds heal as one layer does', () => {
  expect(worstMean(scenario('needle-1x200'), fine, 3)).toBeLessThan(1);
});

test('unwounded skin stays where it is for a year', () => {
  const misses: string[] = [];
  const given = scenario('homeostasis');
  const { tissue, fields } = runScenario(given, healingTolerance, 2);
  const last = fields[fields.length - 1];
  const first = runScenario({ ...given, end: 1e-6, times: [{ day: 1e-6, phase: 'free' }] }, fine, 2)
    .fields[0];
  for (const id of speciesIds) {
    if (!(Math.abs(meanOf(last, tissue, id) - meanOf(first, tissue, id)) < 1e-9)) misses.push(id);
  }
  expect(misses).toEqual([]);
});
