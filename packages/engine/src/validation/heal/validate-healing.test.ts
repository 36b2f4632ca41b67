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
