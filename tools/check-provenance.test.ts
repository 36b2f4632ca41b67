import { cite, type Parameter } from '@percuta/evidence';
import { describe, expect, it } from 'vitest';
import { parameterFaults } from './check-provenance.ts';
import { dataFaults, referenceFaults, sheetFaults } from './provenance/data.ts';
import { literalFaults } from './provenance/literals.ts';

const sound: Parameter = {
  symbol: 'x',
  meaning: 'a number',
  value: 2,
  unit: 'mm',
  spread: { kind: 'triangular', low: 1, high: 3 },
  basis: 'measured',
  sources: [cite('lam2008')],
  read: 'abstract',
};

describe('parameters', () => {
  it('passes a sourced one', () => {
    expect(parameterFaults('x', sound)).toEqual([]);
  });

  it.each<[string, Partial<Parameter>, string]>([
    ['no source and no reason', { sources: [], basis: 'assumed' }, 'neither source nor reason'],
    ['measured by nobody', { sources: [], reason: 'guess' }, 'measured, but no source is named'],
    ['unverified without a spread', { read: 'estimate', spread: { kind: 'fixed' } }, 'without a spread'],
    ['a value outside its spread', { value: 4 }, 'outside 1 to 3'],
  ])('refuses %s', (_, change, fault) => {
    expect(parameterFaults('x', { ...sound, ...change }).join()).toContain(fault);
  });

  it('refuses a reference that does not exist', () => {
    // A key that the compiler would refuse, as it comes from data.
    const sources = JSON.parse('[{ "key": "nobody1999" }]') as Parameter['sources'];
    expect(parameterFaults('x', { ...sound, sources })).toEqual([
      'x: no reference with the key "nobody1999"',
    ]);
  });

  it('lets a definition stand without a spread', () => {
    const definition = { read: 'estimate', spread: { kind: 'fixed' }, note: 'definition' } as const;
    expect(parameterFaults('x', { ...sound, ...definition })).toEqual([]);
  });
});

describe('data files', () => {
  it('passes what names its source or is marked unverified', () => {
    expect(dataFaults('f', { mean: 1, method: 'OCT', read: 'abstract', source: 'lam2008' })).toEqual([]);
    expect(dataFaults('f', { value: '1 mm', read: 'recalled (unverified)' })).toEqual([]);
  });

  it.each([
    ['a recalled value that lost its mark', { value: '1 mm', read: 'full text' }, 'no source is named'],
    ['a measurement without source', { mean: 1, method: 'OCT', read: 'estimate' }, 'measurement without'],
    ['a read nobody knows', { value: 1, read: 'guessed' }, 'no way of reading'],
    ['an unknown reference', { read: 'estimate', sources: ['nobody1999'] }, 'nobody1999'],
    ['a trial without study', { text: 'x', tag: 'trial', sources: [] }, 'tagged "trial"'],
    ['a depth at risk of unknown origin', { structure: 'nerve', depth: { min: '3 mm' } }, 'depth_read'],
  ])('refuses %s', (_, record, fault) => {
    expect(dataFaults('f', [{ inner: record }]).join()).toContain(fault);
  });

  it('refuses a device fact without read, inside the label too', () => {
    const sheet = { id: 'x', needle_count: 12, label: { min_age: { value: '22 years' } } };
    expect(sheetFaults('f', sheet)).toEqual([
      'f.needle_count: a fact without read',
      'f.label.min_age: a fact without read',
    ]);
  });

  it('refuses a reference without citation and a DOI that is none', () => {
    expect(referenceFaults('f', { a: { doi: '10.1000/x' }, b: { cite: 'B', doi: 'doi:b' } })).toEqual([
      'f.a: says not what it cites',
      'f.b: "doi:b" is no DOI',
    ]);
  });
});

const file = (text: string, path = 'packages/engine/src/skin/a.ts') => ({ path, text });

describe('numbers in equation files', () => {
  it('passes small integers, powers of ten and a half', () => {
    expect(literalFaults(file('export const a = 4 * 0.5 * 1e-6 * 100 + 10;'))).toEqual([]);
  });

  it('refuses anything else', () => {
    expect(literalFaults(file('const mu = 1;\nexport const force = mu * 0.11;'))).toEqual([
      'packages/engine/src/skin/a.ts:2: 0.11 stands in an equation file; make it a parameter',
    ]);
    expect(literalFaults(file('export const rate = 0.1;'))).toHaveLength(1);
  });

  it('passes a number only in the file where it is named', () => {
    const text = 'export const cells = 320;';
    expect(literalFaults(file(text, 'packages/engine/src/skin/thickness.ts'))).toEqual([]);
    expect(literalFaults(file(text))).toHaveLength(1);
  });
});
