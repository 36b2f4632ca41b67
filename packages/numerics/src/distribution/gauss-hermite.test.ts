import { expect, test } from 'vitest';
import table from '../../fixtures/distributions.json' with { type: 'json' };
import { gaussHermite } from './gauss-hermite.ts';

test.each(table.hermite)('the rule of %i points', (n, nodes, weights) => {
  const rule = gaussHermite(Number(n));
  for (const [i, node] of [nodes].flat().entries()) expect(rule.nodes[i]).toBeCloseTo(node, 12);
  for (const [i, weight] of [weights].flat().entries())
    expect(Math.abs(rule.weights[i] / weight - 1)).toBeLessThan(1e-11);
});

test('moments of the normal law', () => {
  const { nodes, weights } = gaussHermite(64);
  const moment = (power: number) => nodes.reduce((total, x, i) => total + weights[i] * x ** power, 0);
  expect(moment(0)).toBeCloseTo(1, 12);
  expect(moment(2)).toBeCloseTo(1, 12);
  expect(moment(8) / 105).toBeCloseTo(1, 12);
  expect(moment(7)).toBeCloseTo(0, 10);
});

test('refuses what it cannot make', () => {
  for (const n of [0, 65, 2.5]) expect(() => gaussHermite(n)).toThrow(RangeError);
});
