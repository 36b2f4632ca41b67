import { centralValues } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { levelTissue, restingShares } from '../testing/tissue.ts';
import { drawValues } from '../../stage.ts';
import { readSuction } from './cutometer.ts';
import { feelCourse } from './feel-course.ts';
import type { TissueMoment } from './modulus.ts';
import { mechanicsParameters } from './parameters.ts';
import { elastinNeeded, recoilFraction } from './recoil.ts';
import { heightAt, liftingWork, pressureAt, suctionLaw } from './suction.ts';

const values = centralValues(mechanicsParameters);
const rest: TissueMoment = {
  collagen: 1,
  functionalI: 1,
  three: 1,
  crossLinks: 1,
  elastin: 1,
  hyaluronan: 1,
  water: 1,
};
const atRest = readSuction(rest, restingShares, values);
const mm = 1e-3;
const heightUnder = (tension: number): number =>
  heightAt(suctionLaw(3000, { ...values, tension, support: 0 }), 45e3) / mm;

describe('suction law', () => {
  test('the documented case: 45 kPa lift 1.2 mm of skin by 0.27 mm', () => {
    const law = suctionLaw(3000, values);
    expect(heightAt(law, 45e3) / mm).toBeCloseTo(0.27, 2);
    // Terms at 0.27 mm by hand: membrane tension 36.29, stretching 1.09, tissue below 7.56 kPa.
    expect(pressureAt(law, 0.27 * mm)).toBeCloseTo(36288 + 1090 + 7560, -1);
  });

  test('tension above 34 kPa cannot reach the middle of the observed heights', () => {
    expect(heightUnder(33.8e3)).toBeGreaterThan(0.27);
    expect(heightUnder(34e3)).toBeLessThan(0.27);
  });

  test('the height solves the law for every draw, without and with a strong cubic term', () => {
    for (const draw of drawValues(mechanicsParameters, 64, 9)) {
      for (const modulus of [0, 1e3, 1e7]) {
        const law = suctionLaw(modulus, draw);
        expect(pressureAt(law, heightAt(law, draw.suction)) / draw.suction).toBeCloseTo(1, 12);
      }
    }
  });

  test('work is the integral of the pressure', () => {
    const law = suctionLaw(1e6, values);
    const [height, steps] = [0.3 * mm, 2000];
    let sum = 0;
    for (let i = 0; i < steps; i += 1)
      sum += (pressureAt(law, ((i + 0.5) / steps) * height) * height) / steps;
    expect(liftingWork(law, height) / sum).toBeCloseTo(1, 6);
  });
});

describe('readings at rest', () => {
  test('stand where women of 25 to 55 stand: R0 0.20 to 0.33 mm, R2 66 to 82 %', () => {
    expect(atRest.r0 / mm).toBeGreaterThan(0.2);
    expect(atRest.r0 / mm).toBeLessThan(0.33);
    expect(atRest.r2).toBeGreaterThan(0.66);
    expect(atRest.r2).toBeLessThan(0.82);
  });

  test('R5, R6 and R7 hold together: R7 = R5/(1 + R6)', () => {
    expect(atRest.r5).toBeCloseTo(0.7, 12);
    expect(atRest.r6).toBeCloseTo(0.35, 12);
    expect(atRest.r7).toBeCloseTo(0.7 / 1.35, 12);
  });

  test('a short cycle creeps less, so its bounciness lies between R7 and R5', () => {
    expect(atRest.bounciness).toBeGreaterThan(atRest.r7);
    expect(atRest.bounciness).toBeLessThan(atRest.r5);
    // 1 - exp(-0.5/0.3) = 0.8111
    expect(atRest.bounciness).toBeCloseTo(0.7 / (1 + 0.35 * 0.81112), 5);
  });

  test('resilience is one less the loss of a cycle, integrated round the loop', () => {
    const { suction, viscousRatio } = values;
    const law = suctionLaw(atRest.modulus, values);
    const elastic = atRest.r0 / (1 + viscousRatio);
    const steps = 4000;
    let [loading, unloading] = [0, 0];
    for (let i = 0; i < steps; i += 1) {
      // Both ways along the law; on the way back only the share that recoils is travelled.
      const pressure = pressureAt(law, ((i + 0.5) / steps) * atRest.r0);
      loading += (pressure * elastic) / steps;
      unloading += (pressure * elastic * atRest.r5) / steps;
    }
    loading += suction * elastic * viscousRatio;
    expect(1 - (loading - unloading) / loading).toBeCloseTo(atRest.resilience, 6);
  });

  test('a linear law gives eta/(1 + 2 R6)', () => {
    const slack = { ...values, restingModulus: 1e-9 };
    expect(readSuction(rest, restingShares, slack).resilience).toBeCloseTo(0.7 / 1.7, 9);
  });
});

