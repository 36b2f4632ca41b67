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

const spreadOf = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** Gaussian kernel, a little wider than Silverman's so that single draws do not show; what it spills above the surface is folded back. */
export const densityOf = (values: Float64Array, depths: readonly number[]): Density => {
  const step = (depths[1] ?? 0) - (depths[0] ?? 0);
  const width = Math.max(1.3 * spreadOf(values) * values.length ** -0.2, step);
  const at = (depth: number): number =>
    values.reduce((sum, value) => sum + bell((depth - value) / width) + bell((depth + value) / width), 0) /
    (values.length * width);
  return { depths, heights: depths.map(at) };
};

const lognormal = (depth: number, { dermalBorder, withinLogSd }: Track): number =>
  depth <= 0 ? 0 : bell(Math.log(depth / dermalBorder) / withinLogSd) / (depth * withinLogSd);

const meanOver = (tracks: readonly Track[], of: (track: Track) => number): number =>
  tracks.reduce((sum, track) => sum + of(track), 0) / tracks.length;

/** Where fat begins, over the draws and from place to place within the area. */
export const borderDensity = (tracks: readonly Track[], depths: readonly number[]): Density => ({
  depths,
  heights: depths.map((depth) => meanOver(tracks, (track) => lognormal(depth, track))),
});

/** The part of that in which the longest track goes deeper; its area is the share of tips that pass into fat. */
export const reachedDensity = (tracks: readonly Track[], depths: readonly number[]): Density => ({
  depths,
  heights: depths.map((depth) =>
    meanOver(tracks, (track) => (track.ceiling > depth ? lognormal(depth, track) : 0)),
  ),
});

/** Area under a density, by trapezia. */
export const areaOf = ({ depths, heights }: Density): number =>
  depths.reduce((sum, depth, i) => {
    const [before, left] = [depths[i - 1], heights[i - 1]];
    const right = heights[i] ?? 0;
    return before === undefined || left === undefined ? sum : sum + ((left + right) / 2) * (depth - before);
  }, 0);
