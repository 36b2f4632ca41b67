import { kineticsRecords } from '@percuta/evidence';
import { exp, log, scaledExponentialIntegral } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import type { Course } from '../problem/heat-problem.ts';
import { damageOfCourse, damageOfStep } from './exposure.ts';
import type { ArrheniusKinetics, Kinetics } from './kinetics.ts';
import { cem43, kineticsFrom, kineticsNames, namedKinetics } from './named.ts';
import { branchAt, gasConstant, rateAt, thresholdTemperature } from './rate.ts';

const kelvin = (celsius: number): number => celsius + 273.15;

const named = (name: string): Kinetics => {
  const found = namedKinetics(name);
  if (found === undefined) throw new Error(`no kinetics ${name}`);
  return found;
};

const arrhenius = (name: string): ArrheniusKinetics => {
  const found = named(name);
  if (found.kind !== 'arrhenius') throw new Error(`${name} has no branches`);
  return found;
};

const held = (celsius: number, duration: number): Course => ({
  start: kelvin(celsius),
  pieces: [{ kind: 'linear', to: kelvin(celsius), duration }],
});

/** Temperature (°C) for Omega = 1, from the branch that holds there. */
const threshold = (kinetics: ArrheniusKinetics, duration: number): number => {
  const last = kinetics.branches.at(-1);
  if (last === undefined) throw new Error('no branch');
  const found = thresholdTemperature(last, duration);
  return thresholdTemperature(branchAt(kinetics, found), duration) - 273.15;
};

/** Temperatures (°C) at which 1 ms, 10 ms, 100 ms, 1 s and 10 s give Omega = 1, to the digit printed. */
const thresholds: readonly (readonly [string, readonly number[]])[] = [
  ['henriques-burn', [67.9, 64.4, 61.0, 57.6, 54.2]],
  ['weaver-stoll-burn', [78.8, 71.7, 64.8, 58.2, 51.9]],
  ['takata-burn', [67.6, 64.3, 61.0, 57.8, 54.7]],
  ['mehta-wong-dermis', [86.3, 81.0, 75.8, 70.8, 65.9]],
  ['agah-artery-coagulation', [96.6, 90.6, 84.8, 79.2, 73.7]],
  ['collagen-contraction-2pt', [95.1, 88.9, 82.9, 77.1, 71.4]],
  ['collagen-birefringence-rat-skin', [105.6, 96.8, 88.4, 80.4, 72.8]],
  ['collagen-rat-tail-tendon', [87.5, 80.8, 74.4, 68.2, 62.3]],
  ['collagen-rabbit-patellar', [80.5, 76.3, 72.2, 68.2, 64.2]],
  ['cho-cell-death', [61.5, 58.1, 54.7, 51.4, 48.2]],
  ['liver-legacy', [92.0, 82.3, 73.2, 64.5, 56.2]],
];

describe('named kinetics', () => {
  test.each(thresholds)('%s reaches 1 where the table says', (name, expected) => {
    const durations = [0.001, 0.01, 0.1, 1, 10];
    durations.forEach((duration, i) => {
      expect(Math.abs(threshold(arrhenius(name), duration) - (expected[i] ?? NaN))).toBeLessThan(0.06);
    });
  });

  test('every record has a name, and the names hold CEM43 too', () => {
    expect(kineticsNames()).toHaveLength(kineticsRecords().length + 1);
    for (const name of kineticsNames()) expect(named(name).name).toBe(name);
    expect(namedKinetics('nobody')).toBeUndefined();
  });

  test('two branches change at 50 °C', () => {
    const weaver = arrhenius('weaver-stoll-burn');
    expect(branchAt(weaver, kelvin(49.99)).activation).toBe(93534.9);
    expect(branchAt(weaver, kelvin(50)).activation).toBe(39109.8);
  });

  test('a frequency factor near the end of the doubles does no harm', () => {
    const fast = kineticsFrom('fast', 1e300, 2.4e5);
    expect(rateAt(fast, 310)).toBeGreaterThan(0);
    expect(rateAt(fast, 400)).toBeLessThan(Infinity);
  });
});

/** Omega of a linear rise from T0 to T1 (K) in `duration` (s), single branch: closed form with E1. */
const rampClosed = (kinetics: ArrheniusKinetics, T0: number, T1: number, duration: number): number => {
  const { logFrequency, activation: e } = branchAt(kinetics, T0);
  // T exp(-e/T) - e E1(e/T), with A inside the exponential.
  const primitive = (T: number): number =>
    T * exp(logFrequency - e / T) * (1 - (e / T) * scaledExponentialIntegral(e / T));
  return (duration / (T1 - T0)) * (primitive(T1) - primitive(T0));
};

