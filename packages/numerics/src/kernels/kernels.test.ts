import { describe, expect, test } from 'vitest';
import { MemoryExceeded } from '../error.ts';
import { createKernels, type Field, type KernelBuild, type Kernels } from './kernels.ts';
import { createRandom } from '../random/random.ts';

const builds: readonly KernelBuild[] = ['reference', 'f64', 'f32'];
const plane = 84;
const planes = 7;

const fill = (field: Field, seed: number): void => {
  const random = createRandom(seed);
  for (let i = 0; i < field.length; i++) field.data[i] = 2 * random.next() - 1;
};

const randomFields = (kernels: Kernels, count: number): Field[] =>
  Array.from({ length: count }, (_, n) => {
    const field = kernels.field(plane * planes);
    fill(field, n + 1);
    return field;
  });

const dotOf = (kernels: Kernels, cuts: readonly number[]): Float64Array => {
  const [a, b] = randomFields(kernels, 2);
  const partials = kernels.doubles(planes);
  cuts
    .slice(1)
    .forEach((cut, n) => kernels.run.dot(a.offset, b.offset, partials.offset, plane, cuts[n], cut));
  return Float64Array.from(partials.data);
};

describe('dot', () => {
  test('has the same bits in JavaScript and WebAssembly, in one slab and in three', () => {
    const whole = dotOf(createKernels('reference'), [0, planes]);
    expect(dotOf(createKernels('f64'), [0, planes])).toEqual(whole);
    expect(dotOf(createKernels('f64'), [0, 2, 3, planes])).toEqual(whole);
    const single = dotOf(createKernels('f32'), [0, planes]);
    expect(dotOf(createKernels('f32'), [0, 2, 3, planes])).toEqual(single);
    // Two factors rounded to f32 are off by 2^-24 of at most 1 each; the sum itself is in doubles.
    single.forEach((sum, k) => expect(Math.abs(sum - whole[k])).toBeLessThan(2 * plane * 2 ** -24));
  });
});

const combined = (build: KernelBuild, cuts: readonly number[]): ArrayLike<number> => {
  const kernels = createKernels(build);
  const [x, y] = randomFields(kernels, 2);
  cuts.slice(1).forEach((cut, n) => {
    kernels.run.addScaled(y.offset, x.offset, 1 / 3, plane, cuts[n], cut);
    kernels.run.scaleAndAdd(x.offset, y.offset, -1 / 7, plane, cuts[n], cut);
  });
  return [...x.data, ...y.data];
};

describe('addScaled and scaleAndAdd', () => {
  test('have the same bits in JavaScript and WebAssembly, whatever the slabs', () => {
    const whole = combined('reference', [0, planes]);
    expect(combined('f64', [0, planes])).toEqual(whole);
    expect(combined('f64', [0, 1, 5, planes])).toEqual(whole);
    expect(combined('f32', [0, 1, 5, planes])).toEqual(combined('f32', [0, planes]));
    // Four roundings to f32 of numbers below 1.5.
    Array.from(combined('f32', [0, planes])).forEach((value, i) =>
      expect(Math.abs(value - whole[i])).toBeLessThan(6 * 2 ** -24),
    );
  });
});

describe('the arena', () => {
  test.each(builds)('hands out zeroed stretches again after they were released (%s)', (build) => {
    const kernels = createKernels(build);
    const [a, b, c] = [100, 200, 300].map((length) => kernels.field(length));
    b.data.fill(7);
    kernels.release(b);
    kernels.release(a);
    const again = kernels.field(300);
    expect(again.offset).toBe(a.offset);
    expect(again.data.every((value) => value === 0)).toBe(true);
    expect(c.offset).toBeGreaterThanOrEqual(again.offset + 300 * kernels.bytes);
    expect(() => kernels.release(b)).toThrow('nothing is allocated');
  });

  test.each(builds)('keeps what fields hold when it grows (%s)', (build) => {
    const kernels = createKernels(build);
    const small = kernels.field(8);
    small.data.fill(3);
    const large = kernels.field(2 ** 20);
    expect(small.data[7]).toBe(3);
    kernels.run.addScaled(large.offset, small.offset, 2, 8, 0, 1);
    expect(large.data[7]).toBe(6);
  });

  test('two tables keep their fields apart', () => {
    const [one, other] = ['reference', 'reference'].map(() => createKernels('reference'));
    const [a, b] = [one.field(8), other.field(8)];
    a.data.fill(1);
    b.data.fill(5);
    one.run.addScaled(a.offset, a.offset, 1, 8, 0, 1);
    other.run.addScaled(b.offset, b.offset, 1, 8, 0, 1);
    expect([a.data[0], b.data[0]]).toEqual([2, 10]);
  });

  test('says how much memory was needed when there is not enough', () => {
    const kernels = createKernels('f64', { limit: 2 ** 20 });
    expect(() => kernels.field(2 ** 20)).toThrow(MemoryExceeded);
    expect(() => kernels.field(2 ** 20)).toThrow('need 9 MiB, but only 1 MiB');
  });
});

describe('a memory that is given back', () => {
  test('is that of the next kernels, empty, and of one of them only', () => {
    const first = createKernels('f64');
    const { offset } = randomFields(first, 2)[0];
    first.retire();
    first.retire();
    const [second, third] = [createKernels('f64'), createKernels('f64')];
    expect(second.used()).toBe(0);
    const [own, other] = [second.field(plane * planes), third.field(plane * planes)];
    expect(own.offset).toBe(offset);
    expect(own.data.every((value) => value === 0)).toBe(true);
    own.data.fill(1);
    expect(other.data.every((value) => value === 0)).toBe(true);
  });

  test('is held to the limit of the next', () => {
    const first = createKernels('f32');
    first.field(plane * planes);
    first.retire();
    expect(() => createKernels('f32', { limit: 2048 }).field(plane * planes)).toThrow(MemoryExceeded);
  });
});
