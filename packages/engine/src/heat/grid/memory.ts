import { OutsideModel } from '../../error.ts';
import type { HeatGrid } from './heat-grid.ts';

// Fields of 8 bytes that a run holds at once: geometry, links, potential with its levels, heat, results.
const FIELDS = 90;
const MOST_BYTES = 3e9;

/** Bytes that a run on a grid needs, with one field more for each kinetics set, group and stored output. */
export const memoryOf = ({ cells }: HeatGrid, extraFields: number): number =>
  cells * 8 * (FIELDS + extraFields);

const millimetres = (metres: number): string => `${(metres * 1e3).toPrecision(3)} mm`;

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

/** Throws OutsideModel, with the sizes of cells that would fit, where a grid needs more than 3 GB. */
export const assertFits = (grid: HeatGrid, extraFields: number): void => {
  const bytes = memoryOf(grid, extraFields);
  if (bytes <= MOST_BYTES) return;
  const axes = [grid.x, grid.y, grid.z].filter(({ count }) => count > 1);
  // Cells fall as the power of their size that there are axes; the root is taken by halving the logarithm's range.
  let [low, high] = [1, 1e4];
  const cells = (ratio: number): number =>
    axes.reduce((product, { count }) => product * Math.max(1, count / ratio), 1);
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (cells(middle) * (bytes / grid.cells) > MOST_BYTES) low = middle;
    else high = middle;
  }
  // Rounded up, so that what is offered fits.
  const ratio = Math.ceil(high * 10) / 10;
  const sizes = axes.flatMap(({ edges, count }) =>
    Array.from({ length: count }, (_, i) => edges[i + 1] - edges[i]),
  );
  const [finest, coarsest] = [Math.min, Math.max].map((most) =>
    millimetres(ratio * sizes.reduce((a, b) => most(a, b))),
  );
  throw new OutsideModel(
    `the grid has ${grid.x.count} x ${grid.y.count} x ${grid.z.count} cells and would need ${gigabytes(bytes)} GB; ask for a finest and coarsest cell ${ratio.toFixed(1)} times as large: under domain.grid finest "${finest}" and coarsest "${coarsest}"`,
    `allowed: at most ${gigabytes(MOST_BYTES)} GB`,
  );
};
