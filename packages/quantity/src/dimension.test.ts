import { describe, expect, test } from 'vitest';
import { dimensions, nameDimension } from './dimension.ts';
import { parseQuantity, toSI } from './quantity.ts';
import { unitsOf } from './unit.ts';

describe.each(Object.entries(dimensions))('%s', (name, { unit, example }) => {
  const [dimension] = Object.keys(dimensions).filter((key): key is keyof typeof dimensions => key === name);

  test('has an SI unit that converts by one, an example that reads', () => {
    if (!dimension) throw new Error(name);
    expect(unitsOf(dimension)).toContain(unit);
    expect(toSI(2.5, unit)).toBe(2.5);
    expect(parseQuantity(example, dimension)).toBeGreaterThan(0);
  });
});

test('a dimension is named with its article', () => {
  expect(nameDimension('length')).toBe('a length');
  expect(nameDimension('areal-density')).toBe('an areal density');
});
