import { expect, test } from 'vitest';
import { checkDocs } from './check-docs.ts';
import { parse } from './exported.ts';
import { functionFaults, hasExample } from './faults.ts';

const exported = (text: string, name = 'solve') => {
  const file = parse('solve.ts', text);
  const statement = file.body.find(({ type }) => type === 'ExportNamedDeclaration');
  if (statement === undefined) throw new Error('nothing is exported');
  return { name, file, statement: { ...statement } };
};

const throwing = 'export const solve = () => { throw new BadInput([]); };';
const making = 'const bad = () => new BadInput([]);\nexport function solve() { throw bad(); }';
const silent = ['solve.ts: solve throws, and its doc comment does not say what and when'];

test.each([
  ['export const solve = () => 1;', ['solve.ts: solve is exported without a doc comment']],
  ['/* Solves. */ export function solve() {}', ['solve.ts: solve is exported without a doc comment']],
  [
    '/** Of another. */\nconst other = 1;\nexport function solve() {}',
    ['solve.ts: solve is exported without a doc comment'],
  ],
  ['/** Solves. */\nexport function solve() {}', []],
  [`/** Solves. */\n${throwing}`, silent],
  [`/** Solves. Throws BadInput for anything. */\n${throwing}`, []],
  [making.replace('export', '/** Solves. */\nexport'), silent],
  [making.replace('export', '/** @throws BadInput */\nexport'), []],
  ['export const solve = 1;', []],
])('%s', (text, faults) => {
  expect(functionFaults(exported(text))).toEqual(faults);
});

test('an example counts where it is documented', () => {
  expect(hasExample([exported('/** @example */\nexport const solve = 1;')])).toBe(true);
  expect(hasExample([exported('// @example\nexport const solve = 1;')])).toBe(false);
});

test('everything that packages export is documented', () => {
  expect(checkDocs()).toEqual([]);
});
