import { exactInterval, riskLine, risksFor, site } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { risksOf } from '../../expectation/risks.ts';
import { caseWith } from '../../testing/case.ts';
import { riskSection, riskSources } from './risk-section.ts';
import { countText } from './risk-words.ts';

const given = caseWith('person.phototype=IV');
const section = riskSection(risksOf(given, site('cheek')));
const [needling] = section.routes;
const lineOf = (harm: string) => needling?.harms.find((line) => line.harm.startsWith(harm));

test.each([
  [5, 30, '5 of 30, or 17 of 100 (5 to 35)'],
  [2, 30, '2 of 30, or 7 of 100 (under 1 to 23)'],
  [0, 39, 'none of 39, so up to 10 of 100'],
  [15, 15, '15 of 15, or 100 of 100 (78 to 100)'],
])('%i of %i reads: %s', (k, n, text) => {
  expect(countText({ k, n, rate: k / n, interval: exactInterval(k, n) })).toBe(text);
});

test('the clinician and the person deciding read the same numbers', () => {
  const answers = risksFor({ modality: 'needling', phototype: 'IV', region: 'face' });
  for (const answer of answers) {
    const { counts, others } = riskLine(answer);
    const rates = [...(answer.rates === 'not quantified' ? [] : answer.rates), ...answer.elsewhere];
    const texts = rates.map(countText);
    const ends = [...counts, ...others].map(({ had, fewest, most }) =>
      had === 0 ? `up to ${most} of 100` : `(${fewest === 0 ? 'under 1' : fewest} to ${most})`,
    );
    expect(texts).toEqual(ends.map((end) => expect.stringContaining(end)));
  }
});

describe('phototype IV, the cheek, needles alone', () => {
  test('every harm has its line, those counted with whom and where from', () => {
    expect(section.people).toBe('phototype IV, face');
    expect(needling?.harms).toHaveLength(9);
    expect(lineOf('Dark marks')?.here[0]).toMatchObject({
      text: '5 of 30, or 17 of 100 (5 to 35)',
      who: 'PIH; microneedling (dermaroller), acne scars, face, phototypes IV to V',
      sources: [{ key: 'dogra2014' }],
      read: 'abstract',
      note: expect.stringContaining('36 enrolled'),
    });
    expect(lineOf('Infection')).toMatchObject({
      here: [],
      elsewhere: [{ sources: [{ key: 'cassiano2022' }] }],
    });
  });

  test('what nobody has counted at all is said in one sentence', () => {
    expect(needling?.withoutRate).toEqual([
      'Percuta has no rate of prolonged redness, burns, fat loss or nerve injury after needles alone, in anybody.',
    ]);
  });

  test('none is never no risk', () => {
    const texts = needling?.harms.flatMap(({ here, elsewhere }) =>
      [...here, ...elsewhere].map(({ text }) => text),
    );
    expect(
      texts?.filter((text) => /^none of \d+, so up to [1-9]\d* of 100$/.test(text)).length,
    ).toBeGreaterThan(3);
    expect(texts?.join(' ')).not.toMatch(/(^|\D)0 (of|%)|0\s%/);
  });

  test('there are no reports of needles with current', () => {
    expect(needling?.signals).toEqual([]);
  });

  test('recovery and pain are as recorded, in the unit one would say', () => {
    const told = needling?.afterwards.map(({ value }) => value);
    expect(told).toContain('3 h to 3 days');
    expect(told).toContain('up to 7 days');
    expect(told).toContain('2 to 4 days, mean 3 days, standard error 0.37 days, 20 people');
    expect(told).toContain('mean 5.23, standard error 0.31, 20 people');
  });
});

test('with current: each report once, in words, the FDA first, and no number that could be a rate of it', () => {
  const [rf] = riskSection(risksOf(given, site('cheek'), ['rf'])).routes;
  expect(rf?.signals[0]).toMatchObject({
    label: 'FDA safety communication on RF microneedling, 15 October 2025',
    value: expect.stringContaining('burns, scarring, fat loss'),
    note: expect.stringContaining('no incidence'),
  });
  expect(new Set(rf?.signals.map(({ label }) => label)).size).toBe(rf?.signals.length);
  expect(rf?.signals.map(({ value }) => value).join(' ')).not.toContain('of 100');
  expect(rf?.withoutRate[0]).toContain('fat loss or nerve injury after radio-frequency needles');
});

test('every statement hands on its sources', () => {
  const keys = riskSources(section).map(({ key }) => key);
  expect(keys).toEqual(
    expect.arrayContaining(['dogra2014', 'cassiano2022', 'naspolini2019', 'chu2021', 'friedmann2024']),
  );
  expect(keys.indexOf('dogra2014')).toBe(0);
});
