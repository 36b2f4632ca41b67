import { expect, test } from 'vitest';
import { screeningIds } from './screening-ids.ts';
import { screeningItems } from './screening.ts';

const item = (id: (typeof screeningIds)[number]) => screeningItems().find((item) => item.id === id);

test('51 items in the order of their ids', () => {
  expect(screeningItems().length).toBe(51);
  expect(screeningItems().map(({ id }) => id)).toEqual(screeningIds);
});

test('no question is asked twice', () => {
  const questions = screeningItems().map(({ question }) => question);
  expect(new Set(questions).size).toBe(questions.length);
});

test('the case answers five items itself', () => {
  const byCase = screeningItems().filter(({ answered_by }) => answered_by === 'case');
  expect(byCase.map(({ id }) => id)).toEqual([
    'phototype-dark',
    'smoking',
    'age-under-18',
    'age-18-21',
    'orbital-rim',
  ]);
});

test('a filler waits 14 to 183 days', () => {
  expect(item('filler')?.defer_interval).toMatchObject({ min: 14 * 86_400, max: 183 * 86_400 });
});

test('actions and routes are those of the rules', () => {
  expect(item('keloid')).toMatchObject({ actions: ['exclude'], applies_to: ['needling', 'rf'] });
  expect(item('pacemaker')).toMatchObject({ actions: ['exclude'], applies_to: ['rf'] });
  expect(item('pacemaker-mn')).toMatchObject({ actions: ['proceed'], applies_to: ['needling'] });
  expect(item('isotretinoin-6m')?.actions).toEqual(['refer', 'proceed-with-change']);
});

test('clinical judgement stays marked', () => {
  const judged = screeningItems().filter(({ clinical_judgement }) => clinical_judgement);
  expect(judged.map(({ id }) => id)).toEqual([
    'pacemaker-mn',
    'threads',
    'rosacea',
    'thin-fat-zone',
    'melasma',
    'neuro-sensory',
    'bdd',
    'vaccine-illness',
  ]);
});

test('an item is unsourced exactly when it is read as clinical judgement', () => {
  const unsourced = screeningItems().filter(({ sources }) => sources.length === 0);
  const judged = screeningItems().filter(({ read }) => read === 'clinical judgement');
  expect(unsourced.map(({ id }) => id)).toEqual(judged.map(({ id }) => id));
});

const isFinal = (action: string): boolean => action.startsWith('exclude') || action === 'defer';

test('nobody overrides an exclusion or a waiting time, but for isotretinoin, where sources disagree', () => {
  const overridden = screeningItems().filter(
    ({ actions, override_by }) =>
      actions.some(isFinal) && !actions.includes('refer') && override_by !== 'nobody',
  );
  expect(overridden.map(({ id, override_by }) => [id, override_by])).toEqual([
    ['isotretinoin-current', 'treating dermatologist'],
  ]);
  const offended = screeningItems().filter(({ actions, override_by }) => {
    const excludes = actions.some((action) => action.startsWith('exclude'));
    const isFree = actions.every((action) => action === 'proceed');
    return (excludes && override_by !== 'nobody') || (override_by === 'nothing to override') !== isFree;
  });
  expect(offended).toEqual([]);
});

test('sources that disagree stand side by side, each with what it would lead to', () => {
  const disputed = screeningItems().filter(({ positions }) => positions !== undefined);
  expect(disputed.map(({ id }) => id)).toEqual(['isotretinoin-current', 'isotretinoin-6m']);
  const agreeing = disputed.filter(
    ({ positions = [] }) => new Set(positions.map(({ action }) => action)).size < 2,
  );
  expect(agreeing).toEqual([]);
});
