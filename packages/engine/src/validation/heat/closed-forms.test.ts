import { spectra } from '@percuta/evidence';
import { tan } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { dielectricAt, vacuumPermittivity } from '../../heat/material/cole-cole.ts';
import * as bioheat from './bioheat.ts';
import * as conduction from './conduction.ts';
import { rampDamage } from './damage.ts';
import { frontAt, neumannLambda, stefanLambda } from './phase-change.ts';
import { coupledRadial, needleArrays, needlePairs } from './tabled.ts';
import { kineticsFrom } from '../../heat/damage/named.ts';
import { gasConstant } from '../../heat/damage/rate.ts';

const sigma = 0.3;
const mm = 1e-3;

/** 106.38 mL/min/kg in skin, 1/s. */
const bloodFlow = (106.38e-6 / 60) * 1109;

/** Skin of the data base, perfused and not. */
const perfused: bioheat.Tissue = {
  k: 0.3721835,
  volumicHeat: 1109 * 3390.5,
  perfusion: bloodFlow * 1049.75 * 3617,
};
const bare: bioheat.Tissue = { ...perfused, perfusion: 0 };

/** Relative difference in units of the last of so many printed digits: half of one is rounding. */
const miss = (found: number, printed: number, digits = 6): number =>
  Math.abs(found / printed - 1) * 10 ** digits;
const rounding = 5.1;

describe('conduction', () => {
  test.each([
    [0.15, 1.5, 3182.741, 3183.099],
    [0.15, 0.75, 2823.422, 2829.421],
    [0.1, 1, 4774.111, 4774.648],
  ])('two spheres of %d mm, %d mm apart', (a, d, exact, far) => {
    expect(miss(conduction.twoSpheres(sigma, a * mm, d * mm), exact, 7)).toBeLessThan(rounding);
    expect(miss(conduction.twoSpheresFar(sigma, a * mm, d * mm), far, 7)).toBeLessThan(rounding);
  });

  test('parallel cylinders', () => {
    expect(miss(conduction.parallelCylinders(sigma, 0.15 * mm, 1.5 * mm), 2.43235)).toBeLessThan(rounding);
    expect(miss(conduction.parallelCylinders(sigma, 0.15 * mm, 1.5 * mm) / (1.5 * mm), 1621.56)).toBeLessThan(
      rounding,
    );
    const pair = { a: 0.15 * mm, d: 1.5 * mm, voltage: 25 };
    expect(miss(conduction.parallelCylindersField(pair, 0.6 * mm), 44521, 5)).toBeLessThan(rounding);
    expect(miss(conduction.parallelCylindersField(pair, 0.9 * mm), 29681, 5)).toBeLessThan(rounding);
    expect(miss(conduction.parallelCylindersField(pair, 0), 14840, 5)).toBeLessThan(rounding);
  });

  test.each([
    [1.5, 0.15, 1063.969],
    [0.45, 0.045, 3546.564],
    [1, 0.075, 1746.076],
  ])('half a spheroid %d mm deep, %d mm wide', (c, b, printed) => {
    expect(miss(conduction.halfSpheroid(sigma, c * mm, b * mm), printed, 7)).toBeLessThan(rounding);
  });

  test('a spheroid that is nearly round is a sphere', () => {
    expect(miss(conduction.spheroid(sigma, 1.0001 * mm, mm), conduction.sphere(sigma, mm), 4)).toBeLessThan(
      rounding,
    );
  });

  test('disk and ring', () => {
    expect(miss(conduction.disk(sigma, mm), 833.333)).toBeLessThan(rounding);
    expect(miss(conduction.thinRing(sigma, mm, 0.05 * mm), 428.52, 5)).toBeLessThan(rounding);
  });

  test('two layers', () => {
    const layers = { s1: 0.3, s2: 0.044, h: 1.5 * mm };
    expect(miss(conduction.twoLayers(layers, mm), 997.39, 5)).toBeLessThan(rounding);
    expect(miss(conduction.twoLayers(layers, 2 * mm), 696.41, 5)).toBeLessThan(rounding);
    expect(miss(conduction.twoLayers({ ...layers, s2: 0.3 }, mm), 530.5, 4)).toBeLessThan(rounding);
    expect(miss(conduction.twoLayers({ ...layers, s2: 0.3 }, 2 * mm), 265.3, 4)).toBeLessThan(rounding);
  });

  test.each([
    ['skin-wet', 1e6, 1588.9, -24.73],
    ['skin-wet', 2e6, 1351.3, -21.61],
    ['tendon', 1e6, 987.6, -1.3],
    ['fat-average-infiltrated', 1e6, 8772.5, -3.67],
  ])('impedance of the first pair in %s at %d Hz', (id, frequency, size, degrees) => {
    const spectrum = spectra().find((each) => each.id === id);
    if (spectrum === undefined) throw new Error(`no spectrum ${id}`);
    const { conductivity, permittivity } = dielectricAt(spectrum, frequency);
    const susceptivity = 2 * Math.PI * frequency * vacuumPermittivity * permittivity;
    const [pair] = needlePairs;
    const factor = 1291.04 * sigma;
    expect(Math.abs(pair.pair - 1291.04)).toBeLessThan(0.05);
    expect(miss(factor / Math.sqrt(conductivity ** 2 + susceptivity ** 2), size, 4)).toBeLessThan(rounding);
    // Half a hundredth of a degree, as the tangent moves with it.
    const tangent = tan((-degrees * Math.PI) / 180);
    expect(Math.abs(susceptivity / conductivity - tangent)).toBeLessThan(1.2e-4);
  });

  test('tables: azimuthal modes lower a pair by less than 0.3 %, panels raise an array by about 1 %', () => {
    for (const { pair, modes } of needlePairs) {
      expect((pair ?? 1) / (modes ?? pair ?? 1)).toBeGreaterThanOrEqual(1);
      expect((pair ?? 1) / (modes ?? pair ?? 1)).toBeLessThan(1.003);
    }
    for (const { thinWire, panels } of needleArrays)
      expect(Math.abs(panels / thinWire - 1.01)).toBeLessThan(0.003);
  });

  test('the tabled resistance of the radial benchmark is that of coaxial cylinders', () => {
    expect(miss(conduction.coaxial(sigma, 0.15 * mm, 3 * mm), coupledRadial[0].resistance, 5)).toBeLessThan(
      rounding,
    );
    expect(miss(1600 / conduction.coaxial(sigma, 0.15 * mm, 3 * mm), coupledRadial[0].power, 6)).toBeLessThan(
      rounding,
    );
  });
});

