import { createRandom, latinHypercube, morrisDesign, sobolDesign } from '@percuta/numerics';
import { cellAt, gridCells, type Cell } from './column.ts';
import type { Study } from './study.ts';

/** The rows of a study: the value of every column in each. */
export interface Layout {
  readonly rows: readonly (readonly Cell[])[];
  /** Where the rows stand in the unit cube; a grid has no such points. */
  readonly points: readonly Float64Array[] | undefined;
}

const gridRows = ({ columns }: Study): Cell[][] =>
  columns.reduce<Cell[][]>(
    (rows, column) => {
      const cells = gridCells(column);
      return rows.flatMap((row) => cells.map((cell) => [...row, cell]));
    },
    [[]],
  );

const transposed = (columns: readonly Float64Array[]): Float64Array[] =>
  Array.from(columns[0] ?? [], (_, i) => new Float64Array(columns.map((column) => column[i] ?? 0)));

const pointsOf = (study: Study): Float64Array[] | undefined => {
  const { design } = study;
  const dimensions = study.columns.length;
  switch (design.kind) {
    case 'grid':
      return undefined;
    case 'latin hypercube':
    case 'calibration':
      return transposed(latinHypercube(design.rows, dimensions, design.seed));
    case 'sobol':
      return sobolDesign(design.samples, dimensions, design.seed);
    case 'morris':
      return morrisDesign(design.trajectories, dimensions, design.seed, design.levels);
    case 'cohort':
      return Array.from({ length: design.members }, (_, member) => {
        const random = createRandom(design.seed, member);
        return new Float64Array(dimensions).map(random.next);
      });
  }
};

/** Every row of a study, from its design and seed alone. */
export const layOut = (study: Study): Layout => {
  const points = pointsOf(study);
  if (points === undefined) return { rows: gridRows(study), points };
  const rows = points.map((point) => study.columns.map((column, k) => cellAt(column, point[k] ?? 0)));
  return { rows, points };
};
