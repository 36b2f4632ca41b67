import { exp } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { axisOf } from '../grid/axis.ts';
import { alongRow, closed } from './row.ts';

// Conductivity 1 above the border at 0 and 0.5 below it: exp(-2x) and exp(-4x) have one value and one flux there.
const exact = (x: number): number => exp((x < 0 ? -2 : -4) * x);

const readWith = (size: number, at: number): number => {
  const half = Array.from({ length: Math.round(1 / size) }, (_, n) => (n + 1) * size);
  const axis = axisOf('slab', [...half.map((x) => -x).toReversed(), 0, ...half]);
  const node = (n: number) => {
    const x = axis.centres[n];
    return { value: exact(x), filling: x < 0 ? 0 : 1, conductivity: x < 0 ? 1 : 0.5 };
  };
  return alongRow({ axis, node, start: closed, end: closed }, at)?.value ?? NaN;
};

describe('a field that bends at the border of two media', () => {
  test.each([0, -0.2, 0.2])('is read at %d of a cell from it to third order', (share) => {
    const errors = [0.1, 0.05, 0.025].map((size) =>
      Math.abs(readWith(size, share * size) - exact(share * size)),
    );
    expect(errors[0]).toBeLessThan(0.004);
    expect(errors[2]).toBeLessThan(errors[0] / 40);
  });

  test('is met by lines where a medium has one cell', () => {
    // Slopes -1 and -2 in conductivities of 2 and 1.
    const axis = axisOf('slab', [0, 0.4, 1, 2]);
    const values = [4.8, 4, 2.4];
    const node = (n: number) => ({
      value: values[n] ?? NaN,
      filling: n === 0 ? 0 : 1,
      conductivity: n === 0 ? 2 : 1,
    });
    const at = (x: number) => alongRow({ axis, node, start: closed, end: closed }, x)?.value ?? NaN;
    expect([0.3, 0.4, 0.6].map(at)).toEqual([4.7, 4.6, 4.2].map((value) => expect.closeTo(value, 12)));
  });
});
