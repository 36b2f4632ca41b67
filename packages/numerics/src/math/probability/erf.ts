import { sumError } from '../float/exact.ts';
import { polynomial } from '../float/polynomial.ts';
import { erfcTail } from './erfc-tail.ts';

// erf(x)/x - 1 in x² on |x| ≤ 1/2; fixtures/make-coefficients.py.
const RATIO = new Float64Array([
  0.1283791670955126, -0.3761263890318375, 0.1128379167095487, -0.02686617064499972, 0.005223977622016917,
  -0.0008548326510722283, 0.00012055286201822982, -1.4923003360444238e-5, 1.6371234251118527e-6,
  -1.4620911766175204e-7,
]);

/** The error function 2/√π ∫₀ˣ exp(-t²) dt. Below 1 ulp. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) return size < 1e-300 ? x + x * RATIO[0] : x + restOf(x);
  // Math.sign of NaN is NaN.
  if (!(size <= 6)) return Math.sign(x);
  const value = 1 - erfcTail(size, 0, 0);
  return x < 0 ? -value : value;
}

/** 1 - erf x, relatively accurate in the tail. Below 1 ulp where the result is normal. */
export function erfc(x: number): number {
  if (x >= 28) return 0;
  if (x >= 0.5) return erfcTail(x, 0, 0);
  if (x > -0.5) {
    const leading = 1 - x;
    return leading + (sumError(1, -x, leading) - restOf(x));
  }
  if (x >= -6) return 2 - erfcTail(-x, 0, 0);
  return x < -6 ? 2 : NaN;
}

/** erf x - x. */
function restOf(x: number): number {
  return x * polynomial(RATIO, x * x);
}
