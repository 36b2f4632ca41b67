import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BadInput } from '../../error.ts';
import { calibratedHash } from '../../heal/calibration/accepted-draws.ts';
import { drawCount } from '../../heal/ensemble/draw.ts';
import { healTables } from './heal-tables.ts';
import { isHealRecordFile } from './record-file.ts';
import { scoreOf } from './outcome.ts';
import { coverageOf, validateHealing } from './validate-healing.ts';

const file = {
  records: [
    {
      id: 'H1',
      protocol: { device: 'fractional RF microneedles' },
      quantity: 'denatured zones replaced',
      points: [
        { group: 'zones', kind: 'categorical', outcome: 'complete replacement', t: 10, t_unit: 'wk' },
        { group: 'PIH', kind: 'numeric', value: 3, unit: 'patients' },
      ],
    },
    {
      id: 'V14',
      protocol: { device: 'Fraxel' },
      quantity: 're-epithelialisation',
      points: [{ group: 'ED50 at 70 mJ', kind: 'numeric', value: 22, unit: 'h' }],
    },
    {
      id: 'H2',
      protocol: { wound: 'suction blister' },
      quantity: 'evaporation',
      points: [{ kind: 'bound' }],
    },
  ],
};

test('records are told from other files', () => {
  expect(isHealRecordFile(file)).toBe(true);
  expect(isHealRecordFile({ rows: [] })).toBe(false);
  expect(isHealRecordFile({ records: [{ id: 'x' }] })).toBe(false);
});

test('held-out records are predicted through an operator, or listed with what they lack', () => {
  const { checks, notScored } = validateHealing(file, {}, 2);
  const [zones, lesion] = checks;
  expect(zones).toMatchObject({
    id: 'H1',
    observable: 'coagulated collagen left',
    split: 'validation',
    draws: 2,
  });
  expect(zones?.agreeing).toBe(1);
  expect(lesion).toMatchObject({ id: 'V14', split: 'calibration', kind: 'duration' });
  // 0.145 mm at 4 to 14 um/h after the lag; accepted draws lie within 16 to 28 h.
  expect(lesion?.median).toBeGreaterThan(16 * 3600);
  expect(lesion?.median).toBeLessThan(28 * 3600);
  expect(notScored.map(({ id, lacks }) => [id, lacks])).toEqual([
    ['H1', 'is read by no observation operator'],
    ['H2', 'gives no needling, column or excision that could be healed'],
  ]);
});

test('bands hold a number, draws agree with a range', () => {
  const draws = Array.from({ length: 101 }, (_, i) => i);
  expect(scoreOf(draws, { kind: 'number', value: 80 }).inside).toEqual({ 50: false, 80: true, 95: true });
  expect(scoreOf(draws, { kind: 'range', low: 0, high: 49.5 }).agreeing).toBeCloseTo(50 / 101, 12);
  expect(coverageOf([], 80)).toEqual({ inside: 0, of: 0 });
});

test('a file without records is refused', () => {
  expect(() => validateHealing({ records: [] }, {}, 1)).toThrow(BadInput);
});

const examples = new URL('../../../../../validation/heal/examples/', import.meta.url);
const exampleOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, examples), 'utf8'));

test.each([
  ['tewl', ['water loss', 'water loss back']],
  ['impedance', ['life of pores']],
  ['erythema-index', ['erythema index', 'redness seen']],
  ['histology-area-fraction', ['stained area']],
  ['ultrasound', ['sign of ultrasound density', 'sign of ultrasound density']],
  ['type-ratio', ['ratio of type III to type I']],
  ['hhl', ['mature cross-links']],
  ['cutometer', ['Cutometer R0', 'Cutometer R2', 'Cutometer R5', 'Cutometer R6', 'Cutometer R7']],
])('a held-out file runs through its operator: %s', (name, operators) => {
  const { checks, notScored } = validateHealing(exampleOf(name), {}, 2);
  expect(checks.map(({ observable }) => observable)).toEqual(operators);
  for (const { median, split, draws } of checks) {
    expect(Number.isFinite(median)).toBe(true);
    expect(split).toBe('validation');
    expect(draws).toBe(2);
  }
  // Values at rest are what others are compared with.
  for (const { lacks } of notScored) expect(lacks).toBe('is the value at rest');
});

test('every example has an operator that is tried', () => {
  expect(readdirSync(examples).sort()).toEqual(
    [
      'cutometer',
      'erythema-index',
      'hhl',
      'histology-area-fraction',
      'impedance',
      'tewl',
      'type-ratio',
      'ultrasound',
    ].map((name) => `${name}.json`),
  );
});

const committed = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, examples), 'utf8'));

