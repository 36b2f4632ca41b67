import type { Law } from './material.ts';

/** The property at a temperature (K): equation (heat.1). */
export const valueAt = (law: Law, temperature: number): number => {
  switch (law.kind) {
    case 'constant':
      return law.value;
    case 'linear': {
      const warmed = Math.min(temperature, law.cap) - law.reference;
      return law.value * (1 + law.slope * warmed);
    }
    case 'table':
      return interpolate(law.temperatures, law.values, temperature);
  }
};

/** The integral of the property over temperature between two temperatures (K), exact for every law. */
export const integralOf = (law: Law, from: number, to: number): number =>
  from <= to ? integralUp(law, from, to) : -integralUp(law, to, from);

/** Temperatures at which the law bends, rising, K. */
export const bendsOf = (law: Law): readonly number[] => {
  if (law.kind === 'table') return law.temperatures;
  return law.kind === 'linear' && Number.isFinite(law.cap) ? [law.cap] : [];
};

/** Smallest value between two temperatures: at an end or a bend, as every law is linear between its bends. */
export const leastBetween = (law: Law, from: number, to: number): number =>
  Math.min(...knotsOf(law, from, to).map((knot) => valueAt(law, knot)));

/** Linear between rising points, constant beyond the ends. */
export const interpolate = (points: readonly number[], values: readonly number[], at: number): number => {
  const next = points.findIndex((point) => point >= at);
  if (next === -1) return values.at(-1) ?? NaN;
  const [x1 = NaN, y1 = NaN] = [points[next], values[next]];
  const [x0, y0] = [points[next - 1], values[next - 1]];
  return x0 === undefined || y0 === undefined ? y1 : y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
};

const knotsOf = (law: Law, from: number, to: number): number[] => [
  from,
  ...bendsOf(law).filter((bend) => bend > from && bend < to),
  to,
];

/** Trapezoids between bends, where the law is linear. */
const integralUp = (law: Law, from: number, to: number): number => {
  const knots = knotsOf(law, from, to);
  return knots.slice(1).reduce((total, upper, i) => {
    const lower = knots[i] ?? from;
    return total + ((valueAt(law, lower) + valueAt(law, upper)) / 2) * (upper - lower);
  }, 0);
};

/** Where a line through (0, value) with a slope has the integral `amount`; the root that lies nearer. */
const reachOfLine = (value: number, slope: number, amount: number): number => {
  const root = Math.sqrt(value * value + 2 * slope * amount);
  return (2 * amount) / (value + root);
};

/**
 * The temperature (K) up to which the integral of the property from another one is `amount`, piece by piece of the law;
 * NaN where the property falls to 0 before.
 */
export const reachOf = (law: Law, from: number, amount: number): number => {
  if (law.kind === 'constant') return from + amount / law.value;
  const side = amount < 0 ? -1 : 1;
  const ahead = bendsOf(law).filter((bend) => side * (bend - from) > 0);
  let [at, rest] = [from, amount];
  for (const bend of side < 0 ? ahead.toReversed() : ahead) {
    const piece = integralOf(law, at, bend);
    if (Math.abs(piece) >= Math.abs(rest)) return at + onPiece(law, at, bend, rest);
    [at, rest] = [bend, rest - piece];
  }
  return at + onPiece(law, at, at + side, rest);
};

/** The same within a piece on which the law is a line; `to` lies on it. */
const onPiece = (law: Law, from: number, to: number, amount: number): number => {
  const value = valueAt(law, from);
  return reachOfLine(value, (valueAt(law, to) - value) / (to - from), amount);
};
