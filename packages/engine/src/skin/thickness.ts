import { exp, log, normalQuantile } from '@percuta/numerics';
import { NotFinite } from '../error.ts';

/**
 * Probability of a layer's thickness on a grid that is even in ln t (skin.1).
 * `mass` [n] sums to 1; cell i holds ln t from `start + i·step` to `start + (i + 1)·step`; t in m.
 */
export interface ThicknessDensity {
  readonly start: number;
  readonly step: number;
  readonly mass: Float64Array;
}

/** What is known of a layer before this person is measured; lengths in m. */
export interface ThicknessKnowledge {
  readonly median: number;
  /** 5 % and 95 % points of the disagreement between methods or people. */
  readonly low: number;
  readonly high: number;
  /** Factors on the median that conflicting studies imply, equally likely. */
  readonly factors: readonly number[];
  /** Spread between people, ln; several values are equally likely. */
  readonly logSds: readonly number[];
}

const cells = 320;
const methodPoints = 24;
const reach = 6;

const normalise = (mass: Float64Array): Float64Array => {
  let total = 0;
  for (const value of mass) total += value;
  if (!(total > 0 && Number.isFinite(total)))
    throw new NotFinite('skin', 'total probability of a thickness', total);
  return mass.map((value) => value / total);
};

/** ln t of the methods: a two-piece normal with its median at ln m, at the midpoints of equal shares. */
const methodCentres = (known: ThicknessKnowledge): number[] => {
  const z95 = normalQuantile(0.95);
  const below = log(known.median / known.low) / z95;
  const above = log(known.high / known.median) / z95;
  return Array.from({ length: methodPoints }, (_, k) => {
    const z = normalQuantile((k + 0.5) / methodPoints);
    return log(known.median) + z * (z < 0 ? below : above);
  });
};

/** Prior of a layer (skin.1): the disagreement of methods, folded with the spread between people. */
export const priorThickness = (known: ThicknessKnowledge): ThicknessDensity => {
  const centres = methodCentres(known).flatMap((centre) =>
    known.factors.map((factor) => centre + log(factor)),
  );
  const widest = known.logSds.reduce((a, b) => Math.max(a, b));
  const start = Math.min(...centres) - reach * widest;
  const step = (Math.max(...centres) + reach * widest - start) / cells;
  const mass = new Float64Array(cells);
  for (let i = 0; i < cells; i += 1) {
    const x = start + (i + 0.5) * step;
    for (const sd of known.logSds) {
      for (const centre of centres) {
        const z = (x - centre) / sd;
        mass[i] += exp(-0.5 * z * z) / sd;
      }
    }
  }
  return { start, step, mass: normalise(mass) };
};

/** Bayes' rule (skin.2): a reading of `value` ± `error` (m), for a layer that varies by `withinLogSd` under the probe. */
export const withMeasurement = (
  density: ThicknessDensity,
  value: number,
  error: number,
  withinLogSd: number,
): ThicknessDensity => {
  const mass = density.mass.map((prior, i) => {
    const thickness = exp(density.start + (i + 0.5) * density.step);
    const sd = Math.sqrt(error * error + withinLogSd * withinLogSd * thickness * thickness);
    const z = (value - thickness) / sd;
    return (prior * exp(-0.5 * z * z)) / sd;
  });
  return { ...density, mass: normalise(mass) };
};

/** Thinnest and thickest layer (m) the density reaches; a reading beyond has no support at all. */
export const rangeOf = ({
  start,
  step,
  mass,
}: ThicknessDensity): { readonly least: number; readonly most: number } => ({
  least: exp(start),
  most: exp(start + step * mass.length),
});

/** Thickness (m) below which the share u of the probability lies, 0 < u < 1; linear in ln t within a cell. */
export const thicknessQuantile = (density: ThicknessDensity, u: number): number => {
  let below = 0;
  for (let i = 0; i < density.mass.length; i += 1) {
    const share = density.mass[i] ?? 0;
    if (below + share >= u && share > 0) return exp(density.start + (i + (u - below) / share) * density.step);
    below += share;
  }
  return exp(density.start + density.mass.length * density.step);
};
