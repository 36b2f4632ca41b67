import { readFileSync } from 'node:fs';
import { validateHeat } from '@percuta/engine';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { hashesOfCases } from './predictions.ts';

const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const { cases } = z
  .object({
    cases: z.array(
      z.object({
        id: z.string(),
        hash: z.string(),
        comparisons: z.array(
          z.object({ id: z.string(), draws: z.number(), refused: z.number(), median: z.number().optional() }),
        ),
      }),
    ),
  })
  .parse(json('predictions.json'));

test('committed predictions belong to the records and cases as they are', () => {
  expect(cases.map(({ id, hash }) => [id, hash])).toEqual(hashesOfCases());
});

test('every draw that was asked for has a value or a reason', () => {
  for (const { comparisons } of cases) {
    for (const { draws, refused } of comparisons) expect(draws + refused).toBeGreaterThanOrEqual(10);
  }
});

test('two draws of the cheapest case fall where all of them do', () => {
  const given = z
    .looseObject({ cases: z.array(z.looseObject({ id: z.string() })) })
    .parse(json('measurements.json'));
  const only = { ...given, cases: given.cases.filter(({ id }) => id === 'goldberg') };
  const { comparisons } = validateHeat(only, { draws: 2, seed: 1 });
  const committed = cases.find(({ id }) => id === 'goldberg')?.comparisons[0]?.median ?? NaN;
  expect(Math.abs((comparisons[0]?.median ?? NaN) / committed - 1)).toBeLessThan(0.15);
});
