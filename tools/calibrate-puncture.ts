/**
 * Calibrates the toughness of skin and the stiffness of its support against measured depths, by importance
 * sampling: node tools/run.mjs tools/calibrate-puncture.ts [--write]
 *
 * Prior, stated before the fit: J from 0.01 to 10 kJ/m2 (the two published values), the support coefficients over
 * two decades, everything else as the ensemble draws it. Likelihood: V04 and V05 (depth of 600 um polymer cones,
 * errors of 20 % and 25 %, the acceptance written in the rows; needles that were measured had punctured) and V15
 * (single steel needles bury less than half of a length below 1 mm). The posterior is kept as a joint lognormal.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDeviceSheet, site, type DeviceSheet } from '../packages/evidence/src/index.ts';
import { exp, log, normalCdf, normalQuantile, sobolPoints } from '../packages/numerics/src/index.ts';
import { toSI } from '../packages/quantity/src/index.ts';
import { drawEnsemble, type Draw } from '../packages/engine/src/ensemble.ts';
import { punctureParameters } from '../packages/engine/src/puncture/parameters.ts';
import { insertNeedles, type Insertion } from '../packages/engine/src/puncture/puncture.ts';
import type { Skin } from '../packages/engine/src/skin/skin.ts';

const target = new URL('../packages/evidence/data/calibrations/puncture-support.json', import.meta.url);
const count = 262144;
const seed = 4;
const z95 = normalQuantile(0.95);

const prior = {
  toughness: { median: 0.5, low: 0.01, high: 10, unit: 'kJ/m2', si: 1e3 },
  plateSupport: { median: 1, low: 0.1, high: 10, unit: 'MPa', si: 1e6 },
  freeOverPlate: { median: 0.125, low: 0.03, high: 0.5, unit: '1', si: 1 },
};

const lognormal = (
  { median, low, high }: { median: number; low: number; high: number },
  u: number,
): number => {
  const z = normalQuantile(u);
  return median * exp((z * log(z < 0 ? median / low : high / median)) / z95);
};

/** Needle count, base and pitch of the cones are recalled; the count is that of common arrays. */
const cones = readDeviceSheet({
  id: 'polymer-cones',
  name: 'polymer cones',
  class: 'patch',
  needle_count: 121,
  needle_length: '0.6 mm',
  cone_length: '0.6 mm',
  needle_diameter: '0.3 mm',
  pitch: '0.6 mm',
});
const steel = readDeviceSheet({
  id: 'steel-needle',
  name: 'single steel needle',
  class: 'single',
  needle_diameter: '0.1 mm',
});

const { planning } = site('forearm');
const skin: Skin = {
  stratumCorneum: planning.stratum_corneum,
  epidermis: planning.epidermis,
  dermis: planning.dermis.value,
  fat: planning.fat.value,
  withinLogSd: 0.15,
};

const run = (sheet: DeviceSheet, depth: number, draw: Draw): Insertion =>
  insertNeedles(sheet, { depth, passes: 1, handSpeed: undefined, frequency: undefined }, skin, draw);

const gaussian = (value: number, mean: number, relativeError: number): number => {
  const z = (value - mean) / (relativeError * mean);
  return exp(-0.5 * z * z);
};

const singleLengths = [0.0003, 0.0005, 0.0008];
const buriedTolerance = 0.05;

const likelihood = (draw: Draw, other: Draw): number => {
  const v04 = run(cones, 0.0006, draw);
  const v05 = run(cones, 0.0006, other);
  const singles = singleLengths.map((length) => {
    const insertion = run(steel, length, draw);
    const buried = insertion.insertionDepth / length;
    return normalCdf((0.5 - buried) / buriedTolerance) * insertion.fractionPuncturing;
  });
  return (
    gaussian(v04.insertionDepth, 460e-6, 0.2) *
    v04.fractionPuncturing *
    gaussian(v05.insertionDepth, 300e-6, 0.25) *
    v05.fractionPuncturing *
    singles.reduce((product, value) => product * value, 1)
  );
};

const base = drawEnsemble(count, seed).draws;
const points = sobolPoints(count, 3, seed + 1);

