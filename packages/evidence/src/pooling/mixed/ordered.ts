import { exp, log, normalCdf, type Matrix } from '@percuta/numerics';
import { fromLogit } from '../effect/proportion.ts';
import type { PredictorLikelihood } from './unit.ts';

/** The law behind ordered categories: normal (probit) or logistic (logit). */
export type Link = 'probit' | 'logit';

const ROOT_TWO_PI = 2.5066282746310002;

/** The chance to pass a cut at η, its slope and curvature. */
interface Passing {
  readonly above: number;
  readonly below: number;
  readonly slope: number;
  readonly curvature: number;
}

export function passing(link: Link, eta: number): Passing {
  if (link === 'probit') {
    const slope = exp((-eta * eta) / 2) / ROOT_TWO_PI;
    return { above: normalCdf(eta), below: normalCdf(-eta), slope, curvature: -eta * slope };
  }
  const above = fromLogit(eta);
  const below = fromLogit(-eta);
  const slope = above * below;
  return { above, below, slope, curvature: slope * (below - above) };
}

const EVERYONE: Passing = { above: 1, below: 0, slope: 0, curvature: 0 };
const NOBODY: Passing = { above: 0, below: 1, slope: 0, curvature: 0 };

/**
 * Counts of one arm in categories from the lowest; η_c falls from cut to cut and F(η_c) is the chance to be above
 * cut c. Σ n log(F(η_c) - F(η_(c+1))).
 */
export function orderedLikelihood(
  link: Link,
  counts: readonly number[],
): (eta: readonly number[]) => PredictorLikelihood {
  return (eta) => {
    const cuts = [EVERYONE, ...eta.map((value) => passing(link, value)), NOBODY];
    const gradient = eta.map(() => 0);
    const hessian = eta.map(() => eta.map(() => 0));
    let value = 0;
    for (const [c, n] of counts.entries()) {
      if (n > 0) value += addCategory({ n, lower: cuts[c], upper: cuts[c + 1], c, gradient, hessian });
    }
    return { value, gradient, hessian };
  };
}

interface Category {
  readonly n: number;
  readonly lower: Passing;
  readonly upper: Passing;
  readonly c: number;
  readonly gradient: number[];
  readonly hessian: number[][];
}

/** n log p of the category between two cuts; its derivatives are added to those of the arm. */
function addCategory({ n, lower, upper, c, gradient, hessian }: Category): number {
  // The smaller tails, so that nothing is lost where both chances are near 1.
  const p = lower.above > 0.5 ? upper.below - lower.below : lower.above - upper.above;
  if (!(p > 0)) return -Infinity;
  const first = lower.slope / p;
  const second = upper.slope / p;
  if (c > 0) {
    gradient[c - 1] += n * first;
    hessian[c - 1][c - 1] += n * (lower.curvature / p - first * first);
  }
  if (c < gradient.length) {
    gradient[c] -= n * second;
    hessian[c][c] -= n * (upper.curvature / p + second * second);
  }
  if (c > 0 && c < gradient.length) {
    hessian[c - 1][c] += n * first * second;
    hessian[c][c - 1] += n * first * second;
  }
  return n * log(p);
}

/** Several arms of one study, their predictors one after the other. */
export function joined(
  arms: readonly {
    readonly size: number;
    readonly evaluate: (eta: readonly number[]) => PredictorLikelihood;
  }[],
): (eta: readonly number[]) => PredictorLikelihood {
  return (eta) => {
    let offset = 0;
    let value = 0;
    const gradient: number[] = [];
    const hessian: number[][] = [];
    for (const { size, evaluate } of arms) {
      const part = evaluate(eta.slice(offset, offset + size));
      value += part.value;
      gradient.push(...part.gradient);
      hessian.push(...placed(part.hessian, offset, eta.length));
      offset += size;
    }
    return { value, gradient, hessian };
  };
}

function placed(block: Matrix, offset: number, width: number): number[][] {
  return block.map((row) => {
    const out = Array.from({ length: width }, () => 0);
    for (const [j, value] of row.entries()) out[offset + j] = value;
    return out;
  });
}
