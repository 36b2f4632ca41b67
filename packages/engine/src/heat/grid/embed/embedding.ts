import type { HeatGrid } from '../heat-grid.ts';
import { cellVolumes } from '../heat-grid.ts';

/** Links between one electrode and the tissue cells beside it; conductance = property of the cell times weight. */
export interface Contacts {
  /** Tissue cells; one may stand more than once. */
  readonly cells: Int32Array;
  /** m; 0 under a coat. */
  readonly electric: Float64Array;
  /** m. */
  readonly thermal: Float64Array;
  /** Layer k of the metal that the link ends on. */
  readonly layers: Int32Array;
  /** Half the volume between metal and centre, m³: what is nearer to the metal than to the centre (heat.31). */
  readonly halves: Float64Array;
  /** Share of the heat made in the cell that stays in it, where the field at the end of a coat says so (heat.28). */
  readonly shares?: Float64Array;
}

/** Electrodes in a grid: which cells are metal, and what the links of the others become. */
export interface Embedding {
  /** 0 tissue; e + 1 where electrode e takes the cell. */
  readonly metal: Uint8Array;
  /** m³ of tissue; 0 in metal cells, whose tissue counts with their neighbours. */
  readonly volumes: Float64Array;
  /** Factors on the links to the next cell along each axis. */
  readonly thermal: LinkFactors;
  readonly electric: LinkFactors;
  /** One for each electrode. */
  readonly contacts: readonly Contacts[];
}

export interface LinkFactors {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

/** An embedding while it is being made. */
export interface Draft {
  readonly grid: HeatGrid;
  readonly metal: Uint8Array;
  readonly volumes: Float64Array;
  readonly thermal: LinkFactors;
  readonly electric: LinkFactors;
  readonly contacts: DraftContact[][];
}

export interface DraftContact {
  readonly cell: number;
  electric: number;
  thermal: number;
  readonly layer: number;
  /** Distance of the centre from the metal, m. */
  readonly gap: number;
}

const ones = (cells: number): LinkFactors => ({
  x: new Float64Array(cells).fill(1),
  y: new Float64Array(cells).fill(1),
  z: new Float64Array(cells).fill(1),
});

export const draftOf = (grid: HeatGrid, electrodes: number): Draft => ({
  grid,
  metal: new Uint8Array(grid.cells),
  volumes: cellVolumes(grid),
  thermal: ones(grid.cells),
  electric: ones(grid.cells),
  contacts: Array.from({ length: electrodes }, () => []),
});

/** Tissue left in metal cells is shared among their tissue neighbours, so that no heat capacity is lost. */
const giveAway = ({ grid, metal, volumes }: Draft): void => {
  const { x, y, z } = grid;
  const [ny, nz] = [x.count, x.count * y.count];
  for (let cell = 0; cell < grid.cells; cell++) {
    if (metal[cell] === 0) continue;
    const i = cell % ny;
    const j = Math.floor(cell / ny) % y.count;
    const k = Math.floor(cell / nz);
    const takers = [
      i > 0 ? cell - 1 : -1,
      i < x.count - 1 ? cell + 1 : -1,
      j > 0 ? cell - ny : -1,
      j < y.count - 1 ? cell + ny : -1,
      k > 0 ? cell - nz : -1,
      k < z.count - 1 ? cell + nz : -1,
    ].filter((other) => other >= 0 && metal[other] === 0);
    for (const other of takers) volumes[other] += Math.max(0, volumes[cell]) / takers.length;
    volumes[cell] = 0;
  }
};

/** No link begins or ends in metal. */
const blockMetal = ({ grid, metal }: Draft, { x, y, z }: LinkFactors): void => {
  const [ny, nz] = [grid.x.count, grid.x.count * grid.y.count];
  for (let cell = 0; cell < grid.cells; cell++) {
    if (metal[cell] === 0) continue;
    x[cell] = y[cell] = z[cell] = 0;
    if (cell >= 1) x[cell - 1] = 0;
    if (cell >= ny) y[cell - ny] = 0;
    if (cell >= nz) z[cell - nz] = 0;
  }
};

const contactsOf = (draft: Draft, list: readonly DraftContact[]): Contacts => {
  const kept = list.filter(({ cell, thermal }) => draft.metal[cell] === 0 && thermal > 0);
  return {
    cells: Int32Array.from(kept, ({ cell }) => cell),
    electric: new Float64Array(kept.map(({ electric }) => electric)),
    thermal: new Float64Array(kept.map(({ thermal }) => thermal)),
    layers: Int32Array.from(kept, ({ layer }) => layer),
    halves: new Float64Array(kept.map(({ thermal, gap }) => (thermal * gap * gap) / 2)),
  };
};

export const finished = (draft: Draft): Embedding => {
  giveAway(draft);
  blockMetal(draft, draft.thermal);
  blockMetal(draft, draft.electric);
  const { metal, volumes, thermal, electric } = draft;
  return { metal, volumes, thermal, electric, contacts: draft.contacts.map((c) => contactsOf(draft, c)) };
};
