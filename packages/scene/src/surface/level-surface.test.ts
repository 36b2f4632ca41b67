import { describe, expect, test } from 'vitest';
import { heatFieldAt } from '../film/heat-field.ts';
import { ballFilm, radiusAt } from '../testing/ball.ts';
import { levelSurface } from './level-surface.ts';

const body = 310.15;
const field = heatFieldAt(ballFilm(), { kind: 'temperature' }, 1);
const surface = (kelvin: number) => {
  if (field === undefined) throw new Error('the film has temperatures');
  return levelSurface(field, body + kelvin);
};

const radii = (points: Float32Array): number[] =>
  Array.from({ length: points.length / 3 }, (_, n) =>
    Math.hypot(points[3 * n] ?? 0, points[3 * n + 1] ?? 0, (points[3 * n + 2] ?? 0) - 1e-3),
  );

/** Volume inside, by tetrahedra from the middle of the ball. */
const volume = (points: Float32Array): number => {
  let sum = 0;
  for (let n = 0; n < points.length; n += 9) {
    const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, cx = 0, cy = 0, cz = 0] = points.subarray(
      n,
      n + 9,
    );
    const [a, b, c] = [az - 1e-3, bz - 1e-3, cz - 1e-3];
    sum += Math.abs(ax * (by * c - b * cy) - ay * (bx * c - b * cx) + a * (bx * cy - by * cx)) / 6;
  }
  return sum;
};

/** Edges of the triangles, each with how many triangles share it. */
const edgeCounts = (points: Float32Array): number[] => {
  const name = (n: number): string =>
    Array.from(points.subarray(3 * n, 3 * n + 3), (value) => Math.round(value * 1e9)).join(' ');
  const counts = new Map<string, number>();
  for (let n = 0; n < points.length / 3; n += 3) {
    const corners = [name(n), name(n + 1), name(n + 2)] as const;
    for (const [a, b] of [
      [corners[0], corners[1]],
      [corners[1], corners[2]],
      [corners[2], corners[0]],
    ] as const) {
      const edge = [a, b].sort().join('|');
      if (a !== b) counts.set(edge, (counts.get(edge) ?? 0) + 1);
    }
  }
  return [...counts.values()];
};

describe('the surface of a ball of heat', () => {
  // Half a cell of the grid is 0.05 mm; linear interpolation of a bell is far better than that.
  test('lies where the level is', () => {
    for (const kelvin of [5, 10, 20]) {
      const found = radii(surface(kelvin));
      expect(found.length).toBeGreaterThan(300);
      for (const radius of found) expect(Math.abs(radius - radiusAt(kelvin))).toBeLessThan(1e-5);
    }
  });

  test('is closed: every edge belongs to two triangles, and it holds the volume of the ball', () => {
    const points = surface(10);
    expect(edgeCounts(points).every((count) => count % 2 === 0)).toBe(true);
    const ball = (4 / 3) * Math.PI * radiusAt(10) ** 3;
    expect(Math.abs(volume(points) / ball - 1)).toBeLessThan(0.03);
  });

  test('is empty above the hottest place', () => {
    expect(surface(100)).toHaveLength(0);
  });
});
