import { expect, test } from 'vitest';
import { centralDraw } from '../ensemble.ts';
import { supportStiffness } from './support.ts';

const central = centralDraw().puncture;
/** At the reference toughness, unstretched skin and the reference rate only the coefficient and the reach are left;
 * the coefficients are those the specification quotes. */
const values = {
  ...central,
  toughness: central.referenceToughness,
  pretension: 1,
  plateSupport: 1.2e6,
  freeSupport: 0.15e6,
  ringFactor: 1,
};

const over = (support: 'plate' | 'ring' | 'free') => supportStiffness(support, 1, 1e-3, values);

test('M3: the coefficients of plate, ring and free needle times the reach', () => {
  expect(over('plate')).toBeCloseTo(1200, 9);
  expect(over('free')).toBeCloseTo(150, 9);
  // The specification quotes the geometric mean as 0.42 MPa.
  expect(Math.abs(over('ring') - 420)).toBeLessThan(5);
  expect(over('ring')).toBeCloseTo(Math.sqrt(over('plate') * over('free')), 9);
});

test('stretching, rate and reach stiffen in proportion', () => {
  const plain = supportStiffness('plate', 1, 1e-3, values);
  expect(supportStiffness('plate', 1, 2e-3, values) / plain).toBeCloseTo(2, 12);
  expect(supportStiffness('plate', 1, 1e-3, { ...values, pretension: 1.3 }) / plain).toBeCloseTo(1.3, 12);
  expect(supportStiffness('plate', 100, 1e-3, values) / plain).toBeCloseTo(10 ** 0.42, 9);
});

test('toughness scales support as it scales force, so that their ratio, the depth, keeps', () => {
  const tough = { ...values, toughness: 8 * values.toughness };
  expect(supportStiffness('plate', 1, 1e-3, tough) / supportStiffness('plate', 1, 1e-3, values)).toBeCloseTo(
    4,
    12,
  );
});
