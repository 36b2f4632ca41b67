import { cholesky, choleskySolve, type Matrix } from '@percuta/numerics';
import { OutsideModel } from '../../error.ts';
import type { Channel } from './generator.ts';

/** Tissue as the channels see it. */
export interface Circuit {
  /** Ohm, [channel][channel]: voltage over one channel per current through another, all others open. */
  readonly impedance: Matrix;
  /** Potentials of the groups (V, the last one 0) for currents through the channels (A). */
  readonly potentials: (currents: readonly number[]) => number[];
}

/** Above this no current flows that anything could be said of: a group cut off from its return. Ohm. */
const openCircuit = 1e12;

/**
 * The tissue between isolated channels, equation (heat.14): Z = Bᵀ G⁺ B with the conductances G between the
 * groups (S, [group][group], rows adding to 0) and B = +1 where a channel leaves, -1 where it returns. Groups
 * of no channel float. Throws OutsideModel where a channel has no path for its current.
 */
export const circuitOf = (
  conductance: Matrix,
  groups: readonly string[],
  channels: readonly Pick<Channel, 'name' | 'from' | 'to'>[],
): Circuit => {
  const factor = groundedFactor(conductance, channels);
  const solve = (injected: readonly number[]): number[] => [
    ...choleskySolve(factor, injected.slice(0, -1)),
    0,
  ];
  const ends = channels.map(({ from, to }) => [groups.indexOf(from), groups.indexOf(to)] as const);
  const injection = (currents: readonly number[]): number[] => {
    const injected = groups.map(() => 0);
    ends.forEach(([from, to], c) => {
      injected[from] = (injected[from] ?? 0) + (currents[c] ?? 0);
      injected[to] = (injected[to] ?? 0) - (currents[c] ?? 0);
    });
    return injected;
  };
  const columns = channels.map((_, c) => solve(injection(channels.map((__, d) => (c === d ? 1 : 0)))));
  const impedance = ends.map(([from, to]) => columns.map((phi) => (phi[from] ?? NaN) - (phi[to] ?? NaN)));
  channels.forEach((channel, c) => {
    const own = impedance[c]?.[c] ?? NaN;
    if (!(own > 0 && own < openCircuit)) throw noPath(channel);
  });
  return { impedance, potentials: (currents) => solve(injection(currents)) };
};

/** Factor of G without its last row and column, made symmetric: a solver leaves its tolerance in it. */
const groundedFactor = (
  conductance: Matrix,
  channels: readonly Pick<Channel, 'name' | 'from' | 'to'>[],
): Matrix => {
  const kept = conductance.slice(0, -1);
  const symmetric = kept.map((row, i) =>
    row.slice(0, -1).map((value, j) => (value + (conductance[j]?.[i] ?? NaN)) / 2),
  );
  try {
    return cholesky(symmetric);
  } catch (error) {
    const [first] = channels;
    if (first === undefined) throw error;
    throw noPath(first);
  }
};

const noPath = ({ name, from, to }: Pick<Channel, 'name' | 'from' | 'to'>): OutsideModel =>
  new OutsideModel(
    `${name}: no current flows from "${from}" to "${to}" at any voltage; what lies between them does not conduct`,
    'a conducting path between the groups of a channel',
  );
