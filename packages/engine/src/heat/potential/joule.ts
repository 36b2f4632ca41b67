import type { PotentialModel } from './potential.ts';

/**
 * Heat made in each cell, W, from the currents through its faces: each link gives g ΔV², by halves within
 * a material (then k T + sigma phi²/2 is harmonic on the grid too) and by the resistances of its two parts across layers, each contact to its cell and by half to metal that
 * takes heat (`takers`). The sum is Re(V I*) to the accuracy of the solve (heat.26).
 * `links` and `anchor` of the model must be those of `sigma`.
 */
export interface JouleParts {
  /** Of the groups, V. */
  readonly volts: readonly number[];
  /** Electrodes whose metal takes heat. */
  readonly takers: readonly boolean[];
  /** Material of each cell. */
  readonly ofCell: Uint8Array;
}

export interface JouleHeat {
  /** W a cell. */
  readonly cells: Float64Array;
  /** W into the metal of each electrode, one value a contact; undefined where it takes none. */
  readonly metal: readonly (Float64Array | undefined)[];
}

export const jouleHeat = (
  { grid, links, terminals }: PotentialModel,
  sigma: Float64Array,
  potential: Float64Array,
  { volts, takers, ofCell }: JouleParts,
): JouleHeat => {
  const heat = new Float64Array(grid.cells);
  const { x, y, z } = grid;
  const [nx, ny] = [x.count, y.count];
  const plane = nx * ny;
  const share = (link: number, cell: number, other: number, own: number, next: number): void => {
    const drop = potential[cell] - potential[other];
    const power = link * drop * drop;
    const [here, there] = [own / sigma[cell], next / sigma[other]];
    const part = ofCell[cell] === ofCell[other] ? power / 2 : power * (here / (here + there));
    heat[cell] += part;
    heat[other] += power - part;
  };
  for (let cell = 0; cell < grid.cells; cell++) {
    const i = cell % nx;
    if (links.x[cell] > 0) share(links.x[cell], cell, cell + 1, x.high[i], x.low[i + 1]);
    if (links.y[cell] > 0) {
      const j = Math.floor(cell / nx) % ny;
      share(links.y[cell], cell, cell + nx, y.high[j], y.low[j + 1]);
    }
    if (links.z[cell] > 0) {
      const k = Math.floor(cell / plane);
      share(links.z[cell], cell, cell + plane, z.high[k], z.low[k + 1]);
    }
  }
  const metal: (Float64Array | undefined)[] = takers.map(() => undefined);
  for (const { group, electrode, cells, weights } of terminals.list) {
    const taken = electrode !== undefined && takers[electrode] ? new Float64Array(cells.length) : undefined;
    if (electrode !== undefined) metal[electrode] = taken;
    for (let n = 0; n < cells.length; n++) {
      const drop = volts[group] - potential[cells[n]];
      const power = sigma[cells[n]] * weights[n] * drop * drop;
      heat[cells[n]] += taken === undefined ? power : power / 2;
      if (taken !== undefined) taken[n] = power / 2;
    }
  }
  return { cells: heat, metal };
};
