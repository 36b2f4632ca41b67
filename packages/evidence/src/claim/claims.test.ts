import { expect, test } from 'vitest';
import { incidence } from '../risk/risks.ts';
import { isStudyId, studies, study } from '../study/studies.ts';
import type { Arm, Study } from '../study/study-schema.ts';
import { grades } from './claim-schema.ts';
import { claims, type ClaimEvidence } from './claims.ts';

test('twelve claims, each graded with a reason', () => {
  expect(claims().map(({ id, grade, basis }) => [id, grade, basis])).toEqual([
    ['collagen', 'conflicting', 'judged'],
    ['top-layer', 'wrong as stated', 'computed'],
    ['younger-look', 'not supported', 'judged'],
    ['scars-and-texture', 'not supported', 'computed'],
    ['pores-smaller', 'not supported', 'computed'],
    ['pores-clear', 'not supported', 'computed'],
    ['tone-dry-dull', 'not supported', 'computed'],
    ['wrinkles', 'limited', 'computed'],
    ['anywhere', 'not supported', 'computed'],
    ['stretch-marks', 'limited', 'computed'],
    ['rf-adds', 'not supported', 'computed'],
    ['last-resort', 'not supported', 'judged'],
  ]);
  for (const { reason } of claims()) expect(reason.length).toBeGreaterThan(20);
});

const partOf = (words: string, evidence: Partial<ClaimEvidence> = {}) =>
  claims(evidence)
    .flatMap(({ parts }) => parts)
    .find((part) => part.words === words);
const without = (id: string) => studies().filter((study) => study.id !== id);

test('a claim has the grade of its weakest part, asides left out', () => {
  for (const { grade, parts } of claims()) {
    const counting = parts.filter(({ aside }) => !aside).map((part) => grades.indexOf(part.grade));
    expect(grades.indexOf(grade)).toBe(Math.max(...counting));
  }
  expect(partOf('With radio frequency it makes pores look smaller.')).toMatchObject({
    aside: true,
    grade: 'limited',
  });
});

test('every study behind a grade is in the table or is the source of a count', () => {
  const counted = new Set<string>(incidence().map(({ source }) => source.key));
  const named = claims().flatMap(({ studies }) => studies);
  expect(named.filter((id) => !isStudyId(id) && !counted.has(id))).toEqual([]);
});

test('acne scars: the blinded trials disagree; without the negative one it is limited', () => {
  const words = 'It helps acne scars.';
  expect(partOf(words)).toMatchObject({ grade: 'conflicting', basis: 'computed' });
  expect(partOf(words)?.reason).toContain('The ones rated blind decide: 2 for, 1 against.');
  expect(partOf(words)?.reason).toContain(
    '1 had a group with a sham or with nothing, but did not say how much the groups differ.',
  );
  expect(partOf(words, { studies: without('pakla2021') })?.grade).toBe('limited');
  expect(partOf(words, { studies: [study('pakla2021')] })?.grade).toBe('not supported');
});

test('texture rests on one study, and falls with it', () => {
  const words = 'It helps rough texture.';
  expect(partOf(words)).toMatchObject({ grade: 'limited', studies: ['ablon2018'] });
  expect(partOf(words, { studies: without('ablon2018') })).toMatchObject({
    grade: 'not supported',
    studies: [],
  });
});

type Reading = NonNullable<Arm['outcomes'][number]['reading']>;

/** A trial in 40 people, alike in all but what is given. */
function trial(id: string, arm: Partial<Arm>, reading: Reading, rest: Partial<Study> = {}): Study {
  const like = study('albakaa2024');
  const arms = like.arms.map((one) => {
    const outcomes = one.outcomes.map((outcome) => ({ ...outcome, reading }));
    return { ...one, id, outcomes, ...arm };
  });
  return { ...like, id, blinding: 'assessor', arms, ...rest };
}

const needling = { device: { words: 'microneedling', modality: 'needling' as const } };
const scars = { ...needling, indication: 'atrophic-acne-scars' as const };
const better: Reading = { against: 'placebo', result: 'better' };

