import type { Mesh } from '../../grid/mesh.ts';
import { exp } from '../../math/exponential/exp.ts';
import { log } from '../../math/exponential/log.ts';
import type { Conduction } from '../conduction.ts';
import type { Network } from '../network.ts';
import type { Potential } from '../potential.ts';

export type Place = readonly [number, number, number];
export type Function3 = (...place: Place) => number;

export const uniform = (from: number, to: number, n: number): number[] =>
  Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n);

/** Edges whose widths grow smoothly by `ratio` from the first to the last. */
export const stretched = (from: number, to: number, n: number, ratio: number): number[] => {
  const rate = log(ratio);
  return Array.from(
    { length: n + 1 },
    (_, i) => from + ((to - from) * (exp((rate * i) / n) - 1)) / (ratio - 1),
  );
};

const middles = (edges: readonly number[]): number[] =>
  edges.slice(1).map((edge, i) => (edge + edges[i]) / 2);

/** A function at the centres of all cells. */
export const atCentres = ({ edges }: Mesh, f: Function3): Float64Array => {
  const [x, y, z] = [middles(edges.x), middles(edges.y), middles(edges.z)];
  return Float64Array.from(z.flatMap((c) => y.flatMap((b) => x.map((a) => f(a, b, c)))));
};

/** The values of f at a border, one for each of its cells, in their order. */
const atBorder = ({ edges }: Mesh, side: keyof Mesh['borders'], f: Function3): number[] => {
  const ends = { x: edges.x, y: edges.y, z: edges.z };
  const axis = side === 'west' || side === 'east' ? 'x' : side === 'north' || side === 'south' ? 'y' : 'z';
  const low = side === 'west' || side === 'north' || side === 'top';
  const places = { x: middles(ends.x), y: middles(ends.y), z: middles(ends.z) };
  places[axis] = [low ? ends[axis][0] : (ends[axis].at(-1) ?? 0)];
  return places.z.flatMap((c) => places.y.flatMap((b) => places.x.map((a) => f(a, b, c))));
};

export interface Held {
  readonly network: Network;
  readonly level: { readonly get: (cell: number) => number; readonly set: (cell: number, v: number) => void };
}

/** Holds sides of a mesh at the values of f, through the half cell before the side; one side for each cell, or equal values. */
export const holdSides = (
  mesh: Mesh,
  { network, level }: Held,
  sigma: Float64Array,
  sides: Partial<Record<keyof Mesh['borders'], Function3>>,
): void => {
  for (const side of ['west', 'east', 'north', 'south', 'top', 'bottom'] as const) {
    const f = sides[side];
    if (f === undefined) continue;
    const { cells, faces } = mesh.borders[side];
    const values = atBorder(mesh, side, f);
    cells.forEach((cell, n) => {
      const [before, added] = [network.anchor.get(cell), faces[n] * sigma[cell]];
      // Several sides of one cell act like one at their weighted mean.
      level.set(cell, (before * level.get(cell) + added * values[n]) / (before + added));
      network.anchor.set(cell, before + added);
    });
  }
};

/** A network with links of sigma and its potential, not yet anchored. */
export const potentialOf = (conduction: Conduction, sigma: Float64Array): Potential => {
  const conductivity = conduction.field();
  conductivity.write(sigma);
  const network = conduction.network();
  conduction.link(conductivity, network);
  return conduction.potential(network);
};

/** Root mean square over the volume of a difference. */
export const difference = ({ volumes }: Mesh, a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let [sum, total] = [0, 0];
  volumes.forEach((volume, c) => {
    sum += volume * (a[c] - b[c]) ** 2;
    total += volume;
  });
  return Math.sqrt(sum / total);
};

/** Least-squares slope of log error over log of the step, for steps that halve. */
export const order = (errors: readonly number[]): number => {
  const logs = errors.map((error) => log(error) / log(2));
  const middle = (errors.length - 1) / 2;
  const spread = logs.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  return -logs.reduce((sum, value, i) => sum + value * (i - middle), 0) / spread;
};
