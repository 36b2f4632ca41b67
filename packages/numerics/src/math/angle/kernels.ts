/**
 * Sine and cosine of high + low, |high| ≤ π/4, low below half an ulp of high. The leading terms
 * are exact and the polynomials (fixtures/make-coefficients.py) add what is small beside them.
 */

/** sin(high + low) - high. */
export function sineRest(high: number, low: number): number {
  const z = high * high;
  const tail =
    -0.16666666666666666 +
    z *
      (0.008333333333333331 +
        z *
          (-0.0001984126984126504 +
            z *
              (2.755731921932056e-6 +
                z * (-2.5052106225987936e-8 + z * (1.6058530595622085e-10 + z * -7.586636822530274e-13)))));
  return high * z * tail + low * (1 - 0.5 * z);
}

/** cos(high + low) - 1 + high²/2, for z = high² rounded. */
export function cosineRest(high: number, low: number, z: number): number {
  const tail =
    0.041666666666666664 +
    z *
      (-0.0013888888888887389 +
        z *
          (2.480158729875439e-5 +
            z * (-2.7557317265872216e-7 + z * (2.0876145048192363e-9 + z * -1.138254455748163e-11))));
  return z * z * tail - high * low;
}

/** sin(high + low). Below 0.6 ulp. */
export function sineKernel(high: number, low: number): number {
  return high + sineRest(high, low);
}

/** cos(high + low). Below 0.8 ulp. */
export function cosineKernel(high: number, low: number): number {
  const z = high * high;
  const half = 0.5 * z;
  const leading = 1 - half;
  return leading + (1 - leading - half + cosineRest(high, low, z));
}
