import { expect, test } from 'vitest';
import { divergingColour } from './colour-scale.ts';

type Triple = readonly [number, number, number];

const linear = (hex: string): Triple => {
  const at = (i: number): number => {
    const value = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [at(0), at(1), at(2)];
};

/** The other way than the scale goes: linear sRGB to OKLab. */
const labOf = ([r, g, b]: Triple): Triple => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** What full deuteranopia leaves of a colour (Machado, Oliveira and Fernandes 2009). */
const deuteranope = ([r, g, b]: Triple): Triple => [
  Math.max(0, 0.367322 * r + 0.860646 * g - 0.227968 * b),
  Math.max(0, 0.280085 * r + 0.672501 * g + 0.047413 * b),
  Math.max(0, -0.01182 * r + 0.04294 * g + 0.968881 * b),
];

const steps = Array.from({ length: 11 }, (_, i) => linear(divergingColour((i - 5) / 5)));

const gapsOf = (labs: readonly Triple[]): number[] =>
  labs.slice(1).map((lab, i) => distance(lab, labs[i] ?? lab));

test('equal steps of a value are equal steps of the eye, on each side', () => {
  const gaps = gapsOf(steps.map(labOf));
  for (const side of [gaps.slice(0, 5), gaps.slice(5)]) {
    // Two levels of 255 rounded away at either end of a step of about 0.11.
    expect(Math.max(...side) - Math.min(...side)).toBeLessThan(0.01);
    expect(Math.min(...side)).toBeGreaterThan(0.08);
  }
});

test('without red and green every step is still seen, and less is not taken for more', () => {
  const labs = steps.map((step) => labOf(deuteranope(step)));
  expect(Math.min(...gapsOf(labs))).toBeGreaterThan(0.05);
  for (let i = 1; i <= 5; i += 1) {
    const [one, other] = [labs[5 - i], labs[5 + i]];
    if (one === undefined || other === undefined) throw new Error('eleven steps');
    expect(distance(one, other)).toBeGreaterThan(0.03 * i);
  }
});

test('lightness falls from the middle to both ends', () => {
  const light = steps.map((step) => labOf(step)[0]);
  expect(light.slice(0, 6)).toEqual(light.slice(0, 6).sort((a, b) => a - b));
  expect(light.slice(5)).toEqual(light.slice(5).sort((a, b) => b - a));
});