describe('recoil', () => {
  test('elastin that +44.41 % of R7 would need: +84 % at an exponent of 0.6, +44 % at 1', () => {
    expect(elastinNeeded(0.4441, 0.6)).toBeCloseTo(1.845, 3);
    expect(elastinNeeded(0.4441, 1)).toBeCloseTo(1.4441, 12);
    const needed = { ...rest, elastin: elastinNeeded(0.4441, 0.6) };
    expect(readSuction(needed, restingShares, { ...values, recoil: 0.5 }).r7).toBeCloseTo(
      (1.4441 * 0.5) / 1.35,
      9,
    );
  });

  test('rises with elastin and cross-links, falls with water, never passes 1', () => {
    for (const draw of drawValues(mechanicsParameters, 64, 21)) {
      const at = (change: Partial<TissueMoment>): number => recoilFraction({ ...rest, ...change }, draw);
      expect(at({ elastin: 0.8 })).toBeLessThan(at({}));
      expect(at({ crossLinks: 0.5 })).toBeLessThanOrEqual(at({}));
      expect(at({ water: 1.5 })).toBeLessThanOrEqual(at({}));
      expect(at({ elastin: 50 })).toBeLessThanOrEqual(1);
    }
  });
});

const end = (change: Parameters<typeof levelTissue>[0], draw: typeof values) => {
  const course = levelTissue(change).draws[0];
  if (course === undefined) throw new Error('a draw is missing');
  const { lasting } = feelCourse(course, restingShares, draw);
  return {
    firmness: lasting.firmness[0] ?? 0,
    bounciness: lasting.bounciness[0] ?? 0,
    resilience: lasting.resilience[0] ?? 0,
  };
};

const height = (modulus: number): number => heightAt(suctionLaw(modulus, values), values.suction);

describe('feel', () => {
  test('every quality is 1 at rest', () => {
    const course = levelTissue({}).draws[0];
    if (course === undefined) throw new Error('a draw is missing');
    const { felt, lasting, swelling, modulus } = feelCourse(course, restingShares, values);
    for (const column of [...Object.values(felt), ...Object.values(lasting), modulus]) {
      expect([...column].every((value) => Math.abs(value - 1) < 1e-12)).toBe(true);
    }
    expect(Math.max(...swelling)).toBe(0);
  });

  test('firmness never falls with collagen and bounciness never with elastin', () => {
    for (const draw of drawValues(mechanicsParameters, 32, 2)) {
      expect(end({ collagen: 1.2, functionalI: 1.2 }, draw).firmness).toBeGreaterThan(1);
      expect(end({ crossLinks: 0.6 }, draw).firmness).toBeLessThan(1);
      expect(end({ elastin: 0.9 }, draw).bounciness).toBeLessThan(1);
      expect(end({ elastin: 0.9 }, draw).resilience).toBeLessThan(1);
      // Water is no part of what lasts.
      expect(end({ water: 1.6, hyaluronan: 2 }, draw)).toEqual({ firmness: 1, bounciness: 1, resilience: 1 });
    }
  });

  test('in this law suction hardly sees the modulus: a tenth more of it is under 0.4 % of firmness', () => {
    const firmer = height(3000) / height(3300) - 1;
    expect(firmer).toBeGreaterThan(0);
    expect(firmer).toBeLessThan(0.004);
  });
});
