import { exp, log1p, type Matrix } from '@percuta/numerics';
import { fromLogit } from '../effect/proportion.ts';
import type { Count } from '../effect/two-arms.ts';
import type { PredictorLikelihood } from './unit.ts';

/** Independent binomial counts, η their log odds; Σ events η - total log(1 + e^η). */
export function binomialLikelihood(
  counts: readonly Count[],
): (eta: readonly number[]) => PredictorLikelihood {
  return (eta) => {
    const shares = eta.map(fromLogit);
    return {
      value: counts.reduce(
        (sum, { events, total }, i) => sum + events * eta[i] - total * logOnePlusExp(eta[i]),
        0,
      ),
      gradient: counts.map(({ events, total }, i) => events - total * shares[i]),
      hessian: diagonal(counts.map(({ total }, i) => -total * shares[i] * (1 - shares[i]))),
    };
  };
}

function logOnePlusExp(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

function diagonal(values: readonly number[]): Matrix {
  return values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
}
