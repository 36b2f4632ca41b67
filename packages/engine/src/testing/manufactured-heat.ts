import { cos, sin } from '@percuta/numerics';
import type { Boundary, HeatProblem } from '../heat/problem/heat-problem.ts';
import { millimetre } from './heat-case.ts';

/** One coordinate's part of a field: its value, its slope, and its part of the Laplacian over the others' values. */
export interface Factor {
  readonly value: (s: number) => number;
  readonly slope: (s: number) => number;
  readonly bend: (s: number) => number;
}

/** sin(rate s + phase) along a straight coordinate. */
export const wave = (rate: number, phase = 0): Factor => ({
  value: (s) => sin(rate * s + phase),
  slope: (s) => rate * cos(rate * s + phase),
  bend: (s) => -rate * rate * sin(rate * s + phase),
});

/** (1 - (r / R)²)² along a radius: value and slope are 0 at R. */
export const cap = (radius: number): Factor => {
  const share = (r: number): number => (r / radius) * (r / radius);
  return {
    value: (r) => (1 - share(r)) * (1 - share(r)),
    slope: (r) => (-4 * r * (1 - share(r))) / (radius * radius),
    bend: (r) => (16 * share(r) - 8) / (radius * radius),
  };
};

const even: Factor = { value: () => 1, slope: () => 0, bend: () => 0 };

/** A product of one factor a coordinate at a place. */
export interface Product {
  readonly value: number;
  readonly gradient: readonly [number, number, number];
  readonly laplacian: number;
}

export type Factors = readonly [Factor, Factor, Factor];
export type Position = readonly [number, number, number];

export const productAt = ([fx, fy, fz]: Factors, [x, y, z]: Position): Product => {
  const [a, b, c] = [fx.value(x), fy.value(y), fz.value(z)];
  return {
    value: a * b * c,
    gradient: [fx.slope(x) * b * c, a * fy.slope(y) * c, a * b * fz.slope(z)],
    laplacian: fx.bend(x) * b * c + a * fy.bend(y) * c + a * b * fz.bend(z),
  };
};

export const inner = (a: Product['gradient'], b: Product['gradient']): number =>
  a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

// A smooth grid whose widths differ by a factor of 1.9.
const SWAY = 0.3;

/** Edges of n cells that are wide in the middle and small at the ends, or with `sway` < 0 the other way. */
const swaying = (from: number, to: number, n: number, sway = SWAY): number[] =>
  Array.from({ length: n + 1 }, (_, i) => {
    const turn = (2 * Math.PI * i) / n;
    return from + (to - from) * (i / n - (sway * sin(turn)) / (2 * Math.PI));
  });

const [WIDTH, BREADTH, DEPTH, RADIUS] = [2.4, 1.6, 2, 1.2].map((length) => length * millimetre);
const FULL = 2 * Math.PI;

/** Two layers that meet in the middle of the depth, in n cells a side. */
export interface Manufactured {
  readonly domain: (n: number, plates: Boundary, walls: Boundary) => NonNullable<HeatProblem['domain']>;
  /** Of size 1: 0 on the plates (top and bottom) and where the layers meet, without slope into the walls. */
  readonly shape: Factors;
  /** Of size 1, smooth, and nowhere at a special place. */
  readonly other: Factors;
}

const deep = wave(FULL / DEPTH);
const wish = { finest: undefined, growth: undefined, coarsest: undefined };

export const inBlock: Manufactured = {
  domain: (n, plates, walls) => ({
    kind: 'block',
    width: WIDTH,
    breadth: BREADTH,
    depth: DEPTH,
    sides: { top: plates, bottom: plates, left: walls, right: walls, front: walls, back: walls },
    grid: {
      ...wish,
      edges: {
        x: swaying(-WIDTH / 2, WIDTH / 2, n),
        y: swaying(-BREADTH / 2, BREADTH / 2, n, -SWAY),
        z: swaying(0, DEPTH, n),
      },
    },
  }),
  shape: [wave(FULL / WIDTH, Math.PI / 2), wave(FULL / BREADTH, Math.PI / 2), deep],
  other: [wave(1.7 / WIDTH, 0.4), wave(1.3 / BREADTH, 1), wave(2.1 / DEPTH, 0.5)],
};

export const inCylinder: Manufactured = {
  domain: (n, plates, walls) => ({
    kind: 'axisymmetric',
    radius: RADIUS,
    depth: DEPTH,
    sides: { top: plates, bottom: plates, rim: walls },
    grid: { ...wish, edges: { x: swaying(0, RADIUS, n), z: swaying(0, DEPTH, n) } },
  }),
  shape: [cap(RADIUS), even, deep],
  other: [wave(1.5 / RADIUS, Math.PI / 2), even, wave(2.1 / DEPTH, 0.5)],
};

/** Depth at which the layers meet, m. */
export const meeting = DEPTH / 2;
