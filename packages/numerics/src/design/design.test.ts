import { describe, expect, test } from 'vitest';
import { latinHypercube } from './latin-hypercube.ts';
import { morrisDesign } from './morris-design.ts';
import { sobolDesign } from './sobol-design.ts';

describe('latinHypercube', () => {
  test('one value in every interval of every dimension', () => {
    for (const column of latinHypercube(50, 4, 3)) {
      const intervals = Array.from(column, (u) => Math.floor(u * 50)).sort((a, b) => a - b);
      expect(intervals).toEqual(Array.from({ length: 50 }, (_, k) => k));
    }
  });

  test('the same seed repeats, another does not', () => {
    expect(latinHypercube(8, 2, 1)).toEqual(latinHypercube(8, 2, 1));
    expect(latinHypercube(8, 2, 1)).not.toEqual(latinHypercube(8, 2, 2));
  });
});

describe('morrisDesign', () => {
  test('each step changes one dimension, each dimension once, on the grid', () => {
    const rows = morrisDesign(20, 5, 7, 4);
    expect(rows).toHaveLength(20 * 6);
    for (let start = 0; start < rows.length; start += 6) {
      const changed = [1, 2, 3, 4, 5].map((step) => {
        const [before, after] = [rows[start + step - 1], rows[start + step]];
        const moved = [0, 1, 2, 3, 4].filter((k) => before[k] !== after[k]);
        expect(moved).toHaveLength(1);
        expect(Math.abs(after[moved[0]] - before[moved[0]])).toBeCloseTo(2 / 3, 15);
        return moved[0];
      });
      expect(changed.sort()).toEqual([0, 1, 2, 3, 4]);
    }
    expect([...new Set(rows.flatMap((row) => [...row]))].sort()).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  test('more trajectories begin with the same', () => {
    expect(morrisDesign(5, 3, 1).slice(0, 8)).toEqual(morrisDesign(2, 3, 1));
  });

  test('odd levels have no middle step', () => {
    expect(() => morrisDesign(2, 2, 1, 5)).toThrow(RangeError);
  });
});

describe('sobolDesign', () => {
  test('rows a, b, and a with one coordinate of b', () => {
    const rows = sobolDesign(4, 3, 1);
    expect(rows).toHaveLength(4 * 5);
    for (let start = 0; start < rows.length; start += 5) {
      const [a, b, ...mixed] = rows.slice(start, start + 5);
      mixed.forEach((row, k) => expect(row).toEqual(a.with(k, b[k])));
      expect(a.every((u, k) => u !== b[k])).toBe(true);
    }
  });

  test('what has no point is refused', () => {
    expect(() => sobolDesign(0, 3, 1)).toThrow(RangeError);
    expect(() => sobolDesign(4, 33, 1)).toThrow(RangeError);
  });
});
