import { OutsideModel } from '../../error.ts';
import type { Axis } from './axis.ts';
import type { HeatGrid } from './heat-grid.ts';

// Fields of 8 bytes that a run holds at once: geometry, links, potential with its levels, heat, results.
const FIELDS = 90;
const MOST_BYTES = 3e9;

/** Bytes that a run on a grid needs, with one field more for each kinetics set, group and stored output. */
export const memoryOf = ({ cells }: HeatGrid, extraFields: number): number =>
  cells * 8 * (FIELDS + extraFields);

/** Sizes of cells, m. */
export interface CellSizes {
  readonly finest: number;
  readonly coarsest: number;
}

const cellsText = ({ x, y, z }: HeatGrid): string => `${x.count} x ${y.count} x ${z.count} cells`;
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
const millimetres = (metres: number): string => `${Number((metres * 1e3).toPrecision(digits))} mm`;

// Of the sizes that are offered, each a little larger than the one before.
const digits = 3;
const stepUp = 1.2;
const mostSteps = 60;

/** What a size is when it has been written with a few digits and read again. */
const asWritten = (metres: number): number => Number(metres.toPrecision(digits));

const widthsOf = ({ edges, count }: Axis): number[] =>
  Array.from({ length: count }, (_, i) => edges[i + 1] - edges[i]);

const sizesOf = (grid: HeatGrid): CellSizes => {
  const widths = [grid.x, grid.y, grid.z].filter(({ count }) => count > 1).flatMap(widthsOf);
  return {
    finest: widths.reduce((least, width) => Math.min(least, width), Infinity),
    coarsest: widths.reduce((most, width) => Math.max(most, width), 0),
  };
};

/** The next coarser grid that fits, as what to ask for. */
const offer = (grid: HeatGrid, extraFields: number, gridOf: (sizes: CellSizes) => HeatGrid): string => {
  const { finest, coarsest } = sizesOf(grid);
  let ratio = stepUp;
  for (let n = 0; n < mostSteps; n++) {
    const sizes = { finest: asWritten(ratio * finest), coarsest: asWritten(ratio * coarsest) };
    const coarser = gridOf(sizes);
    const bytes = memoryOf(coarser, extraFields);
    if (bytes <= MOST_BYTES) {
      return (
        `ask for domain.grid.finest "${millimetres(sizes.finest)}" and domain.grid.coarsest ` +
        `"${millimetres(sizes.coarsest)}", without edges of your own: ${cellsText(coarser)}, ${gigabytes(bytes)}`
      );
    }
    ratio *= stepUp;
  }
  return 'make the domain smaller, or take fewer electrodes: no coarser grid fits';
};

/**
 * Throws OutsideModel where a grid needs more than 3 GB, with the next coarser one that fits. `gridOf` lays the same
 * problem with cells of other sizes.
 */
export const assertFits = (
  grid: HeatGrid,
  extraFields: number,
  gridOf: (sizes: CellSizes) => HeatGrid,
): void => {
  const bytes = memoryOf(grid, extraFields);
  if (bytes <= MOST_BYTES) return;
  throw new OutsideModel(
    `the grid has ${cellsText(grid)} and would need ${gigabytes(bytes)}; allowed: at most ${gigabytes(MOST_BYTES)}`,
    offer(grid, extraFields, gridOf),
  );
};
