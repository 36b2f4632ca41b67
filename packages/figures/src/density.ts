import type { Candidate } from '@percuta/engine';

/** A density over depth: heights at evenly spaced depths (m), 1/m. */
export interface Density {
  readonly depths: readonly number[];
  readonly heights: readonly number[];
}

type Track = Candidate['stroke']['tracks'][number];

const gridSize = 240;

export const depthGrid = (bottom: number): number[] =>
  Array.from({ length: gridSize + 1 }, (_, i) => (i * bottom) / gridSize);

const bell = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Further out than this a bell is below 1e-14 of its peak and left out. */
const farthest = 8;

const spreadOf = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** Gaussian kernel, a little wider than Silverman's so that single draws do not show; what it spills above the surface is folded back. */
export const densityOf = (values: Float64Array, depths: readonly number[]): Density => {
  const step = (depths[1] ?? 0) - (depths[0] ?? 0);
  const width = Math.max(1.3 * spreadOf(values) * values.length ** -0.2, step);
  const at = (depth: number): number => {
    let sum = 0;
    for (const value of values) {
      const near = (depth - value) / width;
      const folded = (depth + value) / width;
      if (near < farthest && near > -farthest) sum += bell(near);
      if (folded < farthest) sum += bell(folded);
    }
    return sum / (values.length * width);
  };
  return { depths, heights: depths.map(at) };
};

/** Where fat begins, and the part of that in which the longest track goes deeper. */
export interface BorderDensities {
  readonly border: Density;
  /** Its area is the share of tips that pass into fat. */
  readonly reached: Density;
}

/** Where fat begins over the draws and from place to place within the area: each draw a lognormal of its own. */
export const borderDensities = (tracks: readonly Track[], depths: readonly number[]): BorderDensities => {
  const logs = Float64Array.from(tracks, ({ dermalBorder }) => Math.log(dermalBorder));
  const [border, reached] = [depths.map(() => 0), depths.map(() => 0)];
  depths.forEach((depth, i) => {
    if (depth <= 0) return;
    const logDepth = Math.log(depth);
    let [all, passed] = [0, 0];
    tracks.forEach(({ ceiling, withinLogSd }, n) => {
      const z = (logDepth - (logs[n] ?? 0)) / withinLogSd;
      if (z > farthest || z < -farthest) return;
      const height = bell(z) / (depth * withinLogSd);
      all += height;
      if (ceiling > depth) passed += height;
    });
    border[i] = all / tracks.length;
    reached[i] = passed / tracks.length;
  });
  return { border: { depths, heights: border }, reached: { depths, heights: reached } };
};

/** Area under a density, by trapezia. */
export const areaOf = ({ depths, heights }: Density): number =>
  depths.reduce((sum, depth, i) => {
    const [before, left] = [depths[i - 1], heights[i - 1]];
    const right = heights[i] ?? 0;
    return before === undefined || left === undefined ? sum : sum + ((left + right) / 2) * (depth - before);
  }, 0);