describe('bioheat', () => {
  test('perfusion length and time', () => {
    expect(miss(bioheat.perfusionLength(perfused) / mm, 7.0606, 5)).toBeLessThan(rounding);
    expect(miss(perfused.volumicHeat / perfused.perfusion, 503.64, 5)).toBeLessThan(rounding);
    expect(miss(bioheat.diffusivity(bare), 9.8983e-8, 5)).toBeLessThan(rounding);
  });

  test.each([
    [0.5, 3.9839],
    [1, 1.85577],
    [2, 0.805348],
    [5, 0.210627],
    [10, 0.0518724],
  ])('steady point source at %d mm', (r, printed) =>
    expect(miss(bioheat.steadyPoint(perfused, 0.01, r * mm), printed)).toBeLessThan(rounding),
  );

  test.each([
    [1, 0.0525307, 0.0526121],
    [10, 1.012005, 1.020425],
    [100, 1.703575, 1.757906],
    [1000, 1.853141, 2.016978],
  ])('transient point source after %d s', (t, withBlood, without) => {
    expect(miss(bioheat.transientPoint(perfused, 0.01, mm, t), withBlood)).toBeLessThan(rounding);
    expect(miss(bioheat.transientPoint(bare, 0.01, mm, t), without)).toBeLessThan(rounding);
  });

  test.each([
    [0.02, 0.341697],
    [0.1, 10.36291],
    [1, 50.17205],
  ])('line source after %d s', (t, printed) =>
    expect(miss(bioheat.transientLine(bare, 100, 0.15 * mm, t), printed, 5.5)).toBeLessThan(rounding),
  );

  test.each([
    [0, 1.917111],
    [0.5, 1.019589],
    [1, 0.153376],
  ])('instant point source at %d mm', (r, printed) =>
    expect(miss(bioheat.instantPoint(bare, 0.01, r * mm, 1), printed)).toBeLessThan(rounding),
  );

  test.each([
    [0.01, 0.930104],
    [0.1, 0.54711],
    [1, 0.0689153],
    [10, 0.00278722],
  ])('blob after %d s', (t, printed) =>
    expect(miss(bioheat.blobDecay(bare, 0.2 * mm, 3, t), printed)).toBeLessThan(rounding),
  );

  test.each([
    [0, 35.26855],
    [1, 35.52798],
    [5, 36.31368],
  ])('cooled slab at %d mm', (depth, printed) => {
    const slab = { tissue: perfused, thickness: 10 * mm, core: 37, air: 25, h: 10 };
    expect(miss(bioheat.cooledSlab(slab, depth * mm), printed, 7)).toBeLessThan(rounding);
  });

  test.each([
    [0.1, 10.6905],
    [0.5, 28.6443],
    [1, 36.2126],
  ])('contact cooling at %d mm', (depth, printed) =>
    expect(miss(bioheat.contactCooling(bare, { start: 37, held: 5 }, depth * mm, 1), printed)).toBeLessThan(
      rounding,
    ),
  );

  test.each([
    [5, 2.5189],
    [10, 10.0757],
    [20, 40.3027],
    [25, 62.973],
  ])('Kohlrausch at %d V', (V, printed) => {
    expect(miss(bioheat.kohlrauschRise(sigma, perfused.k, V), printed, 5)).toBeLessThan(rounding);
    expect(bioheat.kohlrauschRiseAt(sigma, perfused.k, V, 0)).toBeCloseTo(
      bioheat.kohlrauschRise(sigma, perfused.k, V),
      12,
    );
    expect(bioheat.kohlrauschRiseAt(sigma, perfused.k, V, V / 2)).toBe(0);
  });

  test('Kohlrausch with rising conductivity approaches the constant case', () => {
    const flat = bioheat.kohlrauschRise(sigma, perfused.k, 10);
    expect(miss(bioheat.kohlrauschRise(sigma, perfused.k, 10, 1e-9), flat)).toBeLessThan(rounding);
    expect(bioheat.kohlrauschRise(sigma, perfused.k, 10, 0.018)).toBeGreaterThan(flat);
  });

  test('uncooled electrodes', () => {
    const [first] = needlePairs;
    expect(miss(first.single - first.pair / 2, 282.1, 4)).toBeLessThan(rounding);
    expect(miss(bioheat.uncooledPairFactor(first.single, first.pair), 2.748, 4)).toBeLessThan(rounding);
    const ball = { sigma, k: perfused.k, V: 10, a: 0.15 * mm };
    expect(miss(bioheat.uncooledSphere(ball, 0.15 * mm), 40.3027)).toBeLessThan(rounding);
    expect(miss(bioheat.uncooledSphere(ball, 0.3 * mm), 30.227)).toBeLessThan(rounding);
  });
});

