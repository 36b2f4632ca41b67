import { describe, expect, test } from 'vitest';
import { betaQuantile } from '../distribution/beta.ts';
import { exp } from '../math/exponential/exp.ts';
import { log1p } from '../math/exponential/log1p.ts';
import { mean, correlation, variance } from '../statistics/moments.ts';
import { quantile } from '../statistics/quantile.ts';
import { SolverFailed } from '../error.ts';
import { diagnose } from './diagnose.ts';
import { nuts, seriesOf } from './nuts.ts';
import type { Target } from './target.ts';

const joined = (series: readonly Float64Array[]) => Float64Array.from(series.flatMap((one) => [...one]));

/** Scales 1 and 100 with correlation 0.8: the metric has to find the scales, the trajectory the rest. */
const rho = 0.8;
const skewed: Target = {
  dimensions: 2,
  logDensity: ([x, scaled], gradient) => {
    const y = scaled / 100;
    const rest = 1 - rho * rho;
    gradient[0] = -(x - rho * y) / rest;
    gradient[1] = -(y - rho * x) / rest / 100;
    return -(x * x - 2 * rho * x * y + y * y) / (2 * rest);
  },
};

describe('a correlated normal', () => {
  const sample = nuts(skewed, { seed: 1, draws: 1000 });
  const [x, y] = [0, 1].map((i) => joined(seriesOf(sample, i)));

  test('moments, within four standard errors of some 1500 independent draws', () => {
    expect(Math.abs(mean(x))).toBeLessThan(0.1);
    expect(Math.abs(mean(y) / 100)).toBeLessThan(0.1);
    expect(Math.abs(variance(x) - 1)).toBeLessThan(0.15);
    expect(Math.abs(variance(y) / 1e4 - 1)).toBeLessThan(0.15);
    expect(Math.abs(correlation(x, y) - rho)).toBeLessThan(0.04);
  });

  test('converged, not divergent, accepted as often as aimed at', () => {
    const { rHat, bulkEss, tailEss } = diagnose(seriesOf(sample, 1));
    expect(rHat).toBeLessThan(1.01);
    expect(bulkEss).toBeGreaterThan(1000);
    expect(tailEss).toBeGreaterThan(1000);
    for (const chain of sample.chains) {
      expect(chain.divergences).toBe(0);
      expect(chain.meanAcceptance).toBeGreaterThan(0.75);
    }
  });

  test('a seed fixes every bit; a chain does not depend on the others', () => {
    expect(nuts(skewed, { seed: 1, draws: 1000, chains: 1 }).chains[0]).toEqual(sample.chains[0]);
    expect(nuts(skewed, { seed: 2, draws: 10, chains: 1 }).chains[0].values).not.toEqual(
      sample.chains[0].values.subarray(0, 20),
    );
  });
});

test('a funnel in non-centred form: the neck is reached as often as it should be', () => {
  // v ~ N(0, 3), x_i = exp(v/2) z_i with z standard normal: in (v/3, z) a plain normal of ten dimensions.
  const funnel: Target = {
    dimensions: 10,
    logDensity: (position, gradient) => {
      let total = 0;
      position.forEach((value, i) => {
        gradient[i] = -value;
        total -= value * value;
      });
      return total / 2;
    },
  };
  const sample = nuts(funnel, { seed: 5, draws: 1000 });
  const v = joined(seriesOf(sample, 0)).map((value) => 3 * value);
  expect(Math.abs(mean(v))).toBeLessThan(0.2);
  for (const p of [0.05, 0.95]) {
    expect(Math.abs(quantile(v, p) - (p < 0.5 ? -1 : 1) * 4.935)).toBeLessThan(0.45);
  }
  const x = joined(seriesOf(sample, 1)).map((z, i) => exp(v[i] / 2) * z);
  // P(|x| < 1) by quadrature over v is 0.6223.
  expect(Math.abs(mean(x.map((value) => (Math.abs(value) < 1 ? 1 : 0))) - 0.6223)).toBeLessThan(0.03);
});

test('binomial counts with a flat prior give the beta law', () => {
  const [k, n] = [7, 10];
  const logit: Target = {
    dimensions: 1,
    // p = 1/(1 + exp(-u)): p^(k+1) (1-p)^(n-k+1), the Jacobian included.
    logDensity: ([u], gradient) => {
      const p = 1 / (1 + exp(-u));
      gradient[0] = k + 1 - (n + 2) * p;
      return (k + 1) * u - (n + 2) * (Math.max(u, 0) + log1p(exp(-Math.abs(u))));
    },
  };
  const p = joined(seriesOf(nuts(logit, { seed: 3, draws: 2000 }), 0)).map((u) => 1 / (1 + exp(-u)));
  for (const share of [0.05, 0.25, 0.5, 0.75, 0.95])
    expect(Math.abs(quantile(p, share) - betaQuantile(share, k + 1, n - k + 1))).toBeLessThan(0.012);
});

test('a step that is too long for a cliff is reported as divergent', () => {
  // Flat inside |x| < 1, a wall of slope 1e6 beyond.
  const cliff: Target = {
    dimensions: 1,
    logDensity: ([x], gradient) => {
      const over = Math.abs(x) - 1;
      gradient[0] = over > 0 ? -Math.sign(x) * 1e6 : 0;
      return over > 0 ? -1e6 * over : 0;
    },
  };
  const { chains } = nuts(cliff, { seed: 1, draws: 200, chains: 1, start: () => new Float64Array(1) });
  expect(chains[0].divergences).toBeGreaterThan(0);
});

test('a density that is zero everywhere is refused', () => {
  const nowhere: Target = { dimensions: 1, logDensity: () => -Infinity };
  expect(() => nuts(nowhere, { seed: 1 })).toThrow(SolverFailed);
});
