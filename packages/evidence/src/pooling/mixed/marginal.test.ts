import { describe, expect, test } from 'vitest';
import { binomialLikelihood } from './binomial.ts';
import { hypergeometricLikelihood } from './hypergeometric.ts';
import { marginal, type Marginal } from './marginal.ts';
import { orderedLikelihood } from './ordered.ts';
import type { PredictorLikelihood, Unit } from './unit.ts';

interface Likelihood {
  readonly name: string;
  readonly evaluate: (eta: readonly number[]) => PredictorLikelihood;
  readonly at: readonly number[];
}

const arms = { treated: { events: 4, total: 15 }, control: { events: 7, total: 20 } };
const likelihoods: readonly Likelihood[] = [
  {
    name: 'binomial',
    evaluate: binomialLikelihood([
      { events: 3, total: 9 },
      { events: 0, total: 5 },
    ]),
    at: [-0.3, -2],
  },
  { name: 'hypergeometric', evaluate: hypergeometricLikelihood(arms), at: [0.4] },
  { name: 'probit categories', evaluate: orderedLikelihood('probit', [4, 0, 6, 3]), at: [0.9, 0.2, -0.7] },
  { name: 'logit categories', evaluate: orderedLikelihood('logit', [4, 5, 6, 0]), at: [1.1, 0.2, -0.7] },
];

const H = 1e-5;

/** Slopes of the value, and of the slopes, by central differences. */
function expectDerivatives(evaluate: (x: readonly number[]) => Marginal, at: readonly number[]): void {
  const { gradient, hessian } = evaluate(at);
  for (const i of at.keys()) {
    const up = evaluate(at.map((x, j) => (i === j ? x + H : x)));
    const down = evaluate(at.map((x, j) => (i === j ? x - H : x)));
    expect(gradient[i]).toBeCloseTo((up.value - down.value) / (2 * H), 6);
    for (const j of at.keys())
      expect(hessian[i][j]).toBeCloseTo((up.gradient[j] - down.gradient[j]) / (2 * H), 6);
  }
}

test.each(likelihoods)('$name: derivatives', ({ evaluate, at }) => {
  expect(evaluate(at).value).toBeLessThan(0);
  expectDerivatives(evaluate, at);
});

describe('the marginal likelihood', () => {
  const unit: Unit = {
    active: [0, 1],
    x: [
      [1, 0.5],
      [1, -0.5],
    ],
    z: [
      [0.5, 1],
      [-0.5, 1],
    ],
    scales: [0, 1],
    evaluate: binomialLikelihood([arms.treated, arms.control]),
  };
  const at = (points: number) => (p: readonly number[]) =>
    marginal(unit, { coefficients: p.slice(0, 2), scales: p.slice(2) }, points);

  test('derivatives in coefficients and standard deviations', () => {
    expect(at(21)([-0.7, 0.2, 0.6, 0.8]).value).toBeLessThan(0);
    expectDerivatives(at(21), [-0.7, 0.2, 0.6, 0.8]);
  });

  test('is even in a standard deviation, and without spread the likelihood itself', () => {
    expect(at(13)([-0.7, 0.2, -0.6, 0.8]).value).toBeCloseTo(at(13)([-0.7, 0.2, 0.6, 0.8]).value, 12);
    expect(at(13)([-0.7, 0.2, 0, 0]).value).toBeCloseTo(unit.evaluate([-0.6, -0.8]).value, 12);
  });

  test('the points in use are enough', () => {
    const p = [-2, 0.5, 1.2, 1];
    expect(at(13)(p).value).toBeCloseTo(at(40)(p).value, 8);
  });
});
