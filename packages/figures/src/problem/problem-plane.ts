import type { Heating, HeatProblem } from '@percuta/engine/heat';

/** A cut through a heat problem: across (m) and depth (m), value (i, k) number i + count × k. */
export interface ProblemPlane {
  readonly across: readonly number[];
  readonly depths: readonly number[];
  /** Where the cut lies, m; 0 in an axisymmetric domain. */
  readonly y: number;
  /** Values of a field in the cut. */
  readonly cut: (values: Float64Array) => Float64Array;
}

const nearest = (values: ArrayLike<number>, at: number): number => {
  let best = 0;
  for (let n = 1; n < values.length; n++) {
    if (Math.abs((values[n] ?? 0) - at) < Math.abs((values[best] ?? 0) - at)) best = n;
  }
  return best;
};

type Electrodes = HeatProblem['electrodes'];

const yOf = ({ shape }: Electrodes[number]): number => (shape.kind === 'needle' ? shape.y : shape.centre.y);

/** The row in which most electrodes stand; of equals the one nearest to the middle. */
const rowOf = (electrodes: Electrodes): number => {
  const rows = [...Map.groupBy(electrodes, yOf).entries()];
  rows.sort(([a, own], [b, other]) => other.length - own.length || Math.abs(a) - Math.abs(b));
  return rows[0]?.[0] ?? 0;
};

/** The cut that shows most: through a row of electrodes along x, or along the radius, mirrored. Undefined for a line. */
export const problemPlane = (
  { domain, electrodes }: HeatProblem,
  { grid }: Heating,
): ProblemPlane | undefined => {
  if (domain === undefined || domain.kind === 'line' || grid === undefined) return undefined;
  const [nx, ny, nz] = [grid.x.count, grid.y.count, grid.z.count];
  const isMirrored = domain.kind === 'axisymmetric';
  const y = isMirrored ? 0 : rowOf(electrodes);
  const j = isMirrored ? 0 : nearest(grid.y.centres, y);
  const own = Array.from(grid.x.centres);
  const count = isMirrored ? 2 * nx : nx;
  const cellOf = (i: number): number => (isMirrored ? (i < nx ? nx - 1 - i : i - nx) : i);
  return {
    across: isMirrored ? [...own.map((at) => -at).toReversed(), ...own] : own,
    depths: Array.from(grid.z.centres),
    y,
    cut: (values) =>
      new Float64Array(count * nz).map((_, place) => {
        const [i, k] = [cellOf(place % count), Math.floor(place / count)];
        return values[i + nx * (j + ny * k)] ?? NaN;
      }),
  };
};
