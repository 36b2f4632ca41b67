import { describe, expect, test } from 'vitest';
import table from '../../fixtures/special-functions.json' with { type: 'json' };
import { worstError } from './accuracy.ts';
import { ANGLE_CLAIMS } from './angle/claims.ts';
import { EXPONENTIAL_CLAIMS } from './exponential/claims.ts';
import { exp } from './exponential/exp.ts';
import { fingerprint } from './fingerprint.ts';
import { nextUp } from './float/ulp.ts';
import { PROBABILITY_CLAIMS } from './probability/claims.ts';

const claims = [...EXPONENTIAL_CLAIMS, ...ANGLE_CLAIMS, ...PROBABILITY_CLAIMS];

describe('error against 50-digit references', () => {
  test.each(claims)('$name stays below $bound ulp', ({ name, evaluate, bound }) => {
    expect(table[name].length).toBeGreaterThan(350);
    expect(worstError(evaluate, table[name])).toBeLessThan(bound);
  });

  test('every function of the table has a claim', () => {
    expect(claims.map(({ name }) => name).sort()).toEqual(Object.keys(table).sort());
  });

  test('a result one ulp off is seen', () => {
    expect(worstError((x) => nextUp(exp(x)), table.exp)).toBeGreaterThan(1);
    expect(worstError(() => NaN, table.exp)).toBe(Infinity);
  });
});

const wrongOnce = (x: number) => (x === 1 ? nextUp(exp(x)) : exp(x));

test('one wrong bit changes the fingerprint', () => {
  expect(fingerprint(wrongOnce, table.exp)).not.toBe(fingerprint(exp, table.exp));
});
