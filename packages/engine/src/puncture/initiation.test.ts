import { expect, test } from 'vitest';
import { centralDraw } from '../ensemble.ts';
import { initiationForce } from './initiation.ts';

const { puncture } = centralDraw();
const um = 1e-6;
const slow = 1e-3;

test('M1: 20 mN at 5 um and 167 mN at 37 um', () => {
  expect(initiationForce(5 * um, slow, puncture)).toBeCloseTo(20e-3, 9);
  // The line through the law's own constants gives 167.2 mN; the paper's figure is printed to 1 mN.
  expect(Math.abs(initiationForce(37 * um, slow, puncture) - 167e-3)).toBeLessThan(0.5e-3);
});

test('no tip is so fine that it enters for nothing', () => {
  expect(initiationForce(0.1 * um, slow, puncture)).toBe(puncture.leastInitiation);
});

test('blunt tips follow the area law, joined to the line without a jump', () => {
  const edge = puncture.sharpestBlunt;
  const atEdge = initiationForce(edge, slow, puncture);
  expect(initiationForce(edge * (1 + 1e-9), slow, puncture)).toBeCloseTo(atEdge, 9);
  expect(initiationForce(2 * edge, slow, puncture)).toBeCloseTo(4 * atEdge, 12);
});

test('speed changes nothing at the default exponent', () => {
  expect(initiationForce(20 * um, 1, puncture)).toBe(initiationForce(20 * um, slow / 2, puncture));
});

test('with the measured exponent force falls by 28 % for a doubling, only over the speeds measured', () => {
  const values = { ...puncture, initiationSpeedExponent: 0.47 };
  const at = (speed: number) => initiationForce(20 * um, speed, values);
  // 2^-0.47 = 0.722
  expect(at(1e-3) / at(0.5e-3)).toBeCloseTo(0.722, 3);
  expect(at(1)).toBe(at(1e-3));
  expect(at(1e-6)).toBe(at(0.5e-3));
  expect(at(1e-3)).toBe(initiationForce(20 * um, slow, puncture));
});
