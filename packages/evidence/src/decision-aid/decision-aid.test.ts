import { expect, test } from 'vitest';
import { siteIds } from '../atlas/site-ids.ts';
import { indicationIds, phototypes } from '../course/indication.ts';
import { screeningItems } from '../screening/screening.ts';
import { studies } from '../study/studies.ts';
import {
  conditionNamesSchema,
  conditionSchema,
  optionIds,
  siteNamesSchema,
  talkSchema,
} from './aid-schema.ts';
import { courseOfCare, talk } from './content.ts';
import { decisionAid } from './decision-aid.ts';
import { holdsDeviceSetting } from './device-setting.ts';
import { conditionNames, siteNames } from './names.ts';
import { ipdasItems, ipdasNotDone, missingItems } from './ipdas.ts';
import { textsOf } from './texts-of.ts';

const queries = indicationIds.flatMap((indication) =>
  siteIds.flatMap((site) => phototypes.map((phototype) => ({ indication, site, phototype }))),
);
const aids = queries.map((query) => decisionAid(query));

test('no text of any aid holds a device setting', () => {
  const texts = new Set(aids.flatMap((aid) => textsOf(aid).map(({ text }) => text)));
  expect(texts.size).toBeGreaterThan(300);
  expect([...texts].filter(holdsDeviceSetting)).toEqual([]);
});

const fields = /depth|energy|power|pulse|passes|^pass$|needle_length|setting|frequency|temperature|voltage/i;

test('no field of any aid has the name of a device setting', () => {
  const names = new Set(aids.flatMap((aid) => textsOf(aid).flatMap(({ path }) => path.split('.'))));
  expect([...names].filter((name) => fields.test(name))).toEqual([]);
});

test.each([
  'needles of 1.5 mm',
  'go in by 800 µm',
  'use 30 mJ',
  'at 25 W',
  'two passes',
  '3 pulses each',
  'half a millimetre',
  'at 100 Hz',
  'warm it to 67 °C',
])('"%s" is a device setting, and refused', (text) => {
  expect(holdsDeviceSetting(text)).toBe(true);
  const passage = { text, sources: [], read: 'clinical judgement' };
  const condition = { indication: 'laxity', name: 'n', what: passage, untreated: passage };
  expect(conditionSchema.safeParse(condition).success).toBe(false);
});

test.each(['5 of 30 people', 'after 12 weeks', '13 of 15 were better', 'In 2025 we met', 'it will pass'])(
  '"%s" is not',
  (text) => {
    expect(holdsDeviceSetting(text)).toBe(false);
  },
);

test('a field for a setting is refused by the schema', () => {
  const file = { ...talk(), depth: 'shallow' };
  expect(talkSchema.safeParse(file).success).toBe(false);
});

test.each(indicationIds)('every item of the standards is in the aid for %s', (indication) => {
  expect(missingItems(decisionAid({ indication }))).toEqual([]);
});

test('what no text can stand in for is said to be missing', () => {
  expect(ipdasItems.filter(({ group }) => group === 'qualifying').length).toBe(6);
  expect(ipdasItems.filter(({ group }) => group === 'certifying').length).toBe(6);
  expect(ipdasNotDone.length).toBe(4);
});

test('an aid that lost a part is caught', () => {
  const aid = decisionAid({ indication: 'laxity' });
  expect(missingItems({ ...aid, options: aid.options.filter(({ id }) => id !== 'nothing') })).toEqual([
    'options',
  ]);
  expect(missingItems({ ...aid, values: [], ask: [] })).toEqual(['values', 'questions']);
});

test('six options, doing nothing among them, two with evidence', () => {
  const { options } = decisionAid({ indication: 'atrophic-acne-scars' });
  expect(options.map(({ id }) => id)).toEqual(optionIds);
  expect(options.filter(({ evidence }) => evidence).map(({ id }) => id)).toEqual(['needling', 'rf-needling']);
});

test('weeks 0 to 12 without a hole, days 0 to 28 for each way', () => {
  const { weeks, days } = courseOfCare();
  expect(weeks[0]?.from_week).toBe(0);
  for (const [i, week] of weeks.slice(1).entries()) expect(week.from_week).toBe((weeks[i]?.to_week ?? 0) + 1);
  for (const route of ['needling', 'rf'] as const) {
    const own = days.filter(({ applies_to }) => applies_to.includes(route));
    for (const [i, day] of own.slice(1).entries()) expect(day.from_day).toBe((own[i]?.to_day ?? 0) + 1);
    expect(own.at(-1)?.to_day).toBe(28);
  }
});

test('every screening item that excludes, defers or refers is put to the person in words', () => {
  const said = new Set(talk().not_for_you.flatMap(({ screening }) => screening));
  const stops = new Set(['exclude', 'exclude-zone', 'exclude-use', 'defer', 'refer']);
  const missing = screeningItems().filter(
    ({ id, actions }) => !said.has(id) && actions.some((action) => stops.has(action)),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test('who should not have it names the sources of the screening items', () => {
  const { not_for_you } = decisionAid({ indication: 'laxity' });
  const keloid = not_for_you.find(({ text }) => text.includes('thick, raised scars'));
  expect(keloid?.sources.length).toBeGreaterThan(0);
});

test('costs are questions: no price is stated anywhere', () => {
  const texts = aids.flatMap((aid) => textsOf(aid)).map(({ text }) => text);
  expect(texts.filter((text) => /[$£€]|\b(dollars|pounds|euros)\b/i.test(text))).toEqual([]);
  for (const { ask } of talk().costs) expect(ask.endsWith('?')).toBe(true);
});

test('harm is reported to MedWatch in the USA and by Yellow Card in the UK', () => {
  expect(talk().report.map(({ place, name }) => [place, name])).toEqual([
    ['United States', 'MedWatch'],
    ['United Kingdom', 'Yellow Card'],
    ['Elsewhere', 'your health agency'],
  ]);
});

test('every indication and site has words', () => {
  expect(conditionNamesSchema.parse(conditionNames)).toEqual(conditionNames);
  expect(siteNamesSchema.parse(siteNames)).toEqual(siteNames);
});

const certaintyFor = (from = studies()) =>
  decisionAid({ indication: 'fine-lines-and-wrinkles' }, from).options[0]?.evidence?.certainty;

test('the evidence of an option is computed: without studies there is none', () => {
  expect(certaintyFor()).toBe('limited');
  expect(certaintyFor([])).toBe('not supported');
});

test('no study counted how many got better without treatment, as the words about doing nothing say', () => {
  const arms = studies().flatMap((study) =>
    study.arms.filter(({ comparator }) => comparator === 'untreated'),
  );
  expect(arms.length).toBeGreaterThan(0);
  const results = arms.flatMap(({ comparator_results: given = [] }) => given);
  expect(results.filter(({ k }) => k !== undefined)).toEqual([]);
});
