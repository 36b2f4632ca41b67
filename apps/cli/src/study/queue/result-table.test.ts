import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openResultTable, type ResultTable } from './result-table.ts';

// A chunk of two rows, named by its number.
const chunks = { key: (chunk: number) => `key ${chunk}`, rows: () => [['1 mm'], ['2 mm']] };
const lines = ['{"row":0}', '{"row":1}'];

const database = new PGlite();
const executeSql = async (text: string, values?: unknown[]) => {
  if (values !== undefined) return database.query(text, values);
  await database.exec(text);
  return { rows: [] };
};
let table: ResultTable;

beforeAll(async () => {
  table = await openResultTable({ executeSql }, 'study', chunks);
});
afterAll(() => database.close());

test('a result comes back as it was kept, and the first one stays', async () => {
  await table.keep(0, lines);
  await table.keep(0, ['{"row":7}', '{"row":8}']);
  expect(await table.read(0)).toEqual(lines);
  expect(await table.read(1)).toBeUndefined();
  expect(await table.present()).toEqual(new Set([0]));
});

test.each([
  ['cut short', 'UPDATE percuta.study_result SET lines = left(lines, 12) WHERE chunk = 2'],
  [
    'with one digit changed',
    `UPDATE percuta.study_result SET lines = replace(lines, '"row":1', '"row":3') WHERE chunk = 2`,
  ],
  [
    'of another chunk',
    'UPDATE percuta.study_result a SET lines = b.lines FROM percuta.study_result b WHERE a.chunk = 2 AND b.chunk = 0',
  ],
])('a result %s is removed, so that the chunk can be run again', async (_, damage) => {
  await table.keep(2, lines);
  await executeSql(damage);
  expect(await table.read(2)).toBeUndefined();
  expect(await table.present()).toEqual(new Set([0]));
  await table.keep(2, lines);
  expect(await table.read(2)).toEqual(lines);
});

test('a result with a row too few is removed, though its sum is right', async () => {
  await table.keep(3, lines.slice(1));
  expect(await table.read(3)).toBeUndefined();
  expect(await table.present()).not.toContain(3);
});
