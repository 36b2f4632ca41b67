import { exp, lgamma, log } from '@percuta/numerics';
import type { Count } from '../effect/two-arms.ts';
import type { PredictorLikelihood } from './unit.ts';

/** Two arms of one study. */
export interface Arms {
  readonly treated: Count;
  readonly control: Count;
}

/** The possible events of the treated arm when both totals are fixed, with the logs of their numbers of ways. */
export interface Possibilities {
  readonly lowest: number;
  readonly logWays: readonly number[];
}

export function possibilitiesOf({ treated, control }: Arms): Possibilities {
  const events = treated.events + control.events;
  const lowest = Math.max(0, events - control.total);
  const highest = Math.min(treated.total, events);
  const logWays = Array.from({ length: highest - lowest + 1 }, (_, i) => {
    const t = lowest + i;
    return logChoose(treated.total, t) + logChoose(control.total, events - t);
  });
  const top = Math.max(...logWays);
  return { lowest, logWays: logWays.map((value) => value - top) };
}

/**
 * The chance of the treated arm's events given the events of both, which depends on the log odds ratio θ alone:
 * C(n1, t) C(n2, m - t) e^(θ t) over their sum (R. A. Fisher's noncentral hypergeometric law).
 */
export function hypergeometricLikelihood(arms: Arms): (eta: readonly number[]) => PredictorLikelihood {
  const { lowest, logWays } = possibilitiesOf(arms);
  const observed = arms.treated.events - lowest;
  return ([theta]) => {
    const logs = logWays.map((value, t) => value + t * theta);
    const top = Math.max(...logs);
    const parts = logs.map((value) => exp(value - top));
    const total = parts.reduce((sum, part) => sum + part, 0);
    const mean = parts.reduce((sum, part, t) => sum + t * part, 0) / total;
    const variance = parts.reduce((sum, part, t) => sum + (t - mean) ** 2 * part, 0) / total;
    return {
      value: logs[observed] - top - log(total),
      gradient: [observed - mean],
      hessian: [[-variance]],
    };
  };
}

function logChoose(n: number, k: number): number {
  return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
}