test('two blinded trials against placebo make a claim supported, one does not, one against undoes it', () => {
  const words = 'It helps acne scars.';
  const given = (...trials: Study[]) => partOf(words, { studies: [...studies(), ...trials] })?.grade;
  const [a, b] = [trial('a', scars, better), trial('b', scars, better)];
  expect(given(a)).toBe('limited');
  expect(given(a, b)).toBe('supported');
  expect(given(a, b, trial('c', scars, { against: 'sham', result: 'no difference' }))).toBe('conflicting');
  expect(
    given(trial('a', scars, better, { blinding: 'no' }), trial('b', scars, better, { blinding: 'no' })),
  ).toBe('limited');
  expect(given(trial('a', scars, better, { split: 'held-out' }), b)).toBe('limited');
});

test('needles with something else, and few people, have no vote', () => {
  const words = 'It makes pores look smaller.';
  const pores = { ...needling, indication: 'enlarged-pores' as const };
  const given = (arm: Partial<Arm>) =>
    partOf(words, { studies: [...studies(), trial('a', arm, { from_start: 'improved' })] })?.grade;
  expect(given(pores)).toBe('limited');
  expect(given({ ...pores, role: 'combination' })).toBe('not supported');
  expect(given({ ...pores, analysed: 9 })).toBe('not supported');
});

test('a trial on the chest would change the claim that it works there', () => {
  const chest = { words: 'chest', region: 'body' as const, sites: ['decolletage_chest' as const] };
  const added = trial('a', { ...needling, places: [chest] }, { from_start: 'improved' });
  expect(partOf('It works on the chest.')?.grade).toBe('not supported');
  expect(partOf('It works on the chest.', { studies: [...studies(), added] })?.grade).toBe('limited');
});

const againstNeedling = (result: 'better' | 'worse') =>
  trial(`is-${result}`, {}, { against: 'needling', result });

test('radio frequency: the one direct comparison is too small; a larger one counts', () => {
  const words = 'Needles with radio frequency do more than needles alone.';
  expect(partOf(words)).toMatchObject({ grade: 'not supported', studies: ['neck-rct2024'] });
  const given = (...trials: Study[]) => partOf(words, { studies: [...studies(), ...trials] })?.grade;
  expect(given(againstNeedling('better'))).toBe('limited');
  expect(given(againstNeedling('better'), againstNeedling('worse'))).toBe('conflicting');
  expect(given(againstNeedling('worse'))).toBe('not supported');
});

test('"no damage" is wrong because scars were counted', () => {
  const words = 'The punctures do no damage.';
  expect(partOf(words)).toMatchObject({ grade: 'wrong as stated', studies: ['dogra2014'] });
  const none = incidence().map((record) => (record.id === 'tram-dogra' ? { ...record, k: 0 } : record));
  expect(partOf(words, { incidence: none })?.grade).toBe('limited');
  expect(partOf(words, { incidence: [] })?.grade).toBe('not supported');
});

test('"in the top layer" is wrong because every stated needle is longer than the epidermis is thick', () => {
  const words = 'The punctures stay in the top layer of the skin.';
  expect(partOf(words)?.grade).toBe('wrong as stated');
  const device = { ...needling.device, needle_length: { value: 30e-6 } };
  const shallow = trial('a', { device }, { from_start: 'improved' });
  expect(partOf(words, { studies: [...studies(), shallow] })?.grade).toBe('conflicting');
  expect(partOf(words, { studies: [shallow] })?.grade).toBe('limited');
  expect(partOf(words, { studies: [] })?.grade).toBe('not supported');
});

const judgedGrades = (evidence?: Partial<ClaimEvidence>) =>
  claims(evidence)
    .filter(({ basis }) => basis === 'judged')
    .map(({ grade }) => grade);

test('a judgement does not move with the data', () => {
  expect(judgedGrades({ studies: [] })).toEqual(judgedGrades());
});
