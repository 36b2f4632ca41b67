import { expect, test } from 'vitest';
import { armsFor } from '../study/arms-for.ts';
import { isPoolable, onScale, sameScale } from './same-scale.ts';

const lower = 'lower is better' as const;

test('one scale is one measure with one direction and unit', () => {
  const ecca = { measure: 'ecca' as const, direction: lower };
  expect(sameScale(ecca, { measure: 'ecca', unit: 'points' })).toBe(true);
  expect(sameScale(ecca, { measure: 'goodman-baron-quantitative' })).toBe(false);
  expect(sameScale(ecca, { measure: 'ecca', direction: 'higher is better' })).toBe(false);
  expect(sameScale({ measure: 'gais', unit: 'points' }, { measure: 'gais', unit: 'grade' })).toBe(false);
});

test('the scale of a paper is not the scale of another paper', () => {
  expect(sameScale({ measure: 'own-scale' }, { measure: 'own-scale' })).toBe(false);
  expect(isPoolable('own-scale')).toBe(false);
  expect(isPoolable('goodman-baron-qualitative')).toBe(true);
});

test('outcomes on one scale, with their arms', () => {
  const arms = armsFor({ indication: 'atrophic-acne-scars' });
  const found = onScale('ecca', arms);
  expect(found.map(({ arm }) => arm.id)).toEqual([
    'kwon2017-nafl-fmr',
    'qu2025-nimfrf',
    'rana2017-mn',
    'rana2017-mnga',
    'sohag-mn',
  ]);
  expect(new Set(found.map(({ outcome }) => outcome.measure))).toEqual(new Set(['ecca']));
});
