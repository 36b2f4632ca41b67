import type { Axis } from '../grid/axis.ts';

/** What a cell holds of a field, or a row of cells at one place along the axes before. */
export interface Node {
  readonly value: number;
  /** What fills it: fields are smooth within one filling and bend where two meet. */
  readonly filling: number;
  /** Conductivity that the flux of the field goes by; NaN where it goes by none. */
  readonly conductivity: number;
}

/** What holds at an end of an axis: a value, or a slope k dv/dn = h (v - outside) - flux inward. */
export type Face =
  | { readonly kind: 'fixed'; readonly value: number }
  | {
      readonly kind: 'exchange';
      /** h, per area and unit of the field. */
      readonly coefficient: number;
      readonly outside: number;
      /** Into the domain, per area. */
      readonly flux: number;
    }
  | { readonly kind: 'unknown' };

/** Lets nothing through. */
export const closed: Extract<Face, { kind: 'exchange' }> = {
  kind: 'exchange',
  coefficient: 0,
  outside: 0,
  flux: 0,
};

/** A row of cells along an axis; undefined for one that does not count. */
export interface Row {
  readonly axis: Axis;
  readonly node: (n: number) => Node | undefined;
  readonly start: Face;
  readonly end: Face;
}

/** Number of the first centre at or above a place; `count` where there is none. */
const centreAbove = ({ centres, count }: Axis, at: number): number => {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (centres[middle] >= at) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Second divided difference of three nodes of one filling; undefined where they are not. */
const bendOf = ({ axis: { centres }, node }: Row, n: number): number | undefined => {
  const [before, own, after] = [node(n - 1), node(n), node(n + 1)];
  if (before === undefined || own === undefined || after === undefined) return undefined;
  if (before.filling !== own.filling || own.filling !== after.filling) return undefined;
  const [low, high] = [centres[n] - centres[n - 1], centres[n + 1] - centres[n]];
  return ((after.value - own.value) / high - (own.value - before.value) / low) / (low + high);
};

const meanOf = (values: readonly (number | undefined)[]): number => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** Between two centres of one filling: the line, bent by the mean of the parabolas through three centres. */
const within = (row: Row, n: number, at: number, [a, b]: readonly [Node, Node]): number => {
  const { centres, count } = row.axis;
  const [low, high] = [centres[n], centres[n + 1]];
  const bend = meanOf([n > 0 ? bendOf(row, n) : undefined, n + 2 < count ? bendOf(row, n + 1) : undefined]);
  return a.value + ((b.value - a.value) * (at - low)) / (high - low) + bend * (at - low) * (at - high);
};

/**
 * What a filling says of its border: slope towards it = pull × value there - offer; and its field between centre and
 * border, as a parabola through the centre behind where that is of the same filling, else as a line.
 */
interface Shore {
  readonly pull: number;
  readonly offer: number;
  readonly at: (distance: number, border: number) => number;
}

/** `near` and `far`: distances of two centres from the border, m. */
const bentShore = (near: number, far: number, own: number, behind: number): Shore => ({
  pull: 1 / near + 1 / far,
  offer: (own * far) / (near * (far - near)) - (behind * near) / (far * (far - near)),
  at: (distance, border) => {
    const [toOwn, toBehind] = [(own - border) / near, (behind - border) / far];
    const bend = (toBehind - toOwn) / (far - near);
    return border + (toOwn - bend * near) * distance + bend * distance * distance;
  },
});

const straightShore = (near: number, own: number): Shore => ({
  pull: 1 / near,
  offer: own / near,
  at: (distance, border) => border + ((own - border) * distance) / near,
});

/** The filling of cell n at its border with the next one on a `side` (1 or -1). */
const shoreOf = ({ axis, node }: Row, n: number, own: Node, side: 1 | -1): Shore => {
  const { centres, edges, metric, count } = axis;
  const edge = edges[side > 0 ? n + 1 : n];
  const near = Math.abs(edge - centres[n]);
  // Along a radius the slope is that of the logarithm or of 1/r: the resistance stands for the distance.
  if (metric !== 'slab') return straightShore(side > 0 ? axis.high[n] : axis.low[n], own.value);
  const before = n - side;
  const behind = before < 0 || before >= count ? undefined : node(before);
  return behind === undefined || behind.filling !== own.filling
    ? straightShore(near, own.value)
    : bentShore(near, Math.abs(edge - centres[before]), own.value, behind.value);
};

/** Between centres of two fillings: by way of the value on their border through which the flux is one. */
const across = (row: Row, n: number, at: number, [a, b]: readonly [Node, Node]): number => {
  const { centres, edges, high, low } = row.axis;
  const [one, other] = [shoreOf(row, n, a, 1), shoreOf(row, n + 1, b, -1)];
  const border =
    (a.conductivity * one.offer + b.conductivity * other.offer) /
    (a.conductivity * one.pull + b.conductivity * other.pull);
  const edge = edges[n + 1];
  return at < edge
    ? one.at((edge - at) * lengthOf(high[n], edge - centres[n]), border)
    : other.at((at - edge) * lengthOf(low[n + 1], centres[n + 1] - edge), border);
};

/** Resistance per length: 1 in a slab. */
const lengthOf = (resistance: number, distance: number): number => resistance / distance;

const linear = ({ axis: { centres } }: Row, n: number, at: number, [a, b]: readonly [Node, Node]): number =>
  a.value + ((b.value - a.value) * (at - centres[n])) / (centres[n + 1] - centres[n]);

/** The parabola A + S x + B x² with what the face says of A and S, through the values at x0 and x1 away from it. */
const fromFace = (
  face: Face,
  x: number,
  { x0, x1, v0, v1, k }: { readonly [key in 'x0' | 'x1' | 'v0' | 'v1' | 'k']: number },
): number => {
  if (face.kind === 'unknown') return v0 + ((v1 - v0) * (x - x0)) / (x1 - x0);
  if (face.kind === 'fixed') {
    const [s0, s1] = [(v0 - face.value) / x0, (v1 - face.value) / x1];
    const bend = (s1 - s0) / (x1 - x0);
    return face.value + (s0 - bend * x0) * x + bend * x * x;
  }
  const rate = face.coefficient === 0 ? 0 : face.coefficient / k;
  const given =
    face.coefficient === 0 && face.flux === 0 ? 0 : (face.coefficient * face.outside + face.flux) / k;
  const weight = (1 + rate * x0) * x1 * x1 - (1 + rate * x1) * x0 * x0;
  const level = (v0 * x1 * x1 - v1 * x0 * x0 + given * (x0 * x1 * x1 - x1 * x0 * x0)) / weight;
  const slope = rate * level - given;
  return level + slope * x + ((v0 - level - slope * x0) / (x0 * x0)) * x * x;
};

/** Between an end of the axis and the centre nearest to it. */
const outside = (row: Row, at: number, atEnd: boolean): number | undefined => {
  const { axis, node, start, end } = row;
  const { count, centres, edges } = axis;
  const [first, second] = atEnd ? [count - 1, count - 2] : [0, 1];
  const [own, next] = [node(first), node(second)];
  if (own === undefined) return next?.value;
  const edge = edges[atEnd ? count : 0];
  const isAxis = !atEnd && axis.metric !== 'slab' && edge === 0;
  const x0 = Math.abs(centres[first] - edge);
  if (next === undefined || next.filling !== own.filling) return own.value;
  return fromFace(isAxis ? closed : atEnd ? end : start, Math.abs(at - edge), {
    x0,
    x1: Math.abs(centres[second] - edge),
    v0: own.value,
    v1: next.value,
    k: own.conductivity,
  });
};

const valueBetween = (row: Row, n: number, at: number): number | undefined => {
  const [a, b] = [row.node(n), row.node(n + 1)];
  if (a === undefined || b === undefined) return (a ?? b)?.value;
  if (a.filling === b.filling) return within(row, n, at, [a, b]);
  const isFlux = a.conductivity > 0 && b.conductivity > 0;
  return isFlux ? across(row, n, at, [a, b]) : linear(row, n, at, [a, b]);
};

/** Nodes that are worked out once: those about a place, the first of which is `from`, are asked for again and again. */
const remembered = (node: Row['node'], from: number): Row['node'] => {
  const known: (Node | undefined)[] = [undefined, undefined, undefined, undefined];
  let asked = 0;
  return (n) => {
    const bit = 1 << (n - from);
    if ((asked & bit) === 0) known[n - from] = node(n);
    asked |= bit;
    return known[n - from];
  };
};

/** A row at a place along its axis; undefined where no cell beside it counts. */
export const alongRow = (given: Row, at: number): Node | undefined => {
  const { axis } = given;
  const { count, edges } = axis;
  if (count === 1) return given.node(0);
  const inside = Math.min(edges[count], Math.max(edges[0], at));
  const above = centreAbove(axis, inside);
  const node = remembered(given.node, above - 2);
  const row = { ...given, node };
  const value =
    above === 0 || above === count
      ? outside(row, inside, above === count)
      : valueBetween(row, above - 1, inside);
  if (value === undefined) return undefined;
  const own = above > 0 && (above === count || inside < edges[above]) ? above - 1 : above;
  const holder = node(own) ?? node(own === above ? above - 1 : above);
  return holder === undefined ? undefined : { ...holder, value };
};
