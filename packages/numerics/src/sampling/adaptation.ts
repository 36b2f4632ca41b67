import { exp } from '../math/exponential/exp.ts';
import { log } from '../math/exponential/log.ts';
import { pow } from '../math/exponential/pow.ts';

/** Constants of Hoffman and Gelman 2014, section 3.2.1, as in Stan. */
const shrinkage = 0.05;
const offset = 10;
const forgetting = 0.75;

/** Nesterov's dual averaging of log step, so that the mean acceptance approaches its aim (ibid., eq. 6). */
export interface StepTuning {
  readonly update: (acceptance: number) => void;
  /** The step to try next. */
  readonly step: () => number;
  /** The averaged step, to be kept after warm-up. */
  readonly settled: () => number;
}

export function tuneStep(first: number, aim: number): StepTuning {
  const centre = log(10 * first);
  let error = 0;
  let current = log(first);
  let average = 0;
  let count = 0;
  return {
    update: (acceptance) => {
      count++;
      const weight = 1 / (count + offset);
      error += weight * (aim - acceptance - error);
      current = centre - (Math.sqrt(count) / shrinkage) * error;
      const eta = pow(count, -forgetting);
      average += eta * (current - average);
    },
    step: () => exp(current),
    settled: () => (count === 0 ? first : exp(average)),
  };
}

/** Running variances (B. P. Welford, Technometrics 4:419, 1962). */
export interface Variances {
  readonly add: (position: Float64Array) => void;
  /** Shrunk towards 1e-3 by five imaginary draws, as in Stan: few draws must not fix a scale. */
  readonly estimate: () => Float64Array;
}

export function runningVariances(dimensions: number): Variances {
  const means = new Float64Array(dimensions);
  const squares = new Float64Array(dimensions);
  let count = 0;
  return {
    add: (position) => {
      count++;
      for (let i = 0; i < dimensions; i++) {
        const difference = position[i] - means[i];
        means[i] += difference / count;
        squares[i] += difference * (position[i] - means[i]);
      }
    },
    estimate: () => squares.map((square) => (count * (square / (count - 1)) + 5e-3) / (count + 5)),
  };
}

/**
 * The last step of each window whose draws set the metric. A first stretch only finds the typical set, a
 * last one only tunes the step; windows in between double, as in Stan's manual (15.2), with a longer last
 * stretch, since the averaged step comes out too short otherwise when warm-up is short.
 */
export function metricWindows(warmup: number): ReadonlySet<number> {
  const head = Math.round(0.15 * warmup);
  const tail = Math.round(0.2 * warmup);
  const ends = new Set<number>();
  let size = Math.min(25, Math.round(0.1 * warmup));
  let start = head;
  while (size > 1 && start + size <= warmup - tail) {
    // A window that would leave too little for one of double size takes the rest.
    const end = start + 3 * size > warmup - tail ? warmup - tail : start + size;
    ends.add(end - 1);
    start = end;
    size *= 2;
  }
  return ends;
}

export const adaptsMetricFrom = (warmup: number): number => Math.round(0.15 * warmup);
