import { centralValues, spectra } from '@percuta/evidence';
import { exp } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { heatParameters } from '../parameters.ts';
import { dielectricAt } from './cole-cole.ts';
import { admittivityAt, conductivityAt } from './conductivity.ts';
import { enthalpyAt, enthalpyCurve, temperatureAt, vapourAt } from './enthalpy.ts';
import { bendsOf, integralOf, leastBetween, valueAt } from './law.ts';
import type { Law, Material } from './material.ts';
import { diffusivityOf, tissueNames, tissueOf } from './tissue.ts';

const values = centralValues(heatParameters);
const dermis = tissueOf('dermis', values);
const cold = { vapour: 0, coagulation: 0 };
const warm = 310.15;

const sloping: Law = { kind: 'linear', value: 0.3, slope: 0.018, reference: 310.15, cap: 373.15 };
const tabled: Law = { kind: 'table', temperatures: [300, 350, 400], values: [1, 3, 2] };

describe('laws', () => {
  test('linear up to its cap', () => {
    expect(valueAt(sloping, 310.15)).toBe(0.3);
    expect(valueAt(sloping, 320.15)).toBeCloseTo(0.354, 12);
    expect(valueAt(sloping, 400)).toBe(valueAt(sloping, 373.15));
  });

  test('tables are linear between points and constant beyond', () => {
    expect([250, 300, 325, 350, 375, 500].map((T) => valueAt(tabled, T))).toEqual([1, 1, 2, 3, 2.5, 2]);
  });

  test.each([
    ['linear', sloping],
    ['table', tabled],
  ])('the integral of a %s law is that of fine trapezoids, forwards and back', (_, law) => {
    const [from, to, count] = [290, 420, 13_000];
    let expected = 0;
    for (let i = 0; i < count; i += 1) expected += valueAt(law, from + (i + 0.5) * 0.01) * 0.01;
    expect(integralOf(law, from, to)).toBeCloseTo(expected, 6);
    expect(integralOf(law, to, from)).toBe(-integralOf(law, from, to));
  });

  test('the least value stands at an end or a bend', () => {
    expect(leastBetween(tabled, 310, 390)).toBeCloseTo(1.4, 12);
    expect(bendsOf(sloping)).toEqual([373.15]);
  });
});

describe('conductivity', () => {
  test('what is left when all water has boiled away is a thousandth', () => {
    const T = 380;
    const wet = conductivityAt(dermis, { temperature: T, ...cold });
    expect(conductivityAt(dermis, { ...cold, temperature: T, vapour: 1 }) / wet).toBeCloseTo(0.001, 15);
    expect(conductivityAt(dermis, { ...cold, temperature: T, vapour: 0.5 }) / wet).toBeCloseTo(
      1 - 0.4995,
      12,
    );
  });

  test('the lasting rise approaches its limit', () => {
    const rising: Material = { ...dermis, coagulation: { rise: 0.5, kinetics: 'conductivity-rise' } };
    const at = (coagulation: number): number =>
      conductivityAt(rising, { temperature: warm, vapour: 0, coagulation }) / values.sigmaDermis;
    expect(at(0)).toBe(1);
    expect(at(1)).toBeCloseTo(1 + 0.5 * (1 - exp(-1)), 12);
    expect(at(100)).toBeCloseTo(1.5, 12);
  });

  test('a spectrum scales conductivity between frequencies; without one it is flat', () => {
    const wet = spectra().find(({ id }) => id === 'skin-wet');
    const material: Material = { ...dermis, spectrum: wet };
    const at = (frequency: number) =>
      admittivityAt(material, { temperature: warm, ...cold }, { frequency, drive: 1e6 });
    expect(at(1e6).conductivity).toBe(0.3);
    expect(at(4e6).conductivity / 0.3).toBeCloseTo(0.3113 / 0.22141, 3);
    const flat = admittivityAt(dermis, { temperature: warm, ...cold }, { frequency: 4e6, drive: 1e6 });
    expect(flat.conductivity).toBe(0.3);
  });
});

