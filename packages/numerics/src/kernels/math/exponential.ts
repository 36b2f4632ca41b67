import { add, clip, floor, mul, powerOfTwo, splat, sub } from '../lane.ts';

/**
 * e^x in doubles, S = f64, for any x; below -708 it is e^-708, above 709 it is e^709. Relative error below 3e-16:
 * x = k ln 2 + r with |r| ≤ ln2/2 and ln 2 in two parts (Cody and Waite), e^r by its Taylor polynomial of
 * degree 13, whose rest is below 5e-18.
 */
export function exponential<V>(x: V): V {
  const bounded: V = clip<V, f64>(x, splat<V, f64>(-708), splat<V, f64>(709));
  const half: V = splat<V, f64>(0.5);
  const k: V = floor<V, f64>(add<V, f64>(mul<V, f64>(bounded, splat<V, f64>(1.4426950408889634)), half));
  // The first part of ln 2 has 32 bits, so its product with k is exact.
  const high: V = sub<V, f64>(bounded, mul<V, f64>(k, splat<V, f64>(0.6931471803691238)));
  const r: V = sub<V, f64>(high, mul<V, f64>(k, splat<V, f64>(1.9082149292705877e-10)));
  let p: V = splat<V, f64>(1.6059043836821613e-10);
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(2.08767569878681e-9));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(2.505210838544172e-8));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(2.755731922398589e-7));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(2.7557319223985893e-6));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(2.48015873015873e-5));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(1.984126984126984e-4));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(1.388888888888889e-3));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(8.333333333333333e-3));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(4.1666666666666664e-2));
  p = add<V, f64>(mul<V, f64>(p, r), splat<V, f64>(1.6666666666666666e-1));
  p = add<V, f64>(mul<V, f64>(p, r), half);
  p = mul<V, f64>(mul<V, f64>(p, r), r);
  const one: V = splat<V, f64>(1);
  return mul<V, f64>(add<V, f64>(one, add<V, f64>(r, p)), powerOfTwo<V>(k));
}
