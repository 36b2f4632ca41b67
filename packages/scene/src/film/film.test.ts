import { describe, expect, test } from 'vitest';
import { ballBlock, ballFilm } from '../testing/ball.ts';
import { courseAt } from './course-at.ts';
import { healFieldAt, healPlace } from './heal-field.ts';
import { gridPoint, heatFieldAt } from './heat-field.ts';
import { between } from './moment-at.ts';
import { logDamageOf, packDamage, packTemperature, temperatureOf } from './pack.ts';
import { readStencil, stencilFor } from './stencil.ts';

describe('frames', () => {
  test('packing loses no more than half a step', () => {
    const kelvin = Float64Array.of(250, 310.153, 373.15, 600);
    packTemperature(kelvin).forEach((packed, n) => {
      expect(Math.abs(temperatureOf(packed) - (kelvin[n] ?? 0))).toBeLessThanOrEqual(0.0051);
    });
    expect(logDamageOf(packDamage(Float64Array.of(1))[0] ?? 0)).toBeCloseTo(0, 3);
    expect(packDamage(Float64Array.of(0))[0]).toBe(0);
  });

  test('a time lies between two frames, or at an end', () => {
    const times = Float64Array.of(0, 1, 3);
    expect(between(times, 2)).toEqual({ before: 1, after: 2, share: 0.5 });
    expect(between(times, -1)).toEqual({ before: 0, after: 0, share: 0 });
    expect(between(times, 9)).toEqual({ before: 2, after: 2, share: 0 });
  });

  test('temperature is linear in time between frames, and a stencil reads what stands in the cells', () => {
    const film = ballFilm();
    const field = heatFieldAt(film, { kind: 'temperature' }, 0.5);
    if (field === undefined) throw new Error('the film has temperatures');
    const middle = { x: 0, y: 0, z: 1e-3 };
    const out = new Float32Array(1);
    readStencil(
      field,
      stencilFor(film, 1, () => middle),
      out,
    );
    expect(out[0]).toBeCloseTo(310.15 + 20, 1);
    const course = courseAt(film, { kind: 'temperature' }, middle);
    expect(course[0]).toBeCloseTo(310.15, 1);
    expect(course[1]).toBeCloseTo(350.15, 1);
  });

  test('a folded film is the same on both sides of its mirror', () => {
    const film = { ...ballFilm(), fold: { x: true, y: false }, centre: { x: 5e-4, y: 0 } };
    expect(gridPoint(film, -7e-4, 1e-4, 1e-3)).toEqual(gridPoint(film, 7e-4, 1e-4, 1e-3));
  });

  test('a radius stands for x and y where the domain is round', () => {
    const film = { ...ballFilm(), geometry: 'axisymmetric' } as const;
    expect(gridPoint(film, 3e-4, 4e-4, 1e-3)).toEqual([5e-4, 0, 1e-3]);
  });
});

describe('healing', () => {
  const { healing } = ballBlock();
  if (healing === undefined) throw new Error('the block heals');

  test('a point of skin finds its ring and layer, and none above the dermis', () => {
    expect(healPlace(healing, 1e-4, 3e-4)).toBe(0);
    expect(healPlace(healing, 5e-4, 3e-4)).toBe(1);
    expect(healPlace(healing, 1e-4, 9e-4)).toBe(2);
    expect(healPlace(healing, 1e-4, 5e-5)).toBe(-1);
  });

  test('half-way in time is half-way in value', () => {
    expect(healFieldAt(healing, 'clot', 43_200).values[0]).toBeCloseTo(0.25);
  });
});
