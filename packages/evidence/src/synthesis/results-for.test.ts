import { expect, test } from 'vitest';
import { indicationIds } from '../course/indication.ts';
import { studyDocument } from '../study/studies.ts';
import { studySchema, type Study } from '../study/study-schema.ts';
import { resultsFor } from './results-for.ts';

const scars = { indication: 'atrophic-acne-scars', modality: 'needling' } as const;

/** The same study under other names and numbers. */
const copy = (study: string, id: string, change: object = {}): Study => {
  const text = JSON.stringify(studyDocument(study as Parameters<typeof studyDocument>[0]));
  return studySchema.parse({ ...JSON.parse(text.replaceAll(study, id)), ...change });
};

const find = (from: readonly Study[]) =>
  resultsFor(scars, from).find(({ measure }) => measure === 'goodman-baron-qualitative');

test('changes of one scale are pooled, each arm once, and the assumed correlation is varied', () => {
  const result = find([copy('dalwig2020', 'dalwig2020'), copy('sharma-jpad', 'sharma-jpad')]);
  expect(result).toMatchObject({
    kind: 'change',
    unit: 'grade',
    studies: 2,
    people: 40,
    armsWithoutNumber: 1,
  });
  // dalwig2020: half of 0.78 to 1.05 over 1.96; sharma-jpad: 3.2 (0.4) to 2.36 (0.56), n 40, correlation 0.5.
  const [dalwig, sharma] = result?.results ?? [];
  expect(dalwig?.estimate).toBe(0.91);
  expect((dalwig?.interval.high ?? NaN) - (dalwig?.interval.low ?? NaN)).toBeCloseTo(0.27, 10);
  expect(sharma?.estimate).toBeCloseTo(0.84, 12);
  const variance = (0.4 ** 2 + 0.56 ** 2 - 0.4 * 0.56) / 40;
  expect(sharma?.interval.high).toBeCloseTo(0.84 + 2.0226909 * Math.sqrt(variance), 6);
  expect(result?.results.reduce((sum, { weight = NaN }) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(result?.overCorrelations.map(({ correlation }) => correlation)).toEqual([0, 0.7]);
  // Two studies leave one degree of freedom: 12.7 standard errors to each side.
  expect((result?.pooled?.interval.high ?? 0) - (result?.pooled?.estimate ?? 0)).toBeGreaterThan(0.3);
});

test('shares of one scale are pooled with the binomial model, and stay between 0 and 1', () => {
  const result = resultsFor(scars).find(({ measure }) => measure === 'responders-one-grade-or-more');
  expect(result).toMatchObject({ kind: 'share', studies: 2, people: 46 });
  expect(result?.results.map(({ events, people }) => [events, people])).toEqual([
    [33, 36],
    [7, 10],
  ]);
  const { estimate = NaN, interval, prediction } = result?.pooled ?? {};
  expect(estimate).toBeGreaterThan(0.7);
  expect(estimate).toBeLessThan(33 / 36);
  expect(prediction?.low).toBeLessThan(interval?.low ?? NaN);
  expect(prediction?.high).toBeLessThan(1);
});

test('one study is not pooled, and neither is a held-out one', () => {
  const one = find([copy('dalwig2020', 'dalwig2020')]);
  expect(one).toMatchObject({ pooled: undefined, notPooled: 'one study, not pooled' });
  const held = find([
    copy('dalwig2020', 'dalwig2020'),
    copy('sharma-jpad', 'sharma-jpad', { split: 'held-out' }),
  ]);
  expect(held?.results.map(({ study }) => study)).toEqual(['dalwig2020']);
});

test('arms of one study are not taken for independent', () => {
  const sharma = copy('sharma-jpad', 'sharma-jpad');
  const [arm] = sharma.arms;
  const twice = { ...sharma, arms: arm === undefined ? [] : [arm, { ...arm, id: 'again' }] };
  const result = find([copy('dalwig2020', 'dalwig2020'), twice]);
  expect(result?.results).toHaveLength(3);
  expect(result?.studies).toBe(2);
  expect(result?.pooled?.method).toContain('three levels');
});

test('a scale without a number says what its studies found, the negative ones too', () => {
  const result = resultsFor(scars).find(({ measure }) => measure === 'goodman-baron-qualitative');
  expect(result?.unpooled).toContainEqual({
    study: 'pakla2021',
    arm: 'pakla2021-mn',
    found: 'unchanged',
    reason: 'no change with its spread is reported',
  });
});

test('no scale stands twice, and none of those that cannot be pooled', () => {
  for (const modality of ['needling', 'rf'] as const) {
    for (const indication of indicationIds) {
      const scales = resultsFor({ indication, modality }).map(({ measure }) => measure);
      expect(new Set(scales).size).toBe(scales.length);
      expect(scales).not.toContain('own-scale');
    }
  }
});