test('the committed result belongs to the draws and the records', () => {
  const { draws, conditions, calibration, validation, lacking } = committed('result.json');
  expect(draws).toEqual({ count: drawCount, hash: calibratedHash });
  const records: { id: string; points: unknown[] }[] = committed('measurements.json').records;
  const points = records.reduce((sum, record) => sum + record.points.length, 0);
  expect(calibration.rows.length + validation.rows.length + lacking.rows.length).toBe(points);
  // Conditions are read from the draws themselves, so that the table has to be theirs.
  const tables = healTables({ records: records.map(({ id }) => id), checks: [], notScored: [] });
  expect(conditions).toEqual(tables.conditions);
});

const tewl = (extra: object, protocol: object = {}) => ({
  id: 'X',
  protocol: { device: 'roller', needle_length: { value: 1, unit: 'mm' }, ...protocol },
  quantity: 'TEWL',
  points: [{ kind: 'numeric', value: 20, unit: '% change', t: 4, t_unit: 'h' }],
  ...extra,
});

test.each([
  ['no sessions', { sessions: { value: 0, unit: 'count' } }, 'has 0 sessions'],
  ['half a session', { sessions: { value: 2.5, unit: 'count' } }, 'has 2.5 sessions'],
  ['more sessions than anybody has', { sessions: { value: 1e6, unit: 'count' } }, 'has 1000000 sessions'],
  [
    'a negative interval',
    { sessions: { value: 2, unit: 'count' }, interval: { value: -5, unit: 'd' } },
    'has sessions -5 d apart',
  ],
  ['a negative needle', { needle_length: { value: -1, unit: 'mm' } }, 'has needles of -1 mm'],
  ['a unit nobody knows', { needle_length: { value: 1, unit: 'furlong' } }, 'has needles of 1 furlong'],
  ['a length in seconds', { needle_length: { value: 1, unit: 's' } }, 'has needles of 1 s'],
  ['channels that overlap', { density: { value: 1e6, unit: '1/cm2' } }, 'has 1000000 1/cm2'],
  ['channels too far apart', { density: { value: 1, unit: '1/cm2' } }, 'has 1 1/cm2'],
])('a record with %s is listed with what is wrong', (_, protocol, lacks) => {
  const { checks, notScored } = validateHealing({ records: [tewl({}, protocol)] }, {}, 1);
  expect(checks).toEqual([]);
  expect(notScored).toEqual([{ id: 'X', group: 'TEWL', lacks: expect.stringContaining(lacks) }]);
});

test.each([
  [{ t: 4, t_unit: 'fortnights' }, 'no known unit'],
  [{ t: -4, t_unit: 'h' }, 'outside 0 to 20 years'],
  [{ t: 9e5, t_unit: 'd' }, 'outside 0 to 20 years'],
])('a point at %o is listed with what is wrong', (at, lacks) => {
  const points = [{ kind: 'numeric', value: 20, unit: '% change', ...at }];
  const { notScored } = validateHealing({ records: [tewl({ points })] }, {}, 1);
  expect(notScored).toEqual([{ id: 'X', group: 'TEWL', lacks: expect.stringContaining(lacks) }]);
});

test('what a record says is null it does not say', () => {
  const unsaid = tewl({ site: null, n: null }, { wound: null, sessions: null, density: null });
  expect(validateHealing({ records: [unsaid] }, {}, 1)).toEqual(
    validateHealing({ records: [tewl({})] }, {}, 1),
  );
});

const median = (extra: object, protocol: object = {}): number =>
  validateHealing({ records: [tewl(extra, protocol)] }, {}, 2).checks[0]?.median ?? Number.NaN;

test('density, host and the ends of an interval change what is predicted', () => {
  const usual = median({});
  expect(median({}, { density: { value: 800, unit: '1/cm2' } })).toBeGreaterThan(usual);
  expect(median({}, { density: { min: 50, max: 100, unit: '1/cm2' } })).toBeLessThan(usual);
  const pores = (host: object): number =>
    median({ host, points: [{ group: 'micropore lifetime', kind: 'numeric', value: 60, unit: 'h' }] });
  expect(pores({ diabetes: 'type 1' })).toBeGreaterThan(pores({ age: 30 }));
  const made = (host: object): number =>
    median({ host, quantity: 'PICP', points: [{ kind: 'numeric', value: 50, unit: '% change', t: 30 }] });
  expect(made({ age: 25 })).toBe(made({ sex: 'female' }));
  const collagen = (host: object, interval: object = { value: 30, unit: 'd' }): number =>
    median(
      { host, quantity: 'collagen', points: [{ kind: 'numeric', value: 5, unit: '% change', t: 180 }] },
      { sessions: { value: 2, unit: 'count' }, interval },
    );
  expect(collagen({ age: 75, smokes: true })).toBeLessThan(collagen({ age: 25 }));
  expect(collagen({ age: 25 }, { min: 20, max: 40, unit: 'd' })).toBe(collagen({ age: 25 }));
});
