import { exp, log, mean, normalCdf, normalQuantile, seriesOf, sobolPoints } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { fitPosterior } from './fit.ts';
import { priorLaws } from './priors.ts';
import type { ArmEvidence } from './reading/evidence.ts';
import { tableReading } from './reading/read-table.ts';

/** Alone a fit takes 2 s, 6 s under the test runner, and more where cores are shared. */
const timeout = 240_000;

test('the posterior of the table: R-hat below 1.01, ESS above 400, no divergence', { timeout }, () => {
  const { diagnostics } = fitPosterior(tableReading().used, { seed: 1, draws: 750 });
  expect(diagnostics).toMatchObject({ divergences: 0, cutOff: 0, isSound: true });
  expect(diagnostics.rHat).toBeLessThan(1.01);
  expect(Math.min(diagnostics.bulkEss, diagnostics.tailEss)).toBeGreaterThan(400);
});

const draws = (seed: number) =>
  fitPosterior(tableReading().used.slice(0, 4), { seed, draws: 20, warmup: 60 }).sample;

test('a seed fixes every draw', () => {
  expect(draws(3)).toEqual(draws(3));
  expect(draws(3)).not.toEqual(draws(4));
});

const [k, n] = [14, 20];
const oneArm: ArmEvidence = {
  study: 'one',
  arm: 'one-mn',
  indication: 'atrophic-acne-scars',
  modality: 'needling',
  regions: ['face'],
  isOpen: true,
  reading: { kind: 'counts', cuts: ['any'], people: [n - k, k] },
  n,
  outcome: 0,
  words: 'improved',
  reason: 'as defined',
};

const half = (share: number, scale: number) => scale * normalQuantile((1 + share) / 2);

/**
 * Posterior means of the level t and of μ for one arm by quadrature. A Student effect is a normal one whose
 * variance has the factor 4/χ²₄, so given all spreads t is normal about 0.9 with variance
 * 0.75² + 0.25² + σ_class² + σ_region² + τ² 4/χ²₄; the spreads are integrated over 1024 Sobol points (two for
 * χ²₄ = −2 log(u v)), t over a grid. E[μ | t] = 0.5 + 0.75²/V (t − 0.9).
 */
function byQuadrature() {
  const laws = priorLaws();
  const scaleOf = (name: 'sigma_class' | 'sigma_region' | 'tau') => {
    const law = laws[name];
    return law.kind === 'half normal' ? law.scale : NaN;
  };
  const [a, b, c, u, v] = sobolPoints(1024, 5, 1);
  let [total, levels, means] = [0, 0, 0];
  a.forEach((share, i) => {
    const tau = half(c[i], scaleOf('tau'));
    const groups = half(share, scaleOf('sigma_class')) ** 2 + half(b[i], scaleOf('sigma_region')) ** 2;
    const variance = 0.75 ** 2 + 0.25 ** 2 + groups + (tau * tau * 4) / (-2 * log(u[i] * v[i]));
    for (let t = -2; t < 4; t += 0.05) {
      const likelihood = exp(k * log(normalCdf(t)) + (n - k) * log(normalCdf(-t)));
      const weight = (likelihood * exp((-(t - 0.9) * (t - 0.9)) / 2 / variance)) / Math.sqrt(variance);
      total += weight;
      levels += weight * t;
      means += weight * (0.5 + (0.75 ** 2 / variance) * (t - 0.9));
    }
  });
  return { level: levels / total, mean: means / total };
}

test('one arm alone, against quadrature', { timeout }, () => {
  const { model, sample, diagnostics } = fitPosterior([oneArm], { seed: 2, draws: 2000 });
  const meanOf = (place: number) => mean(seriesOf(sample, place).map((chain) => mean(chain)));
  const exact = byQuadrature();
  // A single study hardly holds τ, which makes a funnel of its level; hence many draws and a wider demand.
  expect(diagnostics.rHat).toBeLessThan(1.02);
  // Monte Carlo errors: 0.3/√2000 for the level, 0.7/√2000 for μ; three of each.
  expect(Math.abs(meanOf(model.layout.studies.get('one') ?? -1) - exact.level)).toBeLessThan(0.02);
  expect(Math.abs(meanOf(model.layout.mean) - exact.mean)).toBeLessThan(0.05);
});

const levelOf = (people: readonly [number, number]) => {
  const arm = {
    ...oneArm,
    n: people[0] + people[1],
    reading: { ...oneArm.reading, people },
  } as ArmEvidence;
  const { model, sample } = fitPosterior([arm], { seed: 2, draws: 200, warmup: 200 });
  return mean(seriesOf(sample, model.layout.studies.get('one') ?? -1).map((chain) => mean(chain)));
};

test('what pulls: more people, and more of them improved, move the level up and hold it', { timeout }, () => {
  const [few, more, many] = [levelOf([6, 14]), levelOf([2, 18]), levelOf([60, 140])];
  expect(more).toBeGreaterThan(few + 0.3);
  expect(Math.abs(many - normalQuantile(0.7))).toBeLessThan(Math.abs(few - normalQuantile(0.7)));
});
