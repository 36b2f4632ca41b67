import { highWord } from '../float/bits.ts';
import { productError } from '../float/exact.ts';
import { powerOfTwo } from '../float/scale.ts';
import { LOG_TABLE } from './log-table.ts';

/**
 * The natural logarithm as a sum of two doubles: x = 2^e m, m in [0.6875, 1.375) lies in a
 * table interval around c, and log x = e ln2 + log c + log(1 + r) with r = m/c - 1 held
 * exactly in two parts. Constants: fixtures/make-coefficients.py.
 */

// ln2 in two parts; the first is a multiple of 2^-42, as log c is, so e ln2 + log c is exact.
const LN2 = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
// High word of 0.6875, where the table begins.
const TABLE_START = 0x3fe60000;
const LEAST_NORMAL = powerOfTwo(-1022);
// Adding and subtracting 1.5 · 2^32 rounds to a multiple of 2^-20.
const TO_20_BITS = 6442450944;

/**
 * log x = pair[0] + pair[1] with a relative error below 2^-66, pair[0] being the nearest
 * double but for ties missed by less than that. For finite x > 0.
 */
export function logPair(x: number, pair: Float64Array): void {
  const shift = x < LEAST_NORMAL ? 54 : 0;
  const normal = shift === 0 ? x : x * powerOfTwo(54);
  const position = highWord(normal) - TABLE_START;
  const exponent = position >> 20;
  const row = ((position >> 13) & 127) * 3;
  const inverse = LOG_TABLE[row];
  const mantissa = normal * powerOfTwo(-exponent);
  const upper = mantissa + TO_20_BITS - TO_20_BITS;
  const rUpper = upper * inverse - 1;
  const rLower = (mantissa - upper) * inverse;
  const r = rUpper + rLower;
  const twos = exponent - shift;
  const leading = twos * LN2 + LOG_TABLE[row + 1];
  addLog1p(r, rLower - (r - rUpper), leading, twos * LN2_LOW + LOG_TABLE[row + 2], pair);
}

/** leading + trailing + log(1 + r + rest), |r| ≤ 2^-7, leading 0 or well above r. */
function addLog1p(r: number, rest: number, leading: number, trailing: number, pair: Float64Array): void {
  const halfR = 0.5 * r;
  const square = halfR * r;
  const cubic =
    r *
    r *
    r *
    (0.3333333333333333 +
      r *
        (-0.2500000000000025 +
          r *
            (0.20000000000000226 +
              r *
                (-0.16666666634067553 +
                  r * (0.14285714256120416 + r * (-0.12501068185268538 + r * 0.11112081642654069))))));
  const first = leading + r;
  const firstRest = r - (first - leading);
  const second = first - square;
  const secondRest = first - second - square;
  const low =
    firstRest + (secondRest - productError(halfR, r, square)) + (trailing + (rest - r * rest)) + cubic;
  const high = second + low;
  pair[0] = high;
  pair[1] = low - (high - second);
}
