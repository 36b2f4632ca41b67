import { describe, expect, test } from 'vitest';
import { ballBlock } from '../testing/ball.ts';
import { prepareFace } from './canvas.ts';
import { heatColours } from './colours.ts';
import { paintFace, type Aspect } from './paint.ts';

const block = ballBlock();
const cuts = { x: 1e-3, y: 0, z: 0 };
const canvas = prepareFace(block, cuts, 'front', 'light');
const paint = (aspect: Aspect, time: number): Uint8ClampedArray => {
  paintFace(canvas, block, aspect, time);
  return canvas.shown.pixels.slice();
};
const { width, height } = canvas.tissue;

/** The colour at a share across and down. */
const at = (pixels: Uint8ClampedArray, across: number, down: number): number[] => {
  const n = Math.floor(across * width) + width * Math.floor(down * height);
  return Array.from(pixels.subarray(4 * n, 4 * n + 3));
};
const changed = (pixels: Uint8ClampedArray): number => {
  let count = 0;
  for (let n = 0; n < pixels.length; n += 4) if (pixels[n] !== canvas.tissue.pixels[n]) count += 1;
  return count;
};

describe('a face', () => {
  test('shows no heat where nothing is warm, and the hottest band where the ball is', () => {
    expect(changed(paint({ kind: 'temperature' }, 0))).toBe(0);
    const hot = at(paint({ kind: 'temperature' }, 1), 0.5, 0.5);
    const [red = 0, green = 0] = heatColours('light')[6] ?? [];
    // Covered to nine tenths, over pale tissue.
    expect(Math.abs((hot[0] ?? 0) - red)).toBeLessThan(30);
    expect(Math.abs((hot[1] ?? 0) - green)).toBeLessThan(30);
  });

  test('the warm area grows in time', () => {
    const areas = [0.25, 0.5, 1].map((time) => changed(paint({ kind: 'temperature' }, time)));
    expect(areas[0]).toBeLessThan(areas[1] ?? 0);
    expect(areas[1]).toBeLessThan(areas[2] ?? 0);
  });

  test('a block does not differ from itself', () => {
    expect(changed(paint({ kind: 'difference', from: block }, 1))).toBe(0);
    expect(changed(paint({ kind: 'difference', from: { ...block, heat: undefined } }, 1))).toBe(0);
  });

  test('healing shows where the field departs from rest: beside the channel, in the upper dermis', () => {
    const pixels = paint({ kind: 'healing', quantity: 'clot' }, 86_400);
    const tissue = canvas.tissue.pixels;
    expect(at(pixels, 0.52, 0.2)).not.toEqual(at(tissue, 0.52, 0.2));
    expect(at(pixels, 0.52, 0.5)).toEqual(at(tissue, 0.52, 0.5));
    expect(at(pixels, 0.9, 0.2)).toEqual(at(tissue, 0.9, 0.2));
  });

  test('the whole wound has clot, cells and fibres only once something heals', () => {
    expect(changed(paint({ kind: 'wound' }, 0))).toBe(0);
    expect(changed(paint({ kind: 'wound' }, 86_400))).toBeGreaterThan(50);
  });
});
