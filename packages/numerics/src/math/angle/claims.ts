import { acos, asin } from './asin.ts';
import { cos } from './cos.ts';
import { sin } from './sin.ts';
import { tan } from './tan.ts';

/** The bounds stated at the functions. */
export const ANGLE_CLAIMS = [
  { name: 'sin', evaluate: sin, bound: 0.9 },
  { name: 'cos', evaluate: cos, bound: 0.9 },
  { name: 'tan', evaluate: tan, bound: 1 },
  { name: 'asin', evaluate: asin, bound: 0.9 },
  { name: 'acos', evaluate: acos, bound: 0.9 },
] as const;
