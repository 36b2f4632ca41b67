import { expect, test } from 'vitest';
import { phasesOf } from './phases.ts';
import { block } from './stored.ts';

const { healing } = block;
if (healing === undefined) throw new Error('the stored block heals');

const ends = new Map(phasesOf(block).map(({ phase, from, to }) => [phase, [from, to]]));
const summed = (name: string) => healing.phases.find((phase) => phase.name === name);

test('phases begin and end where the run has them', () => {
  expect(ends.get('clearing')).toEqual([block.withdrawn, summed('inflammation')?.to]);
  expect(ends.get('building')).toEqual([summed('proliferation')?.from, summed('proliferation')?.to]);
  expect(ends.get('ordering')).toEqual([summed('proliferation')?.to, summed('remodelling')?.to]);
});

test('the surface is open until the barrier is back', () => {
  const [, end = Number.NaN] = ends.get('open') ?? [];
  const last = healing.times.indexOf(end);
  expect(healing.barrier[last]).toBeLessThan(0.95);
  expect(healing.barrier[last + 1]).toBeGreaterThanOrEqual(0.95);
});

test('times count from the last visit, and nothing goes on in skin that does not heal', () => {
  const later = { ...block, healing: { ...healing, sessions: [0, 100] } };
  expect(phasesOf(later).at(-1)?.from).toBe(100 + (summed('remodelling')?.from ?? Number.NaN));
  expect(phasesOf({ ...block, healing: undefined })).toEqual([]);
});
