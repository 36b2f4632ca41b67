import { describe, expect, test } from 'vitest';
import { blockMesh } from '../grid/mesh.ts';
import { exp } from '../math/exponential/exp.ts';
import type { KernelBuild } from '../kernels/kernels.ts';
import { createConduction, type Kinetics } from './conduction.ts';
import { uniform } from './testing/problems.ts';

// Protein-like: the rate grows 2.3-fold with each 1.5 K near 335 K.
const kinetics: Kinetics = { logRate: 226.8, barrier: 75536, reference: 310.15, threshold: 2 };
const rate = (rise: number): number => exp(kinetics.logRate - kinetics.barrier / (kinetics.reference + rise));
const mesh = blockMesh(uniform(0, 1, 5), uniform(0, 1, 3), uniform(0, 1, 4));

const doseOf = (
  build: KernelBuild,
  from: Float64Array,
  to: Float64Array,
  steps = 1,
  parts = 1,
): Float64Array => {
  const conduction = createConduction(mesh, { build });
  const [before, after, dose] = [conduction.field(), conduction.field(), conduction.field(true)];
  for (let n = 0; n < steps; n++) {
    before.write(from.map((rise, c) => rise + ((to[c] - rise) * n) / steps));
    after.write(from.map((rise, c) => rise + ((to[c] - rise) * (n + 1)) / steps));
    conduction.addDose(kinetics, { before, after, dose, dt: 0.3 / steps, parts });
  }
  return dose.read();
};

const rises = Float64Array.from({ length: 60 }, (_, c) => 0.5 + 0.75 * c);

/** The cells above the threshold are the last ones. */
const above = rises.findIndex((rise) => rise > kinetics.threshold);
const hot = Array.from({ length: rises.length - above }, (_, n) => above + n);

describe('a dose', () => {
  test('is rate times time at constant temperature, and nothing below the threshold', () => {
    const dose = doseOf('f64', rises, rises);
    expect(dose.slice(0, above)).toEqual(new Float64Array(above));
    hot.forEach((c) => expect(Math.abs(dose[c] / (0.3 * rate(rises[c])) - 1)).toBeLessThan(1e-12));
  });

  // ln f of the rate over the step is at most 2.2 and 4.1.
  test.each([
    [2.5, 2e-5],
    [5, 5e-4],
  ])('follows a rise of %d K to %d', (rise, bound) => {
    const after = rises.map((before) => before + rise);
    const fine = doseOf('f64', rises, after, 64);
    const dose = doseOf('f64', rises, after);
    hot.forEach((c) => expect(Math.abs(dose[c] / fine[c] - 1)).toBeLessThan(bound));
  });

  test('in parts of a step is that of as many steps', () => {
    const after = rises.map((rise) => rise + 9);
    const [whole, steps] = [doseOf('f64', rises, after, 1, 4), doseOf('f64', rises, after, 4)];
    hot.forEach((c) => expect(Math.abs(whole[c] / steps[c] - 1)).toBeLessThan(1e-10));
  });

  test('has the same bits in JavaScript and WebAssembly, and in f32 keeps what is small beside what is large', () => {
    const after = rises.map((rise) => rise + 1);
    const double = doseOf('f64', rises, after, 3);
    expect(doseOf('reference', rises, after, 3)).toEqual(double);
    // A rise of 45 K rounded to f32 is off by 2e-6 K, times 0.7 in the logarithm of the rate for each kelvin.
    const single = doseOf('f32', rises, after, 3);
    hot.forEach((c) => expect(Math.abs(single[c] / double[c] - 1)).toBeLessThan(3e-6));
    const conduction = createConduction(mesh, { build: 'f32' });
    const [field, dose] = [conduction.field(), conduction.field(true)];
    field.write(20);
    dose.write(1);
    const small = { ...kinetics, threshold: 1, logRate: kinetics.logRate - 10 };
    for (let n = 0; n < 1000; n++) conduction.addDose(small, { before: field, after: field, dose, dt: 1e-4 });
    expect((dose.get(7) - 1) / (0.1 * rate(20) * exp(-10))).toBeCloseTo(1, 5);
  });
});
