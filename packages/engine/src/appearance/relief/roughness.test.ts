import { cos } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { heightMap, planeThrough, abovePlane } from './height-map.ts';
import { measureLesion } from './lesion-measure.ts';
import { roughnessOf } from './roughness.ts';

const um = 1e-6;
const mm = 1e-3;
const size = { nx: 400, ny: 400, spacing: 0.02 * mm };
const side = size.nx * size.spacing;
const amplitude = 20 * um;
/** Even about the middle, so that whole waves have no slope of their own. */
const wave = (x: number): number => amplitude * cos((2 * Math.PI * 8 * x) / side);
const tilt = (x: number, y: number): number => 0.1 * x - 0.05 * y + 3 * mm;

describe('roughness of surfaces with known values', () => {
  test('a sinusoid: Sa = 2 A/pi, Sq = A/sqrt 2, Sz = 2 A', () => {
    const { sa, sq, sz } = roughnessOf(heightMap(size, wave));
    // 50 cells a wave: sums of |cos| over cells are off by (pi/n)^2/3 at most, peaks between cells by (pi/n)^2/2.
    expect(Math.abs(sa / ((2 * amplitude) / Math.PI) - 1)).toBeLessThan((Math.PI / 50) ** 2 / 3 + 1e-6);
    expect(sq / (amplitude / Math.SQRT2)).toBeCloseTo(1, 9);
    expect(Math.abs(sz / (2 * amplitude) - 1)).toBeLessThan((Math.PI / 50) ** 2 / 2);
  });

  test('two crossed waves: Sq of the sum of squares', () => {
    const crossed = heightMap(size, (x, y) => wave(x) + 2 * wave(y));
    expect(roughnessOf(crossed).sq / (amplitude * Math.sqrt(5 / 2))).toBeCloseTo(1, 9);
  });

  test('a tilted plane has none, and tilt adds none to a surface', () => {
    expect(roughnessOf(heightMap(size, tilt)).sz).toBeLessThan(1e-14);
    const flat = roughnessOf(heightMap(size, wave));
    const tilted = roughnessOf(heightMap(size, (x, y) => wave(x) + tilt(x, y)));
    expect(tilted.sa / flat.sa).toBeCloseTo(1, 9);
    expect(tilted.sz / flat.sz).toBeCloseTo(1, 9);
  });

  test('the plane is the one that was put in', () => {
    const map = heightMap(size, (x, y) => 0.02 * x - 0.03 * y + mm);
    const plane = planeThrough(map);
    expect(plane.mean).toBeCloseTo(mm, 12);
    expect(plane.slopeX).toBeCloseTo(0.02, 12);
    expect(plane.slopeY).toBeCloseTo(-0.03, 12);
    expect(abovePlane(map, plane).data.every((z) => Math.abs(z) < 1e-14)).toBe(true);
  });

  test('cells on one line span no plane', () => {
    expect(() => planeThrough(heightMap({ nx: 5, ny: 1, spacing: 1 }, () => 0))).toThrow(/on one line/);
  });
});

describe('depth and volume', () => {
  const [radius, depth] = [1.5 * mm, 0.4 * mm];
  const inside = (x: number, y: number): boolean => x * x + y * y < radius * radius;
  /** Bowl of a sphere: R = (a^2 + h^2)/(2 h), V = pi h (3 a^2 + h^2)/6. */
  const ball = (radius * radius + depth * depth) / (2 * depth);
  const cap = (x: number, y: number): number =>
    inside(x, y) ? ball - depth - Math.sqrt(ball * ball - x * x - y * y) : 0;
  const volume = (Math.PI * depth * (3 * radius * radius + depth * depth)) / 6;

  test('a spherical cap', () => {
    const measure = measureLesion(heightMap(size, cap), inside);
    expect(measure.volume / volume).toBeCloseTo(1, 3);
    expect(measure.depth / depth).toBeCloseTo(1, 3);
    expect(measure.area / (Math.PI * radius * radius)).toBeCloseTo(1, 2);
  });

  test('the same on tilted skin', () => {
    const tilted = heightMap(size, (x, y) => cap(x, y) + 0.2 * x + 0.1 * y);
    expect(measureLesion(tilted, inside).volume / volume).toBeCloseTo(1, 3);
  });

  test('flat skin has neither', () => {
    const flat = measureLesion(
      heightMap(size, () => mm),
      inside,
    );
    expect(flat.depth).toBeLessThan(1e-14);
    expect(Math.abs(flat.volume)).toBeLessThan(1e-18);
  });

  test('a cone holds a third of its cylinder', () => {
    const cone = heightMap(size, (x, y) => -depth * Math.max(0, 1 - Math.sqrt(x * x + y * y) / radius));
    expect(measureLesion(cone, inside).volume / ((Math.PI * radius * radius * depth) / 3)).toBeCloseTo(1, 3);
  });

  test('a lesion smaller than a cell is refused', () => {
    expect(() => measureLesion(heightMap(size, cap), () => false)).toThrow(/no cell/);
  });
});
