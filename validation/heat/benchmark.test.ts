import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownSubmission, problems, references, scoresOf } from './benchmark.ts';

const committed: unknown = JSON.parse(
  readFileSync(new URL('../../docs/benchmarks/results/percuta.json', import.meta.url), 'utf8'),
);
const page = readFileSync(new URL('../../docs/benchmarks/rf-needles.md', import.meta.url), 'utf8');

test('every problem has a row on the page, and a reference', () => {
  const ids = new Set(references().map(({ id }) => id));
  for (const id of [...problems, ...ids]) expect(page).toContain(`| \`${id}\` |`);
  for (const id of problems) expect(ids).toContain(id);
});

test('what is committed as ours is what the committed results say', () => {
  expect(committed).toEqual(ownSubmission());
});

test('a value counts by the share of its bound that it uses', () => {
  const values = [
    { id: 'needle-pair-1', quantity: 'resistance plus to minus', value: 1288 * 1.005, unit: 'ohm' },
  ];
  const scores = scoresOf({ code: 'x', version: '1', machine: 'y', values });
  expect(scores.find(({ id }) => id === 'needle-pair-1')?.used).toBeCloseTo(0.5, 6);
  expect(scores.filter(({ used }) => used !== undefined)).toHaveLength(1);
});

test('another unit is refused by name', () => {
  const values = [{ id: 'needle-pair-1', quantity: 'resistance plus to minus', value: 1.288, unit: 'kohm' }];
  expect(() => scoresOf({ code: 'x', version: '1', machine: 'y', values })).toThrow('needle-pair-1');
});
