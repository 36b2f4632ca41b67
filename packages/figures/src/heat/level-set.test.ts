import { expect, test } from 'vitest';
import { levelSet } from './level-set.ts';

const points = Array.from({ length: 41 }, (_, n) => n - 20);
const field = {
  xs: points,
  ys: points,
  values: Float64Array.from({ length: 41 * 41 }, (_, place) => {
    const [x, y] = [(place % 41) - 20, Math.floor(place / 41) - 20];
    return -Math.sqrt(x * x + y * y);
  }),
};

/** Area of closed pieces of a path, by the shoelace rule. */
const areaOf = (path: string): number =>
  path
    .split('Z')
    .filter((piece) => piece !== '')
    .reduce((total, piece) => {
      const at = piece
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number));
      const twice = at.reduce((sum, [x = 0, y = 0], n) => {
        const [u = 0, v = 0] = at[(n + 1) % at.length] ?? [];
        return sum + x * v - u * y;
      }, 0);
      return total + Math.abs(twice) / 2;
    }, 0);

test('the area of a disc of radius 10', () => {
  expect(areaOf(levelSet(field, -10).area) / (Math.PI * 100)).toBeCloseTo(1, 2);
});

test('every point of the edge lies at the level', () => {
  const numbers = levelSet(field, -10).edge.match(/-?\d+(\.\d)? -?\d+(\.\d)?/g) ?? [];
  expect(numbers.length).toBeGreaterThan(40);
  for (const point of numbers) {
    const [x = 0, y = 0] = point.split(' ').map(Number);
    // A chord of one square and a tenth of rounding.
    expect(Math.abs(Math.sqrt(x * x + y * y) - 10)).toBeLessThan(0.12);
  }
});

test('nowhere above a level that is not reached', () => {
  expect(levelSet(field, 1)).toEqual({ area: '', edge: '' });
});
