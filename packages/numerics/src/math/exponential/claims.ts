import { cbrt } from './cbrt.ts';
import { exp } from './exp.ts';
import { expm1 } from './expm1.ts';
import { log } from './log.ts';
import { log1p } from './log1p.ts';
import { pow } from './pow.ts';

/** The bounds stated at the functions, wide enough for subnormal results. */
export const EXPONENTIAL_CLAIMS = [
  { name: 'exp', evaluate: exp, bound: 1 },
  { name: 'expm1', evaluate: expm1, bound: 1 },
  { name: 'log', evaluate: log, bound: 0.51 },
  { name: 'log1p', evaluate: log1p, bound: 0.7 },
  { name: 'pow', evaluate: pow, bound: 1 },
  { name: 'cbrt', evaluate: cbrt, bound: 0.7 },
] as const;
