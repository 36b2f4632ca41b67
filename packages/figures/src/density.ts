import type { Candidate } from '@percuta/engine';

/** A density over depth: heights (1/m) at depths (m), shallow to deep. */
export interface Density {
  readonly depths: readonly number[];
  readonly heights: readonly number[];
}

type Track = Candidate['stroke']['tracks'][number];

const gridSize = 240;

export const depthGrid = (bottom: number): number[] =>
  Array.from({ length: gridSize + 1 }, (_, i) => (i * bottom) / gridSize);

/** Further out than this many widths a bell is below 1e-14 of its peak and left out. */
const farthest = 8;

/** Where a bell stands and how wide it is, in steps of an even grid whose first point is 0. */
interface Bell {
  readonly middle: number;
  readonly width: number;
}

/**
 * Adds a normal density (per step) at every point of the grid before `end`. From point to point a bell changes by a
 * factor that changes by a constant factor itself: two products a point in place of an exponential.
 */
const addBell = (heights: Float64Array, { middle, width }: Bell, end: number = heights.length): void => {
  const first = Math.max(0, Math.ceil(middle - farthest * width));
  const last = Math.min(end - 1, Math.floor(middle + farthest * width));
  const z = (first - middle) / width;
  const step = 1 / width;
  let height = Math.exp((-z * z) / 2) / (Math.sqrt(2 * Math.PI) * width);
  let factor = Math.exp(-step * (z + step / 2));
  const bend = Math.exp(-step * step);
  for (let i = first; i <= last; i += 1) {
    heights[i] = (heights[i] ?? 0) + height;
    height *= factor;
    factor *= bend;
  }
};

const spreadOf = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/**
 * On an even grid from the surface. Gaussian kernel, a little wider than Silverman's so that single draws do not show;
 * what it spills above the surface is folded back.
 */
export const densityOf = (values: Float64Array, depths: readonly number[]): Density => {
  const step = (depths[1] ?? 0) - (depths[0] ?? 0);
  const width = Math.max(1.3 * spreadOf(values) * values.length ** -0.2, step) / step;
  const sums = new Float64Array(depths.length);
  for (const value of values) {
    addBell(sums, { middle: value / step, width });
    addBell(sums, { middle: -value / step, width });
  }
  return { depths, heights: Array.from(sums, (sum) => sum / (values.length * step)) };
};

/** Where fat begins, and the part of that in which the longest track goes deeper. */
export interface BorderDensities {
  readonly border: Density;
  /** Its area is the share of tips that pass into fat. */
  readonly reached: Density;
}

/** ln depth of the first point and the step to the next, so that the last is the bottom. */
const logGrid = (tracks: readonly Track[], bottom: number) => {
  const least = tracks.reduce(
    (low, { dermalBorder, withinLogSd }) => Math.min(low, Math.log(dermalBorder) - farthest * withinLogSd),
    Math.log(bottom) - 1,
  );
  return { start: least, step: (Math.log(bottom) - least) / gridSize };
};

/**
 * Where fat begins over the draws and from place to place within the area, down to `bottom` (m): each draw a lognormal of
 * its own, a bell on a grid that is even in ln depth.
 */
export const borderDensities = (tracks: readonly Track[], bottom: number): BorderDensities => {
  const { start, step } = logGrid(tracks, bottom);
  const depths = Array.from({ length: gridSize + 1 }, (_, i) => Math.exp(start + i * step));
  const [all, passed] = [new Float64Array(depths.length), new Float64Array(depths.length)];
  for (const { ceiling, dermalBorder, withinLogSd } of tracks) {
    const bell = { middle: (Math.log(dermalBorder) - start) / step, width: withinLogSd / step };
    addBell(all, bell);
    addBell(passed, bell, Math.min(depths.length, Math.ceil((Math.log(ceiling) - start) / step)));
  }
  const densityFrom = (sums: Float64Array): Density => ({
    depths,
    heights: depths.map((depth, i) => (sums[i] ?? 0) / (tracks.length * step * depth)),
  });
  return { border: densityFrom(all), reached: densityFrom(passed) };
};

/** Area under a density, by trapezia. */
export const areaOf = ({ depths, heights }: Density): number =>
  depths.reduce((sum, depth, i) => {
    const [before, left] = [depths[i - 1], heights[i - 1]];
    const right = heights[i] ?? 0;
    return before === undefined || left === undefined ? sum : sum + ((left + right) / 2) * (depth - before);
  }, 0);
