import { erf, erfc } from './erf.ts';
import { lgamma } from './lgamma.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

/** The bounds stated at the functions. */
export const PROBABILITY_CLAIMS = [
  { name: 'erf', evaluate: erf, bound: 1 },
  { name: 'erfc', evaluate: erfc, bound: 1 },
  { name: 'normalCdf', evaluate: normalCdf, bound: 1 },
  { name: 'normalQuantile', evaluate: normalQuantile, bound: 2 },
  { name: 'lgamma', evaluate: lgamma, bound: 2 },
] as const;