describe('damage of a course', () => {
  test('held temperature is rate times time', () => {
    const agah = named('agah-artery-coagulation');
    expect(damageOfCourse(agah, held(72, 4)) / (4 * rateAt(agah, kelvin(72)))).toBeCloseTo(1, 14);
  });

  test.each([
    ['agah-artery-coagulation', 0.19],
    ['collagen-contraction-2pt', 0.51],
    ['mehta-wong-dermis', 7.1],
    ['henriques-burn', 5e4],
  ])('72 °C for 4 s by %s', (name, expected) => {
    expect(Math.abs(damageOfCourse(named(name), held(72, 4)) / expected - 1)).toBeLessThan(0.06);
  });

  test.each([
    ['Henriques', named('henriques-burn'), 694531.8353],
    ['Agah', named('agah-artery-coagulation'), 0.7777164557],
    ['rat skin', kineticsFrom('rat skin', 1.606e45, 3.06e5 / gasConstant), 0.6829015],
  ])('37 to 80 °C in 10 s by %s agrees with E1', (_, kinetics, expected) => {
    const found = damageOfStep(kinetics, kelvin(37), kelvin(80), 10);
    expect(Math.abs(found / expected - 1)).toBeLessThan(2e-7);
    if (kinetics.kind !== 'arrhenius') throw new Error('no branches');
    expect(Math.abs(found / rampClosed(kinetics, kelvin(37), kelvin(80), 10) - 1)).toBeLessThan(4e-8);
  });

  test('a ramp through a jump of the rate is the sum of its two sides', () => {
    const weaver = arrhenius('weaver-stoll-burn');
    const [low, high] = weaver.branches;
    if (low === undefined || high === undefined) throw new Error('two branches');
    const alone = (branch: typeof low): ArrheniusKinetics => ({ ...weaver, branches: [branch] });
    const expected =
      rampClosed(alone(low), kelvin(40), kelvin(50), 10) +
      rampClosed(alone(high), kelvin(50), kelvin(60), 10);
    const found = damageOfStep(weaver, kelvin(40), kelvin(60), 20);
    expect(Math.abs(found / expected - 1)).toBeLessThan(4e-8);
    expect(damageOfStep(weaver, kelvin(60), kelvin(40), 20) / found).toBeCloseTo(1, 12);
  });

  test('a pulse that rises and falls agrees with a fine midpoint rule', () => {
    const kinetics = named('cho-cell-death');
    const course: Course = {
      start: kelvin(37),
      pieces: [
        { kind: 'linear', to: kelvin(62), duration: 0.05 },
        { kind: 'exponential', towards: kelvin(37), time: 0.2, duration: 2 },
      ],
    };
    const count = 200_000;
    let expected = 0;
    for (let i = 0; i < count; i += 1) {
      const t = ((i + 0.5) / count) * 2.05;
      const T = t < 0.05 ? 37 + 500 * t : 37 + 25 * exp(-(t - 0.05) / 0.2);
      expected += rateAt(kinetics, kelvin(T)) * (2.05 / count);
    }
    expect(Math.abs(damageOfCourse(kinetics, course) / expected - 1)).toBeLessThan(1e-6);
  });

  test.each([
    [60, 1, 2184.533],
    [55, 10, 682.667],
    [50, 60, 128],
  ])('CEM43 of %d °C for %d s', (celsius, duration, minutes) => {
    expect(damageOfCourse(cem43, held(celsius, duration)) / 60).toBeCloseTo(minutes, 3);
  });

  test('CEM43 below 43 °C falls by four a kelvin, and across it adds both sides', () => {
    expect(rateAt(cem43, kelvin(42))).toBeCloseTo(0.25, 12);
    const across = damageOfStep(cem43, kelvin(42), kelvin(44), 2);
    // ∫ 4^x over (-1, 0) plus ∫ 2^x over (0, 1).
    expect(across).toBeCloseTo(0.75 / log(4) + 1 / log(2), 8);
  });

  test('the order of pieces does not matter to their sum, and no time adds nothing', () => {
    const agah = named('agah-artery-coagulation');
    const whole = damageOfStep(agah, kelvin(70), kelvin(90), 1);
    const parts =
      damageOfStep(agah, kelvin(70), kelvin(83), 0.65) + damageOfStep(agah, kelvin(83), kelvin(90), 0.35);
    expect(Math.abs(parts / whole - 1)).toBeLessThan(4e-8);
    expect(damageOfStep(agah, kelvin(70), kelvin(90), 0)).toBe(0);
  });
});
