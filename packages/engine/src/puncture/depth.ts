import { needleForce, needleForceSlope } from './penetration.ts';
import type { Needle } from './needle.ts';

/** How one needle meets the skin; SI. */
export interface Thrust {
  readonly needle: Needle;
  /** Protrusion less the stand-off, m. */
  readonly reach: number;
  /** Support stiffness, N/m. */
  readonly stiffness: number;
  /** crackCoefficient, N/m^(4/3). */
  readonly crack: number;
  /** Shaft friction, Pa. */
  readonly friction: number;
  /** Largest force this needle can get, N. */
  readonly availableForce: number;
}

const mostSteps = 60;
const tolerance = 1e-12;

/**
 * Root of an increasing function on [0, top] by Newton steps, halved back into the bracket where they leave it.
 * The force is continuous with a kink where the cone ends; the bracket carries Newton over it.
 */
const increasingRoot = (f: (d: number) => number, slope: (d: number) => number, top: number): number => {
  let low = 0;
  let high = top;
  let d = top / 2;
  for (let step = 0; step < mostSteps && high - low > tolerance; step += 1) {
    const value = f(d);
    if (value > 0) high = d;
    else low = d;
    const next = d - value / slope(d);
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - d) < tolerance) return inside;
    d = inside;
  }
  return d;
};

/**
 * Insertion depth (m) of a needle that has broken the surface (M4): the solution of d + F_n(d)/kappa = P − g,
 * no deeper than where F_n reaches the force at hand. 0 when the support cannot carry even the tip.
 */
export const insertionDepth = (thrust: Thrust): number => {
  const { needle, reach, stiffness, crack, friction, availableForce } = thrust;
  if (reach <= 0) return 0;
  const force = (d: number): number => needleForce(needle, d, crack, friction);
  const slope = (d: number): number => needleForceSlope(needle, d, crack, friction);
  if (force(0) >= Math.min(stiffness * reach, availableForce)) return 0;
  const held = increasingRoot(
    (d) => d + force(d) / stiffness - reach,
    (d) => 1 + slope(d) / stiffness,
    reach,
  );
  if (force(held) <= availableForce) return held;
  return increasingRoot((d) => force(d) - availableForce, slope, held);
};
