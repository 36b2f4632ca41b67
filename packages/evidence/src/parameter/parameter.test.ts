import { expect, test } from 'vitest';
import { cite } from '../provenance/reference.ts';
import { centralValues, parameter, sampleValue, type Parameter } from './parameter.ts';

const sound: Parameter = {
  symbol: 'tau',
  meaning: 'friction of the shaft',
  value: 5,
  unit: 'kPa',
  spread: { kind: 'lognormal', low: 1, high: 20 },
  basis: 'measured',
  sources: [cite('lam2008')],
  read: 'abstract',
};

test('values leave in SI', () => {
  expect(centralValues({ friction: parameter(sound) })).toEqual({ friction: 5000 });
  expect(sampleValue(sound, 0.05)).toBeCloseTo(1000, 9);
});

test('a parameter is frozen, with its parts', () => {
  const frozen = parameter(sound);
  expect([frozen, frozen.spread, frozen.sources].every(Object.isFrozen)).toBe(true);
});

test('without a source a reason is needed', () => {
  expect(() => parameter({ ...sound, sources: [] })).toThrow(/tau.*no source and gives no reason/);
  expect(() => parameter({ ...sound, sources: [], reason: '  ' })).toThrow(/no reason/);
  expect(parameter({ ...sound, sources: [], reason: 'geometry' }).reason).toBe('geometry');
});

test('an unverified value needs a spread unless it is a definition', () => {
  const fixed: Parameter = { ...sound, spread: { kind: 'fixed' }, read: 'recalled (unverified)' };
  expect(() => parameter(fixed)).toThrow(/needs a spread/);
  expect(parameter({ ...fixed, note: 'definition' }).value).toBe(5);
  expect(parameter({ ...fixed, read: 'abstract' }).value).toBe(5);
});

test('a spread that cannot hold the value is refused', () => {
  expect(() => parameter({ ...sound, value: 25 })).toThrow(/lognormal/);
});
