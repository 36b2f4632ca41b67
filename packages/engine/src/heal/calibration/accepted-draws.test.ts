import { expect, test } from 'vitest';
import { healModelHash } from '../../../../../tools/heal/model-hash.ts';
import { jointValues } from './joint-draw.ts';
import { acceptedDraws, calibratedHash, calibratedRows, strayed } from './accepted-draws.ts';
import { courseReadings } from './course-reading.ts';
import { surfaceReadings } from './surface-reading.ts';
import { courseConditions, experiments, surfaceConditions } from './targets.ts';

test('the draws belong to the model that made them', () => {
  // To mend it: tools/heal/calibrate.ts --confirm, and --write if the draws read otherwise.
  expect(calibratedHash).toBe(healModelHash());
});

test('a draw, run again, reads as it was kept and keeps every condition', () => {
  expect(strayed(acceptedDraws[Math.floor(acceptedDraws.length / 2)])).toEqual([]);
});

test('a draw of another model is noticed', () => {
  const [draw] = acceptedDraws;
  expect(strayed({ ...draw, tissue: draw.tissue + 1 })).not.toEqual([]);
});

test('every kept reading lies in its window, and no two draws are the same', () => {
  for (const { id, low, high } of [...surfaceConditions, ...courseConditions]) {
    for (const { readings } of acceptedDraws) {
      // Kept to four digits.
      expect(readings[id]).toBeGreaterThanOrEqual(low - 1e-3 * Math.abs(low));
      expect(readings[id]).toBeLessThanOrEqual(high + 1e-3 * Math.abs(high));
    }
  }
  expect(new Set(acceptedDraws.map(({ tissue }) => tissue)).size).toBe(acceptedDraws.length);
  expect(new Set(acceptedDraws.map(({ surface }) => surface)).size).toBe(acceptedDraws.length);
});

test('conditions name readings and experiments that exist, and records', () => {
  for (const { reading } of surfaceConditions) expect(surfaceReadings).toHaveProperty([reading]);
  for (const { reading, experiment } of courseConditions) {
    expect(courseReadings).toHaveProperty([reading]);
    expect(experiments.has(experiment)).toBe(true);
  }
  expect(calibratedRows).toContain('V28');
});

test('what only the surface knows comes from its own tries', () => {
  const one = jointValues({ tissue: 5, surface: 1 });
  const other = jointValues({ tissue: 5, surface: 2 });
  expect(one.v_K).not.toBe(other.v_K);
  expect(one.d_A).toBe(other.d_A);
});
