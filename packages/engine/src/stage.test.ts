import { expect, test } from 'vitest';
import { stages } from './ensemble.ts';
import { finite, parameterNames } from './stage.ts';

test('a parameter is known by its stage and its key', () => {
  const names = stages.flatMap((stage) => parameterNames(stage)).map(([name]) => name);
  expect(names).toContain('puncture.gap');
  expect(names).toContain('safety.compression');
  expect(new Set(names).size).toBe(names.length);
});

test('finite values pass, one that is not names its stage and field', () => {
  const values = Float64Array.of(1, -2, 0);
  expect(finite('skin', 'dermis', values)).toBe(values);
  for (const bad of [Number.NaN, Infinity]) {
    expect(() => finite('skin', 'dermis', Float64Array.of(1, bad))).toThrow(
      `skin returned ${bad} for dermis`,
    );
  }
});
