import type { CellField, Conduction, Network, Potential } from '@percuta/numerics';
import type { Links } from '../grid/links.ts';

export interface Solved {
  readonly value: Float64Array;
  readonly iterations: number;
}

/** Solves source - anchor u + Σ g (u' - u) = 0 over a grid (conduction.2). */
export interface Steady {
  readonly network: Network;
  readonly potential: Potential;
  /** Links from the conductivity of each cell, by the faces of the conduction. */
  readonly refresh: (conductivity: Float64Array, anchor: Float64Array) => void;
  readonly refreshLinks: (links: Links, anchor: Float64Array) => void;
  /** `tolerance`: error in the norm of energy over the energy (conduction.3). Throws SolverFailed with the errors. */
  readonly solve: (source: Float64Array, start: Float64Array | undefined, tolerance: number) => Solved;
}

const MOST_ITERATIONS = 300;

/** The solver of a grid; a conduction in f32 errs by 1e-5. */
export const createSteady = (conduction: Conduction): Steady => {
  const network = conduction.network();
  const potential = conduction.potential(network);
  let property: CellField | undefined;
  return {
    network,
    potential,
    refresh: (conductivity, anchor) => {
      property ??= conduction.field();
      property.write(conductivity);
      conduction.link(property, network);
      network.anchor.write(anchor);
      potential.refresh();
    },
    refreshLinks: (links, anchor) => {
      network.x.write(links.x);
      network.y.write(links.y);
      network.z.write(links.z);
      network.anchor.write(anchor);
      potential.refresh();
    },
    solve: (source, start, tolerance) => {
      potential.source.write(source);
      potential.value.write(start ?? 0);
      const { iterations } = potential.solve({ tolerance, mostIterations: MOST_ITERATIONS });
      return { value: potential.value.read(), iterations };
    },
  };
};
