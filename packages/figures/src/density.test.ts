import { expect, test } from 'vitest';
import { areaOf, borderDensities, densityOf, depthGrid } from './density.ts';
import { courseOf } from './testing/course.ts';

const { tracks, insertionDepths } = courseOf(1, 3).stroke;
const [any] = tracks;
const grid = depthGrid(6e-3);

test('the area under a density is one', () => {
  expect(areaOf(densityOf(insertionDepths, grid))).toBeCloseTo(1, 3);
  expect(areaOf(borderDensities(tracks, grid).border)).toBeCloseTo(1, 3);
});

test('the reached part is the share of places where the track passes the border', () => {
  if (any === undefined) throw new Error('the example has tracks');
  const at = (ceiling: number) =>
    borderDensities([{ ...any, dermalBorder: 1e-3, ceiling }], depthGrid(2e-3)).reached;
  expect(areaOf(at(1e-3))).toBeCloseTo(0.5, 1);
  // One spread above the middle: the normal distribution at 1.
  expect(areaOf(at(1e-3 * Math.exp(0.18)))).toBeCloseTo(0.8413, 1);
  expect(areaOf(at(3e-4))).toBeCloseTo(0, 3);
});
