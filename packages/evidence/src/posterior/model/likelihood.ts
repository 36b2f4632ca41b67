import { exp, log, normalCdf } from '@percuta/numerics';
import { errorOfChange } from '../reading/change-of.ts';
import type { ArmEvidence } from '../reading/evidence.ts';
import { cutIndex } from './cuts.ts';

/** The contribution of one arm as a function of its θ and the cuts. */
export interface Likelihood {
  /** log L; adds d log L / d cut to `slopes` and returns d log L / d θ through `out[0]`. */
  readonly evaluate: (theta: number, cuts: Float64Array, slopes: Float64Array, out: Float64Array) => number;
}

const invRoot2Pi = 0.3989422804014327;
const density = (x: number): number => invRoot2Pi * exp(-0.5 * x * x);

/** Φ(b) − Φ(a) for a < b, from the nearer tail, so that it keeps its digits. */
export function between(a: number, b: number): number {
  return a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
}

export function likelihoodOf({ reading, n }: ArmEvidence): Likelihood {
  if (reading.kind === 'counts') return ofCounts(reading.cuts.map(cutIndex), reading.people);
  const error = errorOfChange(reading, n);
  return reading.low === reading.high
    ? ofChange(reading.low, error)
    : ofBounds(reading.low, reading.high, error);
}

/** Σ people log(Φ(z_i − θ) − Φ(z_{i−1} − θ)), without the multinomial constant (expectation.1). */
function ofCounts(places: readonly number[], people: readonly number[]): Likelihood {
  return {
    evaluate: (theta, cuts, slopes, out) => {
      let total = 0;
      let slope = 0;
      // Below the running cut: its distance from θ, the smaller tail there, and the density.
      let [from, tail, height] = [-Infinity, 0, 0];
      for (let i = 0; i <= places.length; i++) {
        const to = i < places.length ? cuts[places[i]] - theta : Infinity;
        const tailThere = i < places.length ? normalCdf(-Math.abs(to)) : 0;
        const heightThere = i < places.length ? density(to) : 0;
        if (people[i] > 0) {
          const share = to <= 0 ? tailThere - tail : from >= 0 ? tail - tailThere : 1 - tail - tailThere;
          const weight = people[i] / share;
          total += people[i] * log(share);
          slope += weight * (height - heightThere);
          if (i > 0) slopes[places[i - 1]] -= weight * height;
          if (i < places.length) slopes[places[i]] += weight * heightThere;
        }
        from = to;
        tail = tailThere;
        height = heightThere;
      }
      out[0] = slope;
      return total;
    },
  };
}

/** A measured standardised change: normal about θ (expectation.4). */
function ofChange(value: number, error: number): Likelihood {
  return {
    evaluate: (theta, _cuts, _slopes, out) => {
      const z = (value - theta) / error;
      out[0] = z / error;
      return -0.5 * z * z;
    },
  };
}

/** A standardised change known to lie between bounds (expectation.4). */
function ofBounds(low: number, high: number, error: number): Likelihood {
  return {
    evaluate: (theta, _cuts, _slopes, out) => {
      const [a, b] = [(low - theta) / error, (high - theta) / error];
      const share = between(a, b);
      out[0] = (density(a) - density(b)) / share / error;
      return log(share);
    },
  };
}
