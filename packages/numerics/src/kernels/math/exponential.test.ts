import { expect, test } from 'vitest';
import { exp } from '../../math/exponential/exp.ts';
import { createKernels, type KernelBuild } from '../kernels.ts';

const values = Array.from({ length: 20000 }, (_, i) => -710 + i * 0.071003);

const run = (build: KernelBuild): Float64Array => {
  const kernels = createKernels(build);
  const [x, y] = [kernels.doubles(values.length), kernels.doubles(values.length)];
  x.data.set(values);
  kernels.run.expField(x.offset, y.offset, values.length);
  return Float64Array.from(y.data);
};

test('exponential agrees with exp to 3e-16 and is the same in every build', () => {
  const result = run('reference');
  expect(run('f64')).toEqual(result);
  expect(run('f32')).toEqual(result);
  const errors = values.map((x, i) => Math.abs(result[i] / exp(Math.min(Math.max(x, -708), 709)) - 1));
  expect(Math.max(...errors)).toBeLessThan(3e-16);
});
