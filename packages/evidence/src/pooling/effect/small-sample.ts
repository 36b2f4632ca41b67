import { exp, lgamma, log } from '@percuta/numerics';

/**
 * J(m) = Γ(m/2) / (√(m/2) Γ((m-1)/2)), which makes a mean divided by an estimated standard deviation of m
 * degrees of freedom unbiased (L. V. Hedges, J. Educ. Stat. 6:107, 1981); exact, not 1 - 3/(4m - 1).
 */
export function smallSampleFactor(m: number): number {
  if (!(m > 1)) throw new RangeError(`the correction needs more than one degree of freedom, got ${m}`);
  return exp(lgamma(m / 2) - lgamma((m - 1) / 2) - log(m / 2) / 2);
}
