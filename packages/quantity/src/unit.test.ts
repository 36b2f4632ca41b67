import { describe, expect, test } from 'vitest';
import { dimensions } from './dimension.ts';
import { QuantityError } from './quantity-error.ts';
import { toSI } from './quantity.ts';
import { dimensionOf, findUnit, unitsOf } from './unit.ts';

describe('spellings', () => {
  test.each([
    ['µm', 'um'],
    ['μm', 'um'],
    ['m²', 'm2'],
    ['cm³', 'mL'],
    ['1/cm²', '/cm2'],
    ['Ω', 'ohm'],
    ['\u2126', 'ohm'],
    ['kΩ', 'kohm'],
    ['µs', 'us'],
    ['℃', '°C'],
    ['C', '°C'],
    ['d', 'days'],
    ['hour', 'h'],
    ['mN/µm', 'N/mm'],
    ['°', 'deg'],
    ['W/(m·K)', 'W/m/K'],
  ])('%s is %s', (one, other) => {
    expect(findUnit(one)).toBe(findUnit(other));
    expect(findUnit(one)?.dimension).toBe(dimensionOf(other));
  });

  test('case counts', () => {
    expect(findUnit('MPa')).not.toBe(findUnit('mPa'));
    expect(findUnit('MM')).toBeUndefined();
  });
});

describe('factors', () => {
  test.each([
    ['cm', 0.01],
    ['um2', 1e-12],
    ['mL', 1e-6],
    ['um3', 1e-18],
    ['min', 60],
    ['days', 86_400],
    ['weeks', 604_800],
    ['months', 30.4375 * 86_400],
    ['years', 365.25 * 86_400],
    ['rpm', 1 / 60],
    ['1/day', 1 / 86_400],
    ['g', 0.001],
    ['MPa', 1e6],
    ['deg', Math.PI / 180],
    ['1/cm2', 1e4],
    ['J/cm2', 1e4],
    ['mN/um', 1000],
    ['%', 0.01],
    ['kohm', 1000],
    ['J/cm3/K', 1e6],
    ['ps', 1e-12],
    ['g/cm3', 1000],
    ['kJ/kg', 1000],
    ['kcal/mol', 4184],
    ['W/mm3', 1e9],
    ['W/mm', 1000],
    ['mL/min/kg', 1e-6 / 60],
    ['%/K', 0.01],
    ['V/cm', 100],
  ])('1 %s is %d in SI', (unit, expected) => {
    expect(toSI(1, unit)).toBe(expected);
  });

  test('degrees Celsius start at 273.15 K', () => {
    expect(toSI(0, '°C')).toBe(273.15);
    expect(toSI(37, '°C')).toBe(310.15);
  });
});

test('a spelling that serves two dimensions converts alike in both', () => {
  const [absolute, difference] = [findUnit('K', 'temperature'), findUnit('K', 'temperature-difference')];
  expect(absolute?.dimension).toBe('temperature');
  expect({ ...difference, dimension: 'temperature' }).toEqual(absolute);

  const shared = Object.keys(dimensions)
    .filter((name): name is keyof typeof dimensions => name in dimensions)
    .flatMap(unitsOf)
    .filter((symbol, index, all) => all.indexOf(symbol) !== index);
  expect(shared).toEqual(['K', 'kg/m3']);
  const [concentration, density] = [findUnit('kg/m3', 'mass-concentration'), findUnit('kg/m3', 'density')];
  expect({ ...density, dimension: 'mass-concentration' }).toEqual(concentration);
});

test('dimensionOf names what a unit measures', () => {
  expect(dimensionOf('mm')).toBe('length');
  expect(dimensionOf('N/m')).toBe('stiffness');
  expect(dimensionOf('K')).toBe('temperature');
  expect(() => dimensionOf('furlong')).toThrow(QuantityError);
  expect(() => dimensionOf('furlong')).toThrow('unknown unit "furlong"');
});
