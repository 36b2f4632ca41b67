import { describe, expect, test } from 'vitest';
import { exp } from '../../math/exponential/exp.ts';
import { createRandom } from '../../random/random.ts';
import { createKernels, type Field, type KernelBuild } from '../kernels.ts';

const plane = 84;
const planes = 6;
const length = plane * planes;

const filled = (field: Field, seed: number, from: number, to: number): Field => {
  const random = createRandom(seed);
  for (let i = 0; i < field.length; i++) field.data[i] = from + (to - from) * random.next();
  return field;
};

const constant = (field: Field, value: number): Field => {
  field.data.fill(value);
  return field;
};

/** Cells between 0 and 120 K of enthalpy that boil at 63 K over 40 K, a step of up to 30 K, and some cells of metal. */
const stateOf = (build: KernelBuild) => {
  const kernels = createKernels(build);
  const field = () => kernels.field(length);
  const h = filled(field(), 1, 0, 120);
  const change = filled(field(), 2, -5, 30);
  const [latent, boiling] = [constant(field(), 40), constant(field(), 63)];
  const perHeat = filled(field(), 3, -0.2, 1);
  for (let i = 0; i < length; i++) perHeat.data[i] = Math.max(0, perHeat.data[i]);
  return { kernels, h, change, latent, boiling, perHeat, out: field(), t: field(), next: field() };
};

const temperature = (h: number): number => (h <= 63 ? h : Math.max(63, h - 40));
const vapour = (h: number): number => Math.min(1, Math.max(0, (h - 63) / 40));

/** A law with a cap at 63 K and a bend, as conductivity has. */
const law = [-1e30, 63, 5, 0.007, 20, 50, 20, -0.002];
const valueAt = (t: number): number =>
  0.35 + 0.007 * (Math.min(t, 63) - 5) - 0.002 * (Math.min(50, Math.max(20, t)) - 20);

const property = (build: KernelBuild, cuts: readonly number[]): number[] => {
  const { kernels, h, change, latent, boiling, out } = stateOf(build);
  const table = kernels.doubles(law.length);
  table.data.set(law);
  const dose = filled(kernels.doubles(length), 4, 0, 3);
  cuts.slice(1).forEach((cut, n) => {
    const at = [latent.offset, boiling.offset, table.offset] as const;
    kernels.run.propertyOf(
      h.offset,
      change.offset,
      0.5,
      ...at,
      2,
      0.35,
      0.999,
      out.offset,
      plane,
      cuts[n],
      cut,
    );
    kernels.run.raiseByDose(out.offset, dose.offset, 0.5, plane, cuts[n], cut);
  });
  return [...out.data];
};

describe('a property ahead of the state', () => {
  test('is that of the law, less with vapour and more with damage', () => {
    const { h, change, kernels } = stateOf('reference');
    const dose = filled(kernels.doubles(length), 4, 0, 3);
    property('reference', [0, planes]).forEach((value, i) => {
      const ahead = h.data[i] + change.data[i] / 2;
      const dry = valueAt(temperature(ahead)) * (1 - 0.999 * vapour(ahead));
      const want = Math.max(1e-9, dry) * (1 + 0.5 * (1 - exp(-dose.data[i])));
      expect(Math.abs(value / want - 1)).toBeLessThan(1e-12);
    });
  });

  test('has the same bits in JavaScript and WebAssembly, whatever the slabs; f32 is within 1e-6', () => {
    const whole = property('reference', [0, planes]);
    expect(property('f64', [0, planes])).toEqual(whole);
    expect(property('f64', [0, 2, 5, planes])).toEqual(whole);
    expect(property('f32', [0, 2, 5, planes])).toEqual(property('f32', [0, planes]));
    property('f32', [0, planes]).forEach((value, i) => expect(Math.abs(value - whole[i])).toBeLessThan(1e-6));
  });
});

const looks = (build: KernelBuild): number[] => {
  const { kernels, h, change, latent, boiling, perHeat, t, next } = stateOf(build);
  h.data.forEach((value, i) => {
    t.data[i] = temperature(value);
    next.data[i] = temperature(value + change.data[i]);
  });
  const [a, b, c, d, e] = Array.from({ length: 5 }, () => kernels.doubles(planes));
  const plateau = [latent.offset, boiling.offset, perHeat.offset] as const;
  const { run } = kernels;
  run.reachOfStep(
    t.offset,
    next.offset,
    h.offset,
    change.offset,
    ...plateau,
    a.offset,
    b.offset,
    plane,
    0,
    planes,
  );
  run.extremes(t.offset, h.offset, ...plateau, c.offset, d.offset, plane, 0, planes);
  run.relativeChange(next.offset, t.offset, e.offset, plane, 0, planes);
  return [a, b, c, d, e].flatMap(({ data }) => Array.from(data));
};

describe('what a run decides by', () => {
  test('are the greatest changes and values of cells that hold heat', () => {
    const { h, change, perHeat } = stateOf('reference');
    const own = [...h.data.keys()].filter((i) => i < plane && perHeat.data[i] > 0);
    const most = (of: (i: number) => number) => Math.max(...own.map(of));
    const after = (i: number) => h.data[i] + change.data[i];
    const found = looks('reference').filter((_, n) => n % planes === 0);
    expect(found[0]).toBe(most((i) => Math.abs(temperature(after(i)) - temperature(h.data[i]))));
    expect(found[1]).toBeCloseTo(
      most((i) => Math.abs(vapour(after(i)) - vapour(h.data[i]))),
      12,
    );
    expect(found[2]).toBe(most((i) => temperature(h.data[i])));
    expect(found[3]).toBeCloseTo(
      most((i) => vapour(h.data[i])),
      12,
    );
  });

  test('have the same bits in JavaScript and WebAssembly', () => {
    expect(looks('f64')).toEqual(looks('reference'));
  });
});

const taken = (build: KernelBuild) => {
  const { kernels, change, out } = stateOf(build);
  const precise = constant(kernels.doubles(length), 1);
  constant(change, 1e-9);
  for (let n = 0; n < 1000; n++)
    kernels.run.takeChange(precise.offset, change.offset, out.offset, plane, 0, planes);
  return { precise: precise.data[7], rounded: out.data[7] };
};

describe('a change that is taken', () => {
  test('adds up in doubles what falls below the last bit of f32', () => {
    const { precise, rounded } = taken('f32');
    expect(precise).toBeCloseTo(1 + 1e-6, 12);
    expect(rounded).toBe(Math.fround(precise));
    expect(taken('f64').precise).toBe(taken('reference').precise);
  });
});