/** Hz, S/m, relative permittivity: evaluated elsewhere from the same published constants. */
const evaluated: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  'skin-dry': [
    [0.3e6, 0.00193, 1090.5],
    [0.5e6, 0.00436, 1062.0],
    [1.0e6, 0.01324, 990.8],
    [2.0e6, 0.0371, 858.0],
    [4.0e6, 0.08824, 653.8],
    [6.0e6, 0.13226, 518.3],
  ],
  'skin-wet': [
    [0.3e6, 0.14402, 6012.6],
    [0.5e6, 0.17798, 3610.0],
    [1.0e6, 0.22141, 1832.8],
    [2.0e6, 0.26649, 948.6],
    [4.0e6, 0.3113, 488.9],
    [6.0e6, 0.33585, 338.1],
  ],
  'fat-average-infiltrated': [
    [0.3e6, 0.04362, 64.1],
    [0.5e6, 0.04376, 56.8],
    [1.0e6, 0.04406, 50.8],
    [2.0e6, 0.04476, 46.4],
    [4.0e6, 0.04664, 41.1],
    [6.0e6, 0.04875, 36.6],
  ],
  'fat-not-infiltrated': [
    [0.3e6, 0.02469, 44.1],
    [0.5e6, 0.02483, 34.6],
    [1.0e6, 0.02508, 27.2],
    [2.0e6, 0.0255, 23.0],
    [4.0e6, 0.02643, 19.4],
    [6.0e6, 0.02741, 17.1],
  ],
  muscle: [
    [0.3e6, 0.40693, 5226.9],
    [0.5e6, 0.44591, 3647.3],
    [1.0e6, 0.50269, 1836.4],
    [2.0e6, 0.54762, 826.0],
    [4.0e6, 0.58084, 384.9],
    [6.0e6, 0.59735, 260.0],
  ],
  blood: [
    [0.3e6, 0.721, 4694.9],
    [0.5e6, 0.74816, 4188.6],
    [1.0e6, 0.82211, 3026.3],
    [2.0e6, 0.92605, 1680.7],
    [4.0e6, 1.01691, 773.4],
    [6.0e6, 1.05684, 483.6],
  ],
  tendon: [
    [0.3e6, 0.38995, 249.5],
    [0.5e6, 0.39075, 200.7],
    [1.0e6, 0.39207, 160.0],
    [2.0e6, 0.39393, 136.2],
    [4.0e6, 0.3972, 120.7],
    [6.0e6, 0.40066, 113.2],
  ],
  cornea: [
    [0.3e6, 0.54063, 5973.2],
    [0.5e6, 0.57726, 4636.6],
    [1.0e6, 0.6559, 2878.0],
    [2.0e6, 0.74377, 1429.2],
    [4.0e6, 0.81019, 646.9],
    [6.0e6, 0.84025, 419.1],
  ],
  liver: [
    [0.3e6, 0.12225, 4032.9],
    [0.5e6, 0.1481, 2769.8],
    [1.0e6, 0.18665, 1535.7],
    [2.0e6, 0.22523, 824.0],
    [4.0e6, 0.26357, 452.4],
    [6.0e6, 0.28653, 326.3],
  ],
};

describe('Cole-Cole spectra', () => {
  test.each(Object.entries(evaluated))('%s', (id, rows) => {
    const spectrum = spectra().find((each) => each.id === id);
    if (spectrum === undefined) throw new Error(`no spectrum ${id}`);
    for (const [frequency, conductivity, permittivity] of rows) {
      const found = dielectricAt(spectrum, frequency);
      // Half a unit of the last digit printed.
      expect(Math.abs(found.conductivity - conductivity)).toBeLessThan(5.1e-6);
      expect(Math.abs(found.permittivity - permittivity)).toBeLessThan(0.051);
    }
  });

  test('wet skin at 1 MHz has w eps over sigma of 0.46', () => {
    const wet: Material = { ...dermis, spectrum: spectra().find(({ id }) => id === 'skin-wet') };
    const state = { temperature: warm, ...cold };
    const { susceptivity } = admittivityAt(wet, state, { frequency: 1e6, drive: 1e6 });
    expect(susceptivity / 0.22141).toBeCloseTo(0.46, 2);
  });
});

describe('enthalpy', () => {
  const curve = enthalpyCurve(dermis, warm);

  test('sensible 37 to 100 °C and latent heat of dermis are those of the literature', () => {
    expect(curve.onset / 1e6).toBeCloseTo(236.9, 1);
    expect(curve.latent / 1e6).toBeCloseTo(1626.6, 1);
  });

  test('1 GW/m³ reaches 100 °C and dryness when it should', () => {
    const q = 1e9;
    expect(curve.onset / q).toBeCloseTo(0.236884, 6);
    expect((curve.onset + curve.latent) / q).toBeCloseTo(1.863482, 6);
    expect(vapourAt(curve, curve.onset)).toBe(0);
    expect(vapourAt(curve, curve.onset + curve.latent / 4)).toBeCloseTo(0.25, 12);
    expect(temperatureAt(curve, curve.onset + curve.latent / 4)).toBe(373.15);
  });

  test.each([
    ['constant', dermis.specificHeat],
    ['linear', { kind: 'linear', value: 3400, slope: 0.002, reference: warm, cap: 373.15 }],
    ['table', { kind: 'table', temperatures: [300, 363, 372], values: [3400, 3400, 5000] }],
  ] satisfies [string, Law][])(
    'temperature and enthalpy invert each other for a %s heat',
    (_, specificHeat) => {
      const own = enthalpyCurve({ ...dermis, specificHeat }, warm);
      for (const T of [280, 305, 310.15, 330, 366, 372, 373.15, 373.2, 420, 600]) {
        expect(Math.abs(temperatureAt(own, enthalpyAt(own, T)) - T)).toBeLessThan(1e-9);
      }
    },
  );

  test('without a phase change there is no plateau', () => {
    const dry = enthalpyCurve({ ...dermis, phaseChange: undefined }, warm);
    expect(temperatureAt(dry, enthalpyAt(dry, 500))).toBeCloseTo(500, 10);
    expect(vapourAt(dry, 1e12)).toBe(0);
  });
});

describe('tissues', () => {
  test.each(tissueNames)('%s has positive properties', (name) => {
    const tissue = tissueOf(name, values);
    for (const law of [tissue.conductivity, tissue.thermalConductivity, tissue.specificHeat]) {
      expect(leastBetween(law, 283, 373)).toBeGreaterThan(0);
    }
    expect(tissue.density).toBeGreaterThan(800);
  });

  test('dermis: diffusivity, perfusion', () => {
    expect(diffusivityOf(dermis, warm) * 1e8).toBeCloseTo(9.898, 3);
    expect(dermis.perfusion?.coefficient).toBeCloseTo(7466, 0);
  });

  test('fat conducts about seven times less than dermis', () => {
    const ratio = values.sigmaDermis / values.sigmaFat;
    expect(ratio).toBeGreaterThan(6);
    expect(ratio).toBeLessThan(8);
  });
});
