import { expect, test } from 'vitest';
import { studies } from '../study/studies.ts';
import { improvedShare, levelOf, quartileOf } from './levels.ts';
import { measureIds } from './measure-ids.ts';
import { measureSchema } from './measure-schema.ts';
import { measure, measures } from './measures.ts';
import { unpooledMeasureIds } from './same-scale.ts';

test('every id has one record, in order', () => {
  expect(measures().map(({ id }) => id)).toEqual(measureIds);
});

test('what the records say of pooling and the type of what can be pooled agree', () => {
  const apart = measures().filter(({ pooling }) => pooling === 'never' || pooling === 'not across studies');
  expect(apart.map(({ id }) => id)).toEqual(unpooledMeasureIds);
});

test('recalled scoring tables are marked: all of them', () => {
  const tables = measures().flatMap(({ scoring, area_scoring }) => scoring ?? area_scoring ?? []);
  expect(tables.length).toBe(10);
  expect(new Set(tables.map(({ read }) => read))).toEqual(new Set(['recalled (unverified)']));
});

test('a smallest important change was found for two scales only', () => {
  const found = measures().filter((measure) => measure.minimal_important_difference !== 'none found');
  expect(found.map(({ id }) => id)).toEqual(['visual-analogue', 'allergan-fine-lines']);
});

test('the change that the trial with a sham found lies inside the error of one reading', () => {
  expect(measure('goodman-baron-quantitative').measurement_error?.points).toBeGreaterThan(3.4);
});

test('a recalled definition names no source, any other names one', () => {
  for (const { sources, read } of measures()) {
    expect(sources.length > 0).toBe(read !== 'recalled (unverified)');
  }
});

test('a scale with a misspelt direction or a range upside down is refused', () => {
  const record = { ...measure('lemperle'), sources: [] };
  expect(measureSchema.safeParse(record).success).toBe(true);
  expect(measureSchema.safeParse({ ...record, direction: 'down' }).success).toBe(false);
  expect(measureSchema.safeParse({ ...record, range: { min: 5, max: 0 } }).success).toBe(false);
});

test('outcomes of a study agree with the direction of their measure', () => {
  const outcomes = studies().flatMap(({ arms }) => arms.flatMap(({ outcomes }) => outcomes));
  const against = outcomes.filter(({ measure: id, direction }) => {
    const own = measure(id).direction;
    return direction !== undefined && own.endsWith('is better') && direction !== own;
  });
  expect(against).toEqual([]);
});

test.each([
  [-10, 1],
  [0, 1],
  [25, 1],
  [25.1, 2],
  [50, 2],
  [75, 3],
  [76, 4],
  [100, 4],
])('%d per cent is quartile %i', (percent, quartile) => {
  expect(quartileOf(percent)).toBe(quartile);
});

test('words that clash between papers fall into one level', () => {
  expect(levelOf('improvement-quartiles', 'marked')).toBe(levelOf('improvement-quartiles', 'good'));
  expect(levelOf('improvement-quartiles', 'splendid')).toBeUndefined();
});

const outcomeOf = (id: string, at: number) =>
  studies().flatMap(({ arms }) =>
    arms.filter((arm) => arm.id === id).flatMap(({ outcomes }) => outcomes[at] ?? []),
  );

test('the share of people in the levels that count as improved', () => {
  expect(outcomeOf('ali2017-mn', 0).map(improvedShare)).toEqual([12 / 15]);
  expect(outcomeOf('mfr-korea2023', 0).map(improvedShare)).toEqual([1]);
  expect(outcomeOf('dogra2014-mn', 1).map(improvedShare)).toEqual([undefined]);
});
