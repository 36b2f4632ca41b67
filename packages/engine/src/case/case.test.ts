import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { caseDocument, caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { caseSchema, readCase, writeCase } from './case.ts';

const full = [
  'person.bmi=23.5 kg/m2',
  'concern.subtypes.icepick=60 %',
  'concern.subtypes.rolling=40 %',
  'concern.grade=Goodman 3',
  'preferences.most_downtime=4 days',
  'preferences.most_sessions=4',
  'preferences.budget_visits=3',
  'anaesthesia.kind=topical',
  'anaesthesia.product=lidocaine 2.5 % with prilocaine 2.5 %',
  'anaesthesia.area_limit=400 cm2',
  'measured[0].layer=dermis',
  'measured[0].method=ultrasound',
  'measured[0].value=1.5 mm',
  'measured[0].error=0.1 mm',
  'limits[0].limit=tip-leaves-dermis',
  'limits[0].value=1 %',
  'overrides[0].limit=label-age',
  'overrides[0].value=18 years',
  'overrides[0].reason=scars that hinder speech',
  'overrides[0].name=Dr A. Example',
];

test('a document is read into SI numbers', () => {
  const given = caseWith(...full);
  expect(given.person.age).toBe(35 * 365.25 * 86_400);
  expect(given.site.area).toBe(0.004);
  expect(given.measured).toEqual([{ layer: 'dermis', method: 'ultrasound', value: 0.0015, error: 0.0001 }]);
  expect(given.concern.subtypes).toEqual({ icepick: 0.6, rolling: 0.4 });
});

test.each([
  ['the least', []],
  ['everything', full],
])('%s survives writing and reading', (_, assignments) => {
  const given = caseWith(...assignments);
  expect(readCase(writeCase(given))).toEqual(given);
  // What is written is text: it passes through a file unchanged.
  expect(readCase(JSON.parse(JSON.stringify(writeCase(given))))).toEqual(given);
});

/** Assignment, path, what the message shows as given, and words of what is allowed and of the remedy. */
const refusals: readonly (readonly [string, string, string, RegExp, RegExp])[] = [
  ['title=', 'title', '""', /at least 1/, /change/],
  [
    'person.age=130 years',
    'person.age',
    '"130 years"',
    /0 years to 120 years/,
    /write for example ".* years?"/,
  ],
  ['person.age=-1 years', 'person.age', '"-1 years"', /0 years to 120 years/, /write for example/],
  ['person.sex=woman', 'person.sex', '"woman"', /female, male, not given/, /did you mean "female"/],
  ['person.phototype=VII', 'person.phototype', '"VII"', /I, II, III, IV, V, VI/, /did you mean "/],
  ['person.bmi=8 kg/m2', 'person.bmi', '"8 kg/m2"', /10 kg\/m2 to 80 kg\/m2/, /write for example/],
  ['person.smoking=sometimes', 'person.smoking', '"sometimes"', /never, former, current/, /did you mean/],
  ['person.conditions=psoriasis', 'person.conditions', '"psoriasis"', /a list/, /change/],
  ['person.conditions[0]=', 'person.conditions[0]', '""', /at least 1/, /change/],
  ['person.medications[0]=4', 'person.medications[0]', '4', /text/, /change/],
  ['person.history[0]=4', 'person.history[0]', '4', /text/, /change/],
  ['screening.keloid=perhaps', 'screening.keloid', '"perhaps"', /yes, no, not asked/, /did you mean/],
  ['site.id=cheeks', 'site.id', '"cheeks"', /scalp.*lower_leg/, /did you mean "cheek"/],
  ['site.area=0.1 cm2', 'site.area', '"0.1 cm2"', /0.5 cm2 to 5000 cm2/, /write for example/],
  ['site.touches[0]=moles', 'site.touches[0]', '"moles"', /inside orbital rim.*mole/, /did you mean "mole"/],
  [
    'concern.indication=acne-scars',
    'concern.indication',
    '"acne-scars"',
    /atrophic-acne-scars/,
    /atrophic-acne-scars/,
  ],
  [
    'concern.subtypes.icepick=140 %',
    'concern.subtypes.icepick',
    '"140 %"',
    /0 % to 100 %/,
    /write for example/,
  ],
  ['concern.grade=', 'concern.grade', '""', /at least 1/, /change/],
  ['devices=skinpen', 'devices', '"skinpen"', /a list/, /change/],
  ['devices[0]=', 'devices[0]', '""', /at least 1/, /change/],
  [
    'preferences.most_downtime=61 days',
    'preferences.most_downtime',
    '"61 days"',
    /0 days to 60 days/,
    /write for example/,
  ],
  ['preferences.most_sessions=0', 'preferences.most_sessions', '0', /at least 1/, /change/],
  ['preferences.most_sessions=2.5', 'preferences.most_sessions', '2.5', /a whole number/, /change/],
  ['preferences.budget_visits=49', 'preferences.budget_visits', '49', /at most 48/, /change/],
  ['anaesthesia.kind=local', 'anaesthesia.kind', '"local"', /none, topical/, /did you mean/],
  [
    'measured[0].layer=hypodermis',
    'measured[0].layer',
    '"hypodermis"',
    /stratum corneum.*fat/,
    /did you mean "epidermis"/,
  ],
  ['measured[0].method=eye', 'measured[0].method', '"eye"', /ultrasound, OCT/, /did you mean/],
  ['measured[0].value=0.2 m', 'measured[0].value', '"0.2 m"', /0.005 mm to 100 mm/, /write for example/],
  ['measured[0].error=0 mm', 'measured[0].error', '"0 mm"', /0.001 mm to 20 mm/, /write for example/],
  ['limits[0].value=', 'limits[0].value', '""', /at least 1/, /change/],
  ['overrides[0].reason=because', 'overrides[0].reason', '"because"', /at least 10 characters/, /change/],
  ['overrides[0].name=X', 'overrides[0].name', '"X"', /at least 2/, /change/],
];

test.each(refusals)(
  '%s is refused with place, range and remedy',
  (assignment, path, given, allowed, remedy) => {
    const problem = problemsOf(() => caseWith(...full, assignment)).find((one) => one.path === path);
    expect(problem).toMatchObject({
      given,
      allowed: expect.stringMatching(allowed),
      remedy: expect.stringMatching(remedy),
      problem: expect.stringMatching(/\S/),
    });
  },
);

test("a case may name no device of the catalogue: the sheet may be one's own", () => {
  expect(readCase({ ...Object(caseDocument()), devices: [] }).devices).toEqual([]);
});

test.each([
  ['person.age=35 mm', 'a length', 'a time'],
  ['person.bmi=70 kg', 'a mass', 'a body mass index'],
  ['site.area=4 cm', 'a length', 'an area'],
  ['preferences.most_downtime=4 mm', 'a length', 'a time'],
  ['measured[0].value=3 s', 'a time', 'a length'],
  ['concern.subtypes.icepick=3 mm', 'a length', 'a fraction'],
  ['anaesthesia.area_limit=3 mm', 'a length', 'an area'],
])('%s: the wrong dimension is named with the right one', (assignment, got, expected) => {
  const [problem, ...others] = problemsOf(() => caseWith(...full, assignment));
  expect(others).toEqual([]);
  expect(problem?.problem).toContain(`is ${got}, expected ${expected}`);
});

test('a bare number is no quantity', () => {
  const [problem] = problemsOf(() => caseWith('person.age=35'));
  expect(problem).toMatchObject({ path: 'person.age', given: '35', remedy: 'change it' });
  expect(problem?.problem).toContain('expected a time as text');
});

const act = () => caseWith('person.age=130 years', 'site.id=cheeks', 'person.height=1.8 m', 'devices[0]=');

test('every problem is told at once, in the message too', () => {
  expect(
    problemsOf(act)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['devices[0]', 'person.age', 'person.height', 'site.id']);
  for (const path of ['person.age', 'site.id', 'person.height', 'devices[0]']) expect(act).toThrow(path);
});

test('every required key is asked for by name', () => {
  const problems = problemsOf(() => readCase({ kind: 'percuta case', version: 1 }));
  expect(problems.map(({ path }) => path).sort()).toEqual(
    ['concern', 'devices', 'person', 'screening', 'site', 'title'].sort(),
  );
  for (const problem of problems) {
    expect(problem).toMatchObject({ problem: 'is missing', given: 'nothing', remedy: 'add it' });
  }
});

describe('JSON Schema of the input', () => {
  /** Every node that is a quantity, by path. */
  const quantitiesIn = (node: unknown, path = ''): [string, unknown, unknown][] => {
    if (typeof node !== 'object' || node === null) return [];
    const dimension: unknown = Reflect.get(node, 'x-dimension');
    const own: [string, unknown, unknown][] =
      dimension === undefined ? [] : [[path, dimension, Reflect.get(node, 'x-unit')]];
    return [...own, ...Object.entries(node).flatMap(([key, inner]) => quantitiesIn(inner, `${path}/${key}`))];
  };

  test('says dimension and unit of every quantity', () => {
    const found = quantitiesIn(z.toJSONSchema(caseSchema, { io: 'input' })).map(([path, dimension, unit]) => [
      path.replaceAll(/\/(properties|items|additionalProperties|oneOf|anyOf|\d+)(?=\/|$)/g, ''),
      dimension,
      unit,
    ]);
    expect(found).toEqual([
      ['/person/age', 'time', 'years'],
      ['/person/bmi', 'body-mass-index', 'kg/m2'],
      ['/site/area', 'area', 'cm2'],
      ['/site/exclusions/area', 'area', 'cm2'],
      ['/site/exclusions/error', 'area', 'cm2'],
      ['/site/exclusions/margin', 'length', 'mm'],
      ['/zones/area', 'area', 'cm2'],
      ['/zones/exclusions/area', 'area', 'cm2'],
      ['/zones/exclusions/error', 'area', 'cm2'],
      ['/zones/exclusions/margin', 'length', 'mm'],
      ['/zones/measured/value', 'length', 'mm'],
      ['/zones/measured/error', 'length', 'mm'],
      ['/concern/subtypes', 'fraction', '%'],
      ['/preferences/most_downtime', 'time', 'days'],
      ['/anaesthesia/area_limit', 'area', 'cm2'],
      ['/measured/value', 'length', 'mm'],
      ['/measured/error', 'length', 'mm'],
    ]);
  });
});
