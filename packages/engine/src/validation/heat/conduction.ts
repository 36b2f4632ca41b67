import { exp, log } from '@percuta/numerics';

/** Closed forms of steady conduction with conductivity sigma (S/m); lengths in m, resistances in ohm. */

const arcosh = (x: number): number => log(x + Math.sqrt(x * x - 1));
const sinh = (x: number): number => (exp(x) - exp(-x)) / 2;

/** Sums terms that fall by a factor until they no longer count. */
const series = (term: (n: number) => number): number => {
  let total = 0;
  for (let n = 1; n < 10_000; n += 1) {
    const next = term(n);
    total += next;
    if (Math.abs(next) <= 1e-17 * Math.abs(total)) break;
  }
  return total;
};

/**
 * Two equal spheres of radius a at centre distance d in an infinite medium, by images in bispherical
 * coordinates: 1 / (2 pi sigma a sinh b S), cosh b = d/2a, S = Σ 1/sinh((2n-1) b) + 1/sinh(2 n b).
 */
export const twoSpheres = (sigma: number, a: number, d: number): number => {
  const b = arcosh(d / (2 * a));
  const sum = series((n) => 1 / sinh((2 * n - 1) * b) + 1 / sinh(2 * n * b));
  return 1 / (2 * Math.PI * sigma * a * sinh(b) * sum);
};

/** The same for spheres far apart: (2/a - 2/d) / (4 pi sigma). */
export const twoSpheresFar = (sigma: number, a: number, d: number): number =>
  (2 / a - 2 / d) / (4 * Math.PI * sigma);

/** Resistance times length (ohm m) of two parallel cylinders: arcosh(d/2a) / (pi sigma). */
export const parallelCylinders = (sigma: number, a: number, d: number): number =>
  arcosh(d / (2 * a)) / (Math.PI * sigma);

/** Field (V/m) between two parallel cylinders at x from the middle of the line that joins them. */
export const parallelCylindersField = (
  { a, d, voltage }: { readonly a: number; readonly d: number; readonly voltage: number },
  x: number,
): number => {
  const half = Math.sqrt((d * d) / 4 - a * a);
  return (voltage / (2 * arcosh(d / (2 * a)))) * Math.abs(1 / (half + x) + 1 / (half - x));
};

/** Prolate spheroid to infinity: ln((c+f)/(c-f)) / (8 pi sigma f), half-length c, radius b, f² = c² - b². */
export const spheroid = (sigma: number, c: number, b: number): number => {
  const f = Math.sqrt(c * c - b * b);
  return log((c + f) / (c - f)) / (8 * Math.PI * sigma * f);
};

/** Half of it in a half-space, normal to its insulating surface. */
export const halfSpheroid = (sigma: number, c: number, b: number): number => 2 * spheroid(sigma, c, b);

/** Sphere to infinity: 1 / (4 pi sigma a). */
export const sphere = (sigma: number, a: number): number => 1 / (4 * Math.PI * sigma * a);

/** Disk on a half-space: 1 / (4 sigma a). */
export const disk = (sigma: number, a: number): number => 1 / (4 * sigma * a);

/** Thin ring in an infinite medium: ln(8 R/a) / (4 pi² sigma R); needs a ≪ R. */
export const thinRing = (sigma: number, R: number, a: number): number =>
  log((8 * R) / a) / (4 * Math.PI * Math.PI * sigma * R);

/** Coaxial cylinders, resistance times length (ohm m): ln(b/a) / (2 pi sigma). */
export const coaxial = (sigma: number, a: number, b: number): number => log(b / a) / (2 * Math.PI * sigma);

/**
 * Voltage per current (ohm) at r from a point current on the surface of a layer s1 of thickness h over a
 * half-space s2, by images: (1/r + 2 Σ kⁿ/√(r² + 4 n² h²)) / (2 pi s1), k = (s1 - s2)/(s1 + s2).
 */
export const twoLayers = (
  { s1, s2, h }: { readonly s1: number; readonly s2: number; readonly h: number },
  r: number,
): number => {
  const k = (s1 - s2) / (s1 + s2);
  let power = 1;
  const images = series((n) => {
    power *= k;
    return power / Math.sqrt(r * r + 4 * n * n * h * h);
  });
  return (1 / r + 2 * images) / (2 * Math.PI * s1);
};
