import { polynomial } from '../float/polynomial.ts';
import { log } from '../exponential/log.ts';
import { logPair } from '../exponential/log-pair.ts';

/** Polynomials from fixtures/make-coefficients.py. */

// log Γ(1 + y)/y on |y| ≤ 1/4.
const NEAR_1 = new Float64Array([
  -0.5772156649015329, 0.8224670334241133, -0.4006856343865315, 0.27058080842771787, -0.20738555102861045,
  0.16955717701613915, -0.14404989678670205, 0.12550966713647463, -0.1113342635927428, 0.10009962210642126,
  -0.09095417406209895, 0.08334719844176555, -0.07692618415558626, 0.07159408421233791, -0.06682232158039887,
  0.06020200520401398, -0.05663252846694752, 0.07302787448206072, -0.069283519119664,
]);

// log Γ(1.5 + d) on |d| ≤ 1/4.
const NEAR_MINIMUM = new Float64Array([
  -0.12078223763524522, 0.03648997397857652, 0.46740110027233966, -0.13813277403905333, 0.05871212641677338,
  -0.028952081888896808, 0.015435484169201857, -0.008622603928635906, 0.004965728879039115,
  -0.0029209705026181846, 0.0017450323725946336, -0.001054913670013458, 0.0006437894282256793,
  -0.0003958261582624461, 0.00024351758408839823, -0.0001514607079901075, 0.00010648360022574998,
  -6.685519888634744e-5,
]);

// log Γ(2 + d)/d on [-1/4, 1/2].
const NEAR_2 = new Float64Array([
  0.42278433509846713, 0.3224670334241132, -0.06735230105319809, 0.02058080842778451, -0.0073855510286757325,
  0.002890510330748924, -0.0011927539115716642, 0.0005096695240940555, -0.0002231547627512641,
  9.945754041838302e-5, -4.49261869246117e-5, 2.050662809101801e-5, -9.439083334073461e-6,
  4.380289496341029e-6, -2.0528234545174603e-6, 9.483070425389195e-7, -3.748399595260489e-7,
  8.569955407829377e-8,
]);

// x times the rest of Stirling's formula, in 1/x² for x ≥ 10.
const STIRLING = new Float64Array([
  0.08333333333333333, -0.0027777777777774886, 0.000793650793186769, -0.0005952378151462941,
  0.0008416699618126299, -0.0019054331797810735, 0.005494344332899677,
]);
// log(2π)/2 - 1/2.
const STIRLING_CONSTANT = 0.4189385332046727;
const pair = new Float64Array(2);

/**
 * log Γ(x) for x > 0; throws RangeError for x ≤ 0. Below 2 ulp; at its zeros 1 and 2 it is
 * exact and near them relatively accurate.
 */
export function lgamma(x: number): number {
  if (x <= 0) throw new RangeError(`lgamma is defined here for x > 0 only, not for ${x}`);
  if (x < 0.75) return lgammaOf1Plus(x) - log(x);
  if (x < 2.5) return lgammaOf1Plus(x - 1);
  if (x < 10) return byRecurrence(x);
  return x < 2.5e305 ? byStirling(x) : x * (log(x) - 1);
}

/** log Γ(1 + y), -1/4 ≤ y < 3/2; y itself, not 1 + y, so that nothing is rounded away. */
function lgammaOf1Plus(y: number): number {
  // 0 + makes log Γ(1) a positive zero.
  if (y < 0.25) return 0 + y * polynomial(NEAR_1, y);
  if (y < 0.75) return polynomial(NEAR_MINIMUM, y - 0.5);
  return (y - 1) * polynomial(NEAR_2, y - 1);
}

/** Γ(x) = (x - 1)(x - 2)...(x - n) Γ(x - n), x - n in [1.5, 2.5). */
function byRecurrence(x: number): number {
  let product = 1;
  let rest = x;
  while (rest >= 2.5) {
    rest -= 1;
    product *= rest;
  }
  return log(product) + lgammaOf1Plus(rest - 1);
}

/** (x - 1/2)(log x - 1) + log(2π)/2 - 1/2 + 1/(12 x) - ... */
function byStirling(x: number): number {
  logPair(x, pair);
  const factor = x - 0.5;
  const rest = pair[1] * factor + (STIRLING_CONSTANT + polynomial(STIRLING, 1 / (x * x)) / x);
  return factor * (pair[0] - 1) + rest;
}
