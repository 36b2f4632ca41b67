import { expect, test } from 'vitest';
import { checkDocs } from './check-docs.ts';
import { declaredBy, parse } from './exported.ts';
import { exportFaults, hasExample } from './faults.ts';
import { unitFaults } from './units.ts';

const exported = (text: string, name = 'solve', path = 'solve.ts') => {
  const file = parse(path, text);
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
  ['export const solve = 1;', ['solve.ts: solve is exported without a doc comment']],
  ['/** How often it is tried. */\nexport const solve = 1;', []],
])('%s', (text, faults) => {
  expect(exportFaults(exported(text))).toEqual(faults);
});

test.each([
  ['export type solve = "a" | "b";', ['solve.ts: solve is exported without a doc comment']],
  ['// A side.\nexport type solve = "a" | "b";', ['solve.ts: solve is exported without a doc comment']],
  ['/** A side. */\nexport type solve = "a" | "b";', []],
  ['export interface solve { readonly id: string }', ['solve.ts: solve is exported without a doc comment']],
  ['/** A layer. */\nexport interface solve { readonly id: string }', []],
  ['export class solve {}', ['solve.ts: solve is exported without a doc comment']],
])('%s', (text, faults) => {
  expect(exportFaults(exported(text))).toEqual(faults);
});

const unsaid = (...fields: readonly string[]): string[] =>
  fields.map((field) => `layer.ts: Layer.${field} is a quantity, and no comment says its unit`);

test.each([
  ['/** A layer. */ export interface Layer { readonly depth: number }', unsaid('depth')],
  [
    '/** A layer. */ export type Layer = { top?: number | undefined, depths: Float64Array }',
    unsaid('depths'),
  ],
  ['/** A layer. */ export type Layer = Base & { readonly tipDepth: Band }', unsaid('tipDepth')],
  ['/** A layer. */ export interface Layer { readonly at: { readonly x: number } }', unsaid('x')],
  ['/** A layer. */ export class Layer { readonly depth: number }', unsaid('depth')],
  ["/** The device's layer. */ export interface Layer { readonly depth: number }", unsaid('depth')],
  ['/** A layer, by its depth in m. */ export interface Layer { readonly depth: number }', []],
  ['/** A layer. */ export interface Layer { /** m */ readonly depth: number }', []],
  ['/** A layer. */ export interface Layer { /** Depths, m. */ from: number; to: number }', []],
  ['/** A layer. */ export interface Layer { /** m */ from: number; /** K. */ rise: number }', []],
  [
    '/** A layer. */ export interface Layer { /** m */ from: number; /** Its end. */ to: number }',
    unsaid('to'),
  ],
  ['/** A layer. */ export interface Layer { readonly depth: Length }', []],
  ['/** A layer. */ export interface Layer { readonly depth: (x: number) => number }', []],
  ['/** A layer. */ export interface Layer { readonly cells: number; readonly depth: string }', []],
])('%s', (text, faults) => {
  expect(unitFaults(exported(text, 'Layer', 'layer.ts'))).toEqual(faults);
});

test('a constant that is taken out of an object is declared by its own name', () => {
  expect(declaredBy(exported('export const { hash: solve, tries } = data;').statement)).toEqual([
    'solve',
    'tries',
  ]);
});

test('an example counts where it is documented', () => {
  expect(hasExample([exported('/** @example */\nexport const solve = 1;')])).toBe(true);
  expect(hasExample([exported('// @example\nexport const solve = 1;')])).toBe(false);
});

test('everything that packages export is documented', () => {
  expect(checkDocs()).toEqual([]);
});
