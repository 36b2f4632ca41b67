import { describe, expect, test } from 'vitest';
import { BadInput } from '../error.ts';
import { levelTissue, restingCourse, restingTissue } from './testing/tissue.ts';
import { checkTissue, meanOverDepth, tissueFields } from './tissue.ts';

const faults = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map(({ path }) => path);
  }
  return [];
};

describe('a tissue', () => {
  test('passes unchanged', () => {
    const tissue = restingTissue(3);
    expect(checkTissue(tissue)).toBe(tissue);
  });

  test('is refused with every fault by its place', () => {
    const [draw] = levelTissue({ water: -1 }).draws;
    if (draw === undefined) throw new Error('a draw is missing');
    const short = { ...restingCourse(), elastin: new Float64Array(2) };
    const tissue = { ...restingTissue(), rest: { functionalI: 0.9, three: 0.2 }, draws: [draw, short] };
    expect(faults(() => checkTissue(tissue))).toEqual([
      'tissue.rest',
      'tissue.draws[0].water[0]',
      'tissue.draws[1].elastin',
    ]);
    expect(faults(() => checkTissue({ ...restingTissue(), times: Float64Array.of(2, 1) }))).toContain(
      'tissue.times',
    );
    expect(faults(() => checkTissue({ ...restingTissue(), draws: [] }))).toEqual(['tissue.draws']);
  });
});

describe('the mean over depth', () => {
  test('of layers alike is the layer, whatever their thickness', () => {
    const course = levelTissue({ collagen: 1.3, crossLinks: 0.7, elastin: 0.9 }).draws[0] ?? restingCourse();
    const mean = meanOverDepth([
      { thickness: 2e-4, course },
      { thickness: 9e-4, course },
    ]);
    for (const field of tissueFields) expect(mean[field][3]).toBeCloseTo(course[field][3] ?? 0, 12);
  });

  test('counts a layer by thickness, and its cross-links by collagen too', () => {
    const course = levelTissue({ collagen: 3, crossLinks: 0, elastin: 2 }).draws[0] ?? restingCourse();
    const mean = meanOverDepth([
      { thickness: 1e-4, course },
      { thickness: 3e-4, course: restingCourse() },
    ]);
    expect(mean.elastin[0]).toBeCloseTo(1.25, 12);
    expect(mean.collagen[0]).toBeCloseTo(1.5, 12);
    expect(mean.crossLinks[0]).toBeCloseTo(0.5, 12);
  });

  test('needs a thickness', () => {
    expect(() => meanOverDepth([])).toThrow(/thickness above 0/);
  });
});
