import { asin } from '@percuta/numerics';

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Area under the upper half of a circle of radius a from the middle to x. */
const halfArea = (a: number, x: number): number =>
  (x * Math.sqrt(Math.max(0, a * a - x * x)) + a * a * asin(within(x / a, -1, 1))) / 2;

/** Rectangle relative to the middle of the circle. */
export interface Rectangle {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Area that a circle of radius a about the origin shares with a rectangle; exact. */
export const circleOverlap = (a: number, { x1, x2, y1, y2 }: Rectangle): number => {
  const from = within(x1, -a, a);
  const to = within(x2, -a, a);
  const turns = [y1, y2].flatMap((y) => (Math.abs(y) < a ? [Math.sqrt(a * a - y * y)] : []));
  const breaks = [from, ...turns.flatMap((x) => [-x, x]).filter((x) => x > from && x < to), to].sort(
    (p, q) => p - q,
  );
  let area = 0;
  for (let n = 1; n < breaks.length; n++) {
    const [left, right] = [breaks[n - 1], breaks[n]];
    const middle = (left + right) / 2;
    const arc = Math.sqrt(Math.max(0, a * a - middle * middle));
    if (arc <= y1 || -arc >= y2) continue;
    const under = halfArea(a, right) - halfArea(a, left);
    area += (arc < y2 ? under : y2 * (right - left)) - (-arc > y1 ? -under : y1 * (right - left));
  }
  return area;
};

/** Angle at the origin from the direction of distance to (distance, across). */
const angleTo = (across: number, distance: number): number =>
  asin(across / Math.sqrt(across * across + distance * distance));

/**
 * Angle, seen from the axis, of the part outside the circle of a straight face at a (signed) distance from it that
 * runs from y1 to y2; positive where the field of the axis flows towards rising distance. It is the flux of
 * the field 1/rho through the face, per metre (heat.21).
 */
export const faceAngle = (a: number, distance: number, y1: number, y2: number): number => {
  if (distance === 0) return 0;
  const side = Math.abs(distance);
  const chord = side < a ? Math.sqrt(a * a - side * side) : 0;
  const part = (p: number, q: number): number => (q > p ? angleTo(q, side) - angleTo(p, side) : 0);
  return (distance / side) * (part(y1, Math.min(y2, -chord)) + part(Math.max(y1, chord), y2));
};

/** Length of the part of that face outside the circle. */
export const faceOutside = (a: number, distance: number, y1: number, y2: number): number => {
  const chord = Math.abs(distance) < a ? Math.sqrt(a * a - distance * distance) : 0;
  return Math.max(0, Math.min(y2, -chord) - y1) + Math.max(0, y2 - Math.max(y1, chord));
};
