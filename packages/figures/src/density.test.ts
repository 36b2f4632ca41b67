import { expect, test } from 'vitest';
import { areaOf, borderDensities, densityOf, depthGrid } from './density.ts';
import { courseOf } from './testing/course.ts';

const { tracks, insertionDepths } = courseOf(1, 3).stroke;
const [any] = tracks;
const grid = depthGrid(6e-3);
const bell = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

test('the area under a density is one', () => {
  expect(areaOf(densityOf(insertionDepths, grid))).toBeCloseTo(1, 3);
  expect(areaOf(borderDensities(tracks, 6e-3).border)).toBeCloseTo(1, 3);
});

test('curves are sums of bells, folded back at the surface and cut at the track', () => {
  if (any === undefined) throw new Error('the example has tracks');
  const some = Float64Array.of(1e-4, 4e-4, 9e-4);
  const spread = Math.sqrt(some.reduce((sum, value) => sum + (value - 14e-4 / 3) ** 2, 0) / 3);
  const width = 1.3 * spread * 3 ** -0.2;
  const direct = (depth: number) =>
    some.reduce((sum, value) => sum + bell((depth - value) / width) + bell((depth + value) / width), 0) /
    (3 * width);
  const { depths, heights } = densityOf(some, grid);
  depths.forEach((depth, i) => expect(heights[i]).toBeCloseTo(direct(depth), 6));

  const { border, reached } = borderDensities([{ ...any, dermalBorder: 1e-3, ceiling: 8e-4 }], 6e-3);
  border.depths.forEach((depth, i) => {
    const height = bell(Math.log(depth / 1e-3) / any.withinLogSd) / (depth * any.withinLogSd);
    expect(border.heights[i]).toBeCloseTo(height, 6);
    expect(reached.heights[i]).toBeCloseTo(depth < 8e-4 ? height : 0, 6);
  });
});

test('the reached part is the share of places where the track passes the border', () => {
  if (any === undefined) throw new Error('the example has tracks');
  const at = (ceiling: number) => borderDensities([{ ...any, dermalBorder: 1e-3, ceiling }], 2e-3).reached;
  expect(areaOf(at(1e-3))).toBeCloseTo(0.5, 1);
  // One spread above the middle: the normal distribution at 1.
  expect(areaOf(at(1e-3 * Math.exp(0.18)))).toBeCloseTo(0.8413, 1);
  expect(areaOf(at(3e-4))).toBeCloseTo(0, 3);
});
