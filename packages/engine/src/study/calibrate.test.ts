import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems.ts';
import { protocolDocument } from '../testing/protocol.ts';
import { calibrateStudy } from './calibrate.ts';
import { checkStudy } from './check-study.ts';
import type { StudyRow } from './chunk.ts';
import { layOut } from './lay-out.ts';
import { readStudy } from './study.ts';
import { writeCalibrated } from './write-calibrated.ts';

const document = (changes: object = {}) => ({
  kind: 'percuta study',
  version: 1,
  title: 'calibration',
  base: protocolDocument(),
  design: { kind: 'calibration', rows: 400 },
  columns: [
    { name: 'x', parameter: 'puncture.toughness', from: '0 kJ/m2', to: '1 kJ/m2' },
    { name: 'kind', path: 'title', values: ['a', 'b'] },
  ],
  outputs: [{ name: 'depth', path: 'zones[0].outcome.insertion_depth.median' }, 'title'],
  targets: [{ output: 'depth', value: '5 mm', sd: '0.5 mm' }],
  draws: 16,
  ...changes,
});
const study = readStudy(document());

/** Rows of the design with y = 10 x mm for a, and nothing for b. */
const rows = layOut(study).rows.map(([x = '', kind = ''], row): StudyRow => ({
  row,
  status: kind === 'a' ? 'done' : 'outside model',
  inputs: { x, kind },
  outputs: { depth: kind === 'a' ? `${10 * Number.parseFloat(String(x))} mm` : null, title: 'no' },
}));

test('accepted is what lies within three deviations of the target, and no row without a number', () => {
  const { accepted, nearest, columns } = calibrateStudy(study, rows);
  const within = rows.filter(
    ({ inputs }) => inputs['kind'] === 'a' && Math.abs(Number.parseFloat(String(inputs['x'])) - 0.5) <= 0.15,
  );
  expect(accepted.map(({ row }) => row.row).toSorted((a, b) => a - b)).toEqual(within.map(({ row }) => row));
  expect(nearest?.most).toBeLessThan(0.5);
  expect(columns['kind']?.after).toEqual({ a: 1 });
  expect(Number(columns['x']?.after?.['low'])).toBeGreaterThan(0.35);
  expect(Number(columns['x']?.after?.['median'])).toBeCloseTo(0.5, 1);
  expect(Number(columns['x']?.before['high'])).toBeCloseTo(0.95, 1);
});

test('a share keeps the nearest', () => {
  const some = readStudy(document({ design: { kind: 'calibration', rows: 400, most: 100, share: 0.05 } }));
  const { accepted } = calibrateStudy(some, rows);
  expect(accepted).toHaveLength(20);
  const furthest = Math.max(...accepted.map(({ whole }) => whole));
  const others = calibrateStudy(study, rows).accepted.filter(
    ({ row }) => !accepted.some((one) => one.row.row === row.row),
  );
  expect(others.every(({ whole }) => whole >= furthest)).toBe(true);
});

test('where nothing fits the nearest is told; what has no number is written as null', () => {
  const far = readStudy(document({ targets: [{ output: 'depth', value: '50 mm', sd: '0.5 mm' }] }));
  const none = calibrateStudy(far, rows);
  expect(none.accepted).toEqual([]);
  expect(none.columns['x']?.after).toBeUndefined();
  expect(none.nearest?.most).toBeGreaterThan(79);
  const blank = calibrateStudy(far, rows.filter(({ status }) => status !== 'done').slice(0, 1));
  expect(writeCalibrated(far, blank).nearest).toMatchObject({ distance: null, distances: { depth: null } });
});

test.each([
  ['no targets', { targets: undefined }, 'targets'],
  ['targets of a grid', { design: { kind: 'latin hypercube', rows: 4 } }, 'targets'],
  ['a target for nothing', { targets: [{ output: 'width', value: 1, sd: 1 }] }, 'targets[0].output'],
])('%s is refused by its place', (_, changes, path) => {
  expect(problemsOf(() => readStudy(document(changes))).map((problem) => problem.path)).toEqual([path]);
});

test.each([
  ['another unit', { value: '5 um', sd: '0.5 mm' }, 'targets[0].value'],
  ['no spread', { value: '5 mm', sd: '0 mm' }, 'targets[0].sd'],
])('a target with %s is refused before anything runs', (_, target, path) => {
  const columns = [{ parameter: 'puncture.toughness', from: '1 kJ/m2', to: '2 kJ/m2' }];
  const outputs = [{ name: 'depth', path: 'zones[0].outcome.insertion_depth.median' }];
  const bad = readStudy(document({ columns, outputs, targets: [{ output: 'depth', ...target }] }));
  expect(problemsOf(() => checkStudy(bad)).map((problem) => problem.path)).toEqual([path]);
});
