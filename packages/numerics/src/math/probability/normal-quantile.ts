import { polynomial } from '../float/polynomial.ts';
import { powerOfTwo } from '../float/scale.ts';
import { exp } from '../exponential/exp.ts';
import { log } from '../exponential/log.ts';
import { normalCdf } from './normal-cdf.ts';

// quantile(1/2 + q)/q - 2 in q² on |q| ≤ 1/4; fixtures/make-coefficients.py.
const RATIO = new Float64Array([
  0.5066282746310005, 2.624934990953737, 5.772533538611324, 15.66760896350493, 47.035787418473014,
  149.8298074598707, 496.2724278877291, 1689.9538250765825, 5869.227464786914, 20933.158219825975,
  68881.37619083327, 378531.76571255474, -647247.8089561715, 19970456.747639157, -90738065.36322348,
  388870664.3874928,
]);

// -quantile(p) in t = √(-2 log p), relative error 5e-9: up to t = 3.5, 8, 18 and 39.
const TAIL_ENDS = [3.5, 8, 18];
const TAILS = [
  new Float64Array([
    -2.486486213436802, 3.403551222123668, -2.0377595162330806, 1.2772466771890902, -0.5739643101089941,
    0.1823618588465197, -0.039996281267880913, 0.005763682426916648, -0.0004913753138549709,
    1.8789548191098027e-5,
  ]),
  new Float64Array([
    -2.025275068633092, 2.1790606601280023, -0.5438832081682367, 0.18152247967725982, -0.04371953970398581,
    0.007609022562757614, -0.000948983442597471, 8.276982250267439e-5, -4.79726652245284e-6,
    1.6607567017744274e-7, -2.5996165961398028e-9,
  ]),
  new Float64Array([
    -1.3721683538067773, 1.3743005207932233, -0.07249070836072703, 0.009661683418124985,
    -0.0008964791417813438, 5.797045435235689e-5, -2.566562614649436e-6, 7.426979609072844e-8,
    -1.2667763565912786e-9, 9.664102864381296e-12,
  ]),
  new Float64Array([
    -0.8249631279800903, 1.0993032347703477, -0.007911115261721826, 0.000417374615088534,
    -1.478674150811665e-5, 3.4902621934735216e-7, -5.274960126318574e-9, 4.6243984648508074e-11,
    -1.7902639469836155e-13,
  ]),
];
const LEAST_NORMAL = powerOfTwo(-1022);
const ROOT_TWO_PI = 2.5066282746310007;

/**
 * The inverse of normalCdf: -Infinity at 0, Infinity at 1, NaN outside [0, 1]. Below 2 ulp,
 * but for subnormal p only within 1e-8. In the tails a polynomial start and one Halley step on
 * Φ(x) = p.
 */
export function normalQuantile(p: number): number {
  if (p >= 0.25 && p <= 0.75) {
    const q = p - 0.5;
    return 2 * q + q * polynomial(RATIO, q * q);
  }
  if (p > 0 && p < 0.25) return lowerTail(p);
  // 1 - p is exact here.
  if (p > 0.75 && p < 1) return -lowerTail(1 - p);
  if (p === 0) return -Infinity;
  return p === 1 ? Infinity : NaN;
}

function lowerTail(p: number): number {
  const t = Math.sqrt(-2 * log(p));
  const piece = TAIL_ENDS.findIndex((end) => t < end);
  const x = -polynomial(TAILS[piece === -1 ? 3 : piece], t);
  // Φ(x) would have too few bits left to judge x by.
  if (p < LEAST_NORMAL) return x;
  // Φ' = φ and Φ'' = -x φ.
  const newton = (normalCdf(x) - p) * exp(0.5 * x * x) * ROOT_TWO_PI;
  return x - newton / (1 + 0.5 * x * newton);
}