const withValues = (draw: Draw | undefined, J: number, plate: number, free: number): Draw => {
  if (draw === undefined) throw new RangeError('no such draw');
  return { ...draw, puncture: { ...draw.puncture, toughness: J, plateSupport: plate, freeSupport: free } };
};

/**
 * Parameters that a depth cannot tell apart from the support, F_p/kappa ~ c mu^(1/3)/B: they keep their priors, and
 * the posterior keeps how they hang together with the support.
 */
const companions = ['strainStiffening', 'shearModulus'] as const;

/** Standard normal score of a draw within the prior of the parameter (a two-piece lognormal). */
const score = (name: (typeof companions)[number], draw: Draw | undefined): number => {
  const { value, spread, unit } = punctureParameters[name];
  if (spread.kind !== 'lognormal' || draw === undefined) throw new RangeError(`${name} is not lognormal`);
  const deviation = log(draw.puncture[name] / toSI(value, unit));
  return (deviation * z95) / log(deviation < 0 ? value / spread.low : spread.high / value);
};

const logs: number[][] = [];
const weights: number[] = [];
for (let i = 0; i < count; i += 1) {
  const J = lognormal(prior.toughness, points[0]?.[i] ?? 0.5);
  const plate = lognormal(prior.plateSupport, points[1]?.[i] ?? 0.5);
  const free = plate * lognormal(prior.freeOverPlate, points[2]?.[i] ?? 0.5);
  const [a, b, c] = [J * prior.toughness.si, plate * prior.plateSupport.si, free * prior.plateSupport.si];
  // The two arrays were pressed by different hands: their nuisances come from different draws.
  weights.push(likelihood(withValues(base[i], a, b, c), withValues(base[(i + count / 2) % count], a, b, c)));
  logs.push([log(J), log(plate), log(free), ...companions.map((name) => score(name, base[i]))]);
}

const indices = [0, 1, 2, ...companions.map((_, k) => 3 + k)];
const total = weights.reduce((sum, w) => sum + w, 0);
const mean = indices.map(
  (k) => logs.reduce((sum, row, i) => sum + (weights[i] ?? 0) * (row[k] ?? 0), 0) / total,
);
const covariance = indices.map((j) =>
  indices.map(
    (k) =>
      logs.reduce(
        (sum, row, i) =>
          sum + (weights[i] ?? 0) * ((row[j] ?? 0) - (mean[j] ?? 0)) * ((row[k] ?? 0) - (mean[k] ?? 0)),
        0,
      ) / total,
  ),
);
const sd = indices.map((k) => Math.sqrt(covariance[k]?.[k] ?? 0));
const effective = (total * total) / weights.reduce((sum, w) => sum + w * w, 0);

const rounded = (value: number): number => Number(value.toPrecision(4));
const marginal = (k: number, unit: string) => ({
  median: rounded(exp(mean[k] ?? 0)),
  low: rounded(exp((mean[k] ?? 0) - z95 * (sd[k] ?? 0))),
  high: rounded(exp((mean[k] ?? 0) + z95 * (sd[k] ?? 0))),
  unit,
});

const fit = {
  fit: 'puncture-support',
  rows: ['V04', 'V05', 'V15'],
  prior,
  draws: count,
  seed,
  effectiveDraws: Math.round(effective),
  toughness: marginal(0, 'kJ/m2'),
  plateSupport: marginal(1, 'MPa'),
  freeSupport: marginal(2, 'MPa'),
  /** Mean and spread of the companions in units of their prior: 0 and 1 when nothing was learnt of them. */
  companions: Object.fromEntries(
    companions.map((name, k) => [name, { mean: rounded(mean[3 + k] ?? 0), sd: rounded(sd[3 + k] ?? 0) }]),
  ),
  names: [
    'puncture.toughness',
    'puncture.plateSupport',
    'puncture.freeSupport',
    ...companions.map((name) => `puncture.${name}`),
  ],
  correlation: indices.map((j) =>
    indices.map((k) => rounded((covariance[j]?.[k] ?? 0) / ((sd[j] ?? 1) * (sd[k] ?? 1)))),
  ),
};

const text = `${JSON.stringify(fit, undefined, 2)}\n`;
if (parseArgs({ options: { write: { type: 'boolean' } } }).values.write) writeFileSync(target, text);
process.stdout.write(text);
