import { blockMesh, createConduction } from '@percuta/numerics';
import type { KernelBuild } from '@percuta/numerics';
import type { Axis } from '../grid/axis.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Links } from '../grid/links.ts';

export interface Solved {
  readonly value: Float64Array;
  readonly iterations: number;
}

/** Solves source - anchor u + Σ g (u' - u) = 0 over a grid (conduction.2). */
export interface Steady {
  readonly refresh: (links: Links, anchor: Float64Array) => void;
  /** `tolerance`: error in the norm of energy over the energy (conduction.3). Throws SolverFailed with the errors. */
  readonly solve: (source: Float64Array, start: Float64Array | undefined, tolerance: number) => Solved;
}

const MOST_ITERATIONS = 300;

/** Edges that say how narrow cells are, which is all that the multigrid asks of a mesh. */
const edgesOf = ({ edges }: Axis): number[] => Array.from(edges);

/** The solver of a grid; `build` f64, or f32 with half the memory and errors of 1e-5. */
export const createSteady = (grid: HeatGrid, build: KernelBuild): Steady => {
  const mesh = blockMesh(edgesOf(grid.x), edgesOf(grid.y), edgesOf(grid.z));
  const conduction = createConduction(mesh, { build });
  const network = conduction.network();
  const potential = conduction.potential(network);
  return {
    refresh: (links, anchor) => {
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
