import { expect, test } from 'vitest';
import { armsSchemaFor } from '../predict-arms.ts';
import { isPublishedArms } from './published-arms.ts';
import { readArm } from './read-arm.ts';

const arm = (more: object = {}) => ({
  id: 'a-1',
  study_id: 'a',
  arm_role: 'needling',
  design: 'RCT split-face, blinded',
  n_enrolled: 20,
  indication: 'atrophic acne scars',
  body_site: ['face'],
  device: { modality: 'RF microneedling' },
  ...more,
});
const read = (...arms: readonly object[]) => {
  const document = { meta: {}, arms };
  return armsSchemaFor(document).parse(document);
};
const readingOf = (outcome: object) => {
  const [study] = read(arm({ outcomes: [outcome] }));
  const [one] = study?.arms ?? [];
  return study && one && readArm(study, { ...one, outcomes: one.outcomes ?? [] }).used?.reading;
};

test('a table of arms is told from a study by the study that its arms name', () => {
  expect(isPublishedArms({ arms: [arm()] })).toBe(true);
  expect(isPublishedArms({ id: 'a', arms: [{ id: 'a-1' }] })).toBe(false);
  expect(isPublishedArms([])).toBe(false);
});

test('arms of a study stand together, with what their words mean', () => {
  const [study, other] = read(
    arm(),
    arm({
      id: 'a-2',
      arm_role: 'comparator',
      device: { modality: 'Er:glass NAFL' },
      body_site: ['upper lip', 'abdomen', 'burn scars (mixed)'],
    }),
    arm({
      id: 'b-1',
      study_id: 'b',
      design: 'cohort',
      assessor_blinded: false,
      indication: 'striae distensae',
      device: { modality: 'dermaroller' },
    }),
  );
  expect(study).toMatchObject({ id: 'a', blinding: 'assessor' });
  expect(study?.arms[0]).toMatchObject({
    role: 'needling',
    indication: 'atrophic-acne-scars',
    device: { modality: 'rf' },
  });
  expect(study?.arms[1]).toMatchObject({
    role: 'comparator',
    device: { modality: 'laser' },
    places: [{ region: 'face' }, { region: 'abdomen' }, { region: 'any' }],
  });
  expect(other).toMatchObject({
    blinding: 'no',
    arms: [{ indication: 'stretch-marks', device: { modality: 'needling' } }],
  });
});

test.each([
  ['any improvement', ['any']],
  ['>=1 Goodman & Baron qualitative grade', ['one-grade']],
  ['>=2 grades', ['two-grades']],
  ['>25 % improvement', ['25']],
  ['improvement of at least 50 %', ['50']],
])('people counted by "%s"', (definition, cuts) => {
  const responders = { k: 7, n: 10, definition, k_derived: false, unit: 'patients' };
  expect(readingOf({ measure: 'responder rate', responders })).toMatchObject({ cuts, people: [3, 7] });
});

test('people in classes, as counts or per cent', () => {
  const percent = { very_good: 73, excellent: 20 };
  expect(
    readingOf({ measure: 'improvement category', categories: { percent, n: 65, unit: '%' } }),
  ).toMatchObject({
    cuts: ['75'],
    people: [5, 60],
  });
  const counts = { very_much_improved: 8, much_improved: 4, improved: 3 };
  expect(readingOf({ measure: 'GAIS', categories: { counts, n: 15 } })).toMatchObject({
    cuts: ['any', 'gais-much', 'gais-very-much'],
    people: [0, 3, 4, 8],
  });
});

test('what people thought of it is not how the skin looks', () => {
  expect(readingOf({ measure: 'satisfaction', categories: { counts: { good: 5 }, n: 10 } })).toBeUndefined();
});
