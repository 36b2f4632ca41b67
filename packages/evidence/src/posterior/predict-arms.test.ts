import { expect, test } from 'vitest';
import { z } from 'zod';
import { studyDocument } from '../study/studies.ts';
import { fitPosterior } from './fit.ts';
import { predictArms } from './predict-arms.ts';
import { tableReading } from './reading/read-table.ts';

const options = { seed: 1, draws: 200, warmup: 200 };
const posterior = fitPosterior(tableReading().used, options);
const predicted = (document: unknown) => predictArms(document, { ...options, posterior });

const bare = {
  id: 'new-study',
  blinding: 'assessor',
  arms: [
    {
      id: 'new-arm',
      role: 'needling',
      indication: 'atrophic-acne-scars',
      places: [{ words: 'cheeks', region: 'face' }],
      device: { words: 'pen', modality: 'needling' },
    },
  ],
};
const withOutcome = (outcome: object) => ({ ...bare, arms: [{ ...bare.arms[0], outcomes: [outcome] }] });

test('an arm without outcomes is predicted, and not scored', () => {
  const {
    predicted: [arm],
    coverage,
    refused,
  } = predicted(bare);
  expect(arm).toMatchObject({ study: 'new-study', arm: 'new-arm' });
  expect(arm?.levels.map(({ level }) => level)).toEqual(['worse', 'no-change', 'any', '25', '50', '75']);
  expect(arm?.scored).toBeUndefined();
  expect(coverage).toBeUndefined();
  expect(refused).toEqual([]);
});

test('an outcome changes nothing but the score', () => {
  const outcome = {
    words: 'response',
    measure: 'own-scale',
    responders: { k: 12, n: 20, definition: 'improvement of at least 50 %', k_derived: false },
  };
  const {
    predicted: [arm],
    coverage,
  } = predicted(withOutcome(outcome));
  expect(arm?.levels).toEqual(predicted(bare).predicted[0]?.levels);
  expect(arm?.scored).toMatchObject({ cut: '50', n: 20, observed: 12 });
  expect(coverage?.arms).toBe(1);
  expect(coverage?.meanAbsoluteError).toBeCloseTo(Math.abs(12 - (arm?.scored?.median ?? NaN)) / 20, 12);
});

test('a count that cannot be mapped says so', () => {
  const outcome = {
    words: 'response',
    measure: 'own-scale',
    responders: { k: 12, n: 20, definition: 'content', k_derived: false },
  };
  const {
    predicted: [arm],
  } = predicted(withOutcome(outcome));
  expect(arm?.note).toBe('the definition is not mapped to a level of improvement');
});

test('arms that the model does not speak of are refused with the reason', () => {
  const { refused, predicted: none } = predicted([studyDocument('garg2014'), studyDocument('ali2017')]);
  expect(none).toEqual([]);
  expect(refused.map(({ reason }) => reason)).toEqual([
    'the role is combination: the model speaks of needles alone',
    'the arm is in the table that the model was fitted to',
    'microdermabrasion is not needling',
  ]);
  const [arm] = bare.arms;
  const melasma = predicted({ ...bare, arms: [{ ...arm, indication: 'other' }] });
  expect(melasma.refused[0]?.reason).toMatch(/no arm of the table with the indication other/);
});

test('what is no record of a study is refused as a whole', () => {
  for (const document of [{}, [], { ...bare, colour: 'pink' }, { ...bare, arms: [{ id: 'a' }] }])
    expect(() => predicted(document)).toThrow(z.ZodError);
});