describe('damage of a ramp', () => {
  test.each([
    [3.1e98, 75000, 694531.8353, 9],
    [5.6e63, 4.3e5 / gasConstant, 0.7777164557, 9],
    [1.606e45, 3.06e5 / gasConstant, 0.6829015, 7],
  ])('A %d, e %d: 37 to 80 °C in 10 s', (A, e, printed, digits) => {
    const [branch] = kineticsFrom('one', A, e).branches;
    if (branch === undefined) throw new Error('no branch');
    expect(miss(rampDamage(branch, 310.15, 353.15, 10), printed, digits)).toBeLessThan(rounding);
  });
});

describe('phase change', () => {
  const latent = 0.65 * 2.2565e6;

  test.each([
    [0.1, 0.220016],
    [0.2, 0.306424],
    [0.5, 0.464786],
    [1, 0.620063],
    [2, 0.800601],
  ])('Stefan number %d', (stefan, lambda) =>
    expect(miss(stefanLambda(stefan), lambda)).toBeLessThan(rounding),
  );

  test('vapour front from a wall of 150 °C', () => {
    const stefan = (3390.5 * 50) / latent;
    expect(miss(stefan, 0.115581)).toBeLessThan(rounding);
    const lambda = stefanLambda(stefan);
    expect(miss(lambda, 0.23596, 5)).toBeLessThan(rounding);
    const a = bioheat.diffusivity(bare);
    [0.01, 0.1, 1].forEach((t, i) =>
      expect(miss(frontAt(lambda, a, t) * 1e6, [14.85, 46.95, 148.47][i] ?? NaN, 3.5)).toBeLessThan(rounding),
    );
  });

  test('two phases', () => {
    const lambda = neumannLambda({ wall: 150, change: 100, initial: 37, latent: latent / 3390.5 });
    expect(miss(lambda, 0.192338)).toBeLessThan(rounding);
  });

  test('heated through: onset and dryness', () => {
    expect(miss((bare.volumicHeat * 63) / 1e9, 0.236884)).toBeLessThan(rounding);
    expect(miss((bare.volumicHeat * 63 + 1109 * latent) / 1e9, 1.863482, 7)).toBeLessThan(rounding);
  });
});
