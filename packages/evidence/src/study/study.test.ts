import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { studyFiles } from '../../data/studies/study-files.ts';
import { armsFor } from './arms-for.ts';
import { isStudyId, studies, study, studyDocument } from './studies.ts';
import { studyIds, type StudyId } from './study-ids.ts';
import { studySchema } from './study-schema.ts';

const folder = new URL('../../data/studies/', import.meta.url);
const week = 604_800;
const year = 31_557_600;

test('ids, files and their content agree', () => {
  const ids = [...studyIds].sort();
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(ids.map((id) => `${id}.json`).sort());
  expect(studyFiles.map(({ id }) => id).sort()).toEqual(ids);
  expect(studies().map(({ id }) => id)).toEqual(studyIds);
});

const arms = studies().flatMap((study) => study.arms);

test('nothing was lost: 75 studies, 92 arms, 138 outcomes, 39 adverse events', () => {
  expect(studies().length).toBe(75);
  expect(arms.length).toBe(92);
  expect(arms.flatMap(({ outcomes }) => outcomes).length).toBe(138);
  expect(arms.flatMap(({ adverse_events }) => adverse_events).length).toBe(39);
});

test('65 arms are of needles alone, 18 of needles with something else', () => {
  expect(arms.filter(({ role }) => role === 'needling').length).toBe(65);
  expect(arms.filter(({ role }) => role === 'combination').length).toBe(18);
});

test('no two arms share an id', () => {
  expect(new Set(arms.map(({ id }) => id)).size).toBe(arms.length);
});

test('an arm is a combination exactly when something was given besides needles', () => {
  const needled = arms.filter(({ role }) => role === 'needling' || role === 'combination');
  for (const { role, device } of needled) expect(device.with !== undefined).toBe(role === 'combination');
  for (const { device } of needled) expect(['needling', 'rf']).toContain(device.modality);
});

const armOf = (id: StudyId, index = 0) => {
  const arm = study(id).arms[index];
  if (!arm) throw new RangeError(`${id} has no arm ${index}`);
  return arm;
};

test('the trial with a sham: 3.4 points down (0.2 to 6.5) at 6 months, 15 of 20 analysed', () => {
  expect(study('alam2014')).toMatchObject({
    design: 'randomised',
    blinding: 'assessor',
    compared_with: ['sham'],
  });
  const arm = armOf('alam2014');
  expect(arm).toMatchObject({ enrolled: 20, analysed: 15, interval: { value: 2 * week } });
  expect(arm.population.age?.max).toBeCloseTo(65 * year, 0);
  expect(arm.outcomes[1]).toMatchObject({
    measure: 'goodman-baron-quantitative',
    change: { mean_reduction: 3.4, interval: { low: 0.2, high: 6.5, level: 0.95 } },
  });
});

test('physical quantities are SI: a volume in cubic metres, a needle in metres', () => {
  const volume = armOf('nguyen2022').outcomes[0];
  expect(volume).toMatchObject({ measure: 'tissue-volume', unit: 'm3' });
  expect(volume?.change?.mean_reduction).toBeCloseTo(4.72e-6, 15);
  expect(armOf('iraq-depth').device.needle_length?.values).toEqual([0.0025, 0.0015]);
  expect(armOf('alexiades2018').device.temperature).toBeCloseTo(340.15, 9);
});

test('what is not known is missing: needling arm of the laser trial, PIH 0 of an unknown number', () => {
  const [event] = armOf('cachafeiro2016').adverse_events;
  expect(event).toMatchObject({ event: 'PIH', k: 0 });
  expect(event?.n).toBeUndefined();
});

test('melasma has no indication here and keeps its words', () => {
  const other = armsFor({ indication: 'other' });
  expect(other.length).toBe(4);
  expect(new Set(other.map(({ arm }) => arm.indication_words))).toEqual(new Set(['melasma/dyschromia']));
});

test('arms by indication, region, modality and role', () => {
  expect(armsFor({ indication: 'atrophic-acne-scars' }).length).toBe(41);
  expect(armsFor({ indication: 'enlarged-pores', modality: 'needling', role: 'needling' })).toEqual([]);
  const abdomen = armsFor({
    indication: 'stretch-marks',
    region: 'abdomen',
    modality: 'rf',
    role: 'needling',
  });
  expect(abdomen.map(({ study }) => study.id)).toEqual([
    'fatemi2016',
    'nimrf-striae',
    'ryu2013',
    'seong2020',
    'sobhi2019',
    'thai-striae',
  ]);
  expect(armsFor({ indication: 'stretch-marks', region: 'face' })).toEqual([]);
});

test('the same question of fewer studies has fewer answers', () => {
  expect(armsFor({ indication: 'stretch-marks' }, [study('kaur2024')]).length).toBe(2);
});

const valid = () => structuredClone(studyDocument('dogra2014')) as Record<string, unknown>;

test('a record with an unknown key, reference, measure or unit is refused', () => {
  expect(studySchema.safeParse(valid()).success).toBe(true);
  expect(studySchema.safeParse({ ...valid(), colour: 'pink' }).success).toBe(false);
  expect(studySchema.safeParse({ ...valid(), source: 'nobody1999' }).success).toBe(false);
  const text = JSON.stringify(valid());
  const altered = (from: string, to: string) => studySchema.safeParse(JSON.parse(text.replace(from, to)));
  expect(altered('"own-scale"', '"my-scale"').success).toBe(false);
  expect(altered('"4 weeks"', '"4 mm"').success).toBe(false);
  expect(altered('"k":5', '"k":31').success).toBe(false);
});

test('a study id is recognised', () => {
  expect(isStudyId('alam2014')).toBe(true);
  expect(isStudyId('alam1814')).toBe(false);
});
