import { log, normalCdf } from '@percuta/numerics';
import { expect, test } from 'vitest';
import type { ArmEvidence } from '../reading/evidence.ts';
import { cutIds, cutIndex, cutUnknowns, ownCuts, placeCuts } from './cuts.ts';
import { likelihoodOf } from './likelihood.ts';

const unknowns = Float64Array.from({ length: cutUnknowns() }, (_, i) => 0.3 * ((i % 3) - 1));
const cuts = new Float64Array(cutIds().length);
placeCuts(unknowns, 0, cuts);
const at = (id: string) => cuts[cutIndex(id)];
const valueOf = (reading: ArmEvidence['reading'], n: number, theta: number) =>
  likelihoodOf({ reading, n } as ArmEvidence).evaluate(
    theta,
    cuts,
    new Float64Array(cuts.length),
    new Float64Array(1),
  );

test('cuts rise, and an own cut lies between its bounds', () => {
  const fixed = ['worse', 'any', '25', '50', '75', 'beyond'].map(at);
  expect(fixed).toEqual([...fixed].sort((a, b) => a - b));
  expect(at('any')).toBe(0);
  ownCuts().forEach(({ low, high }, i) => {
    expect(cuts[6 + i]).toBeGreaterThan(cuts[low]);
    expect(cuts[6 + i]).toBeLessThan(cuts[high]);
  });
});

test('counts: the sum over classes of people times the log of their share', () => {
  const reading = { kind: 'counts', cuts: ['worse', '25', '50'], people: [1, 4, 0, 5] } as const;
  for (const theta of [-2, 0, 0.7, 3]) {
    const phi = [-Infinity, at('worse'), at('25'), at('50'), Infinity].map((cut) => normalCdf(cut - theta));
    const naive = reading.people.reduce<number>(
      (sum, count, i) => sum + (count === 0 ? 0 : count * log((phi[i + 1] ?? 0) - (phi[i] ?? 0))),
      0,
    );
    expect(valueOf(reading, 10, theta)).toBeCloseTo(naive, 8);
  }
});

test('far in a tail the log share keeps its digits instead of becoming infinite', () => {
  const reading = { kind: 'counts', cuts: ['any'], people: [3, 0] } as const;
  // log Φ(−20) = −203.917155...
  expect(valueOf(reading, 3, 20)).toBeCloseTo(3 * -203.91715537, 5);
});

test('a test is the share of changes on its side of the bound', () => {
  const error = Math.sqrt((1 + (0.4 * 0.4) / 2) / 25);
  const above = { kind: 'change', low: 0.4, high: Infinity } as const;
  const below = { kind: 'change', low: -Infinity, high: 0.4 } as const;
  expect(valueOf(above, 25, 0.6)).toBeCloseTo(log(normalCdf(0.2 / error)), 12);
  expect(valueOf(below, 25, 0.6)).toBeCloseTo(log(normalCdf(-0.2 / error)), 12);
});
