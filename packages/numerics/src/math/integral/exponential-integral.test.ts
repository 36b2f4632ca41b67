import { describe, expect, test } from 'vitest';
import { exponentialIntegral, scaledExponentialIntegral } from './exponential-integral.ts';

/** x, E1(x), exp(x) E1(x): mpmath 1.3.0 at 40 digits. */
const references: readonly (readonly [x: number, plain: number, scaled: number])[] = [
  [1e-300, 690.1983122333122, 690.1983122333122],
  [1e-10, 22.448635265138925, 22.44863526738379],
  [0.001, 6.331539364136149, 6.337874070325488],
  [0.01, 4.037929576538114, 4.078511443456426],
  [0.1, 1.8229239584193906, 2.0146425447084515],
  [0.25, 1.0442826344437381, 1.3408854448313934],
  [0.5, 0.5597735947761608, 0.9229106324837305],
  [0.9, 0.26018393932599965, 0.6399492266392998],
  [1, 0.21938393439552029, 0.5963473623231941],
  [1.0000001, 0.21938389760757981, 0.5963473219579333],
  [1.5, 0.10001958240663265, 0.448256669291583],
  [2, 0.04890051070806112, 0.3613286168882226],
  [3, 0.013048381094197037, 0.2620837402553185],
  [5, 0.0011482955912753257, 0.1704221762847322],
  [10, 4.156968929685325e-6, 0.09156333393978808],
  [20, 9.835525290649882e-11, 0.04771854549596084],
  [50, 3.783264029550459e-24, 0.01961510993011487],
  [100, 3.683597761682032e-46, 0.009901942286733018],
  [237.5, 3.0031687534222584e-106, 0.004192945222136994],
  [700, 1.406518766234033e-307, 0.0014265364183008867],
];

describe('exponentialIntegral', () => {
  test.each(references)('E1(%d)', (x, plain, scaled) => {
    expect(Math.abs(exponentialIntegral(x) / plain - 1)).toBeLessThan(1e-14);
    expect(Math.abs(scaledExponentialIntegral(x) / scaled - 1)).toBeLessThan(1e-14);
  });

  test('ends of the range', () => {
    expect(exponentialIntegral(0)).toBe(Infinity);
    expect(exponentialIntegral(-1)).toBeNaN();
    expect(exponentialIntegral(1000)).toBe(0);
    expect(scaledExponentialIntegral(1e6)).toBeCloseTo(1e-6, 11);
  });
});
