import { centralValues } from '@percuta/evidence';
import { createRandom, integrateStiff, type KernelBuild } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { cellRadius } from '../geometry/radial-cells.ts';
import { layerDepths, tissueOf } from '../geometry/tissue.ts';
import { healParameters } from '../heal-stage.ts';
import { normalPlace } from '../place.ts';
import { ratesOf } from '../rates.ts';
import { species } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { healingSystem, restingField } from './healing-system.ts';
import { createReactionJacobian, reactionPattern } from '../testing/reaction-jacobian.ts';
import { emptyLocal, readLocal } from './local.ts';

const central = centralValues(healParameters);
const p = ratesOf(central, { ...normalPlace, h_col: 0.8, h_c3: 0.7, h_mmp: 2 });
const width = speciesIds.length;
const s = emptyLocal();

const ratesAt = (y: Float64Array): Float64Array => {
  readLocal(s, y, 0, p);
  return Float64Array.from(species, (one) => one.rate(s, p));
};

test('the analytic derivatives agree with differences away from kinks', () => {
  const random = createRandom(5);
  const jacobianAt = createReactionJacobian();
  const misses: string[] = [];
  for (let trial = 0; trial < 40; trial += 1) {
    const y = Float64Array.from(species, (one) => one.rest(p) + 0.01 + 0.5 * random.next());
    // Half of the trials have a deficit of matrix, half an excess of collagen.
    const C3 = speciesIds.indexOf('C3');
    y[C3] = trial % 2 === 0 ? 0.15 : 0.4;
    y[C3 + 1] = 0.02;
    y[C3 + 2] = trial % 2 === 0 ? 0.3 : 0.75;
    y[C3 + 3] = 0.05;
    readLocal(s, y, 0, p);
    const exact = jacobianAt(s, y, 0, p).slice();
    for (let j = 0; j < width; j += 1) {
      const step = 1e-6 * Math.max(1e-3, y[j]);
      const up = y.slice();
      const down = y.slice();
      up[j] += step;
      down[j] -= step;
      const [above, below] = [ratesAt(up), ratesAt(down)];
      for (let i = 0; i < width; i += 1) {
        const difference = (above[i] - below[i]) / (2 * step);
        const scale = Math.max(1e-8, Math.abs(difference));
        const miss = Math.abs(exact[i * width + j] - difference) / scale;
        if (!(miss < 2e-4)) misses.push(`d ${speciesIds[i]} / d ${speciesIds[j]}`);
      }
    }
  }
  expect(misses).toEqual([]);
});

test('no derivative lies outside the pattern', () => {
  const random = createRandom(11);
  const [jacobianAt, has] = [createReactionJacobian(), reactionPattern(p)];
  const seen = new Set<number>();
  for (let trial = 0; trial < 200; trial += 1) {
    const y = Float64Array.from(species, (one) => one.rest(p) * 2 * random.next() + random.next());
    readLocal(s, y, 0, p);
    jacobianAt(s, y, 0, p).forEach((slope, e) => {
      if (slope !== 0) seen.add(e);
    });
  }
  const outside = [...seen].filter((e) => !has(Math.floor(e / width), e % width));
  expect(outside).toEqual([]);
  expect(seen.size).toBeGreaterThan(90);
});

const norm = (x: Float64Array): number => Math.max(...x.map(Math.abs));

/** What I − c J leaves of b after one solve, relative to b, and after several that each take what is left. */
const remaindersOf = (layers: number, c: number, build: KernelBuild): number[] => {
  const depths = layerDepths(1.2e-3, { n_layers: layers, z_grade: central.z_grade });
  const tissue = tissueOf(cellRadius(2e6), depths, p);
  const system = healingSystem(tissue, p, build);
  const random = createRandom(9);
  const y = restingField(tissue, p).map((value) => value + 0.2 * random.next());
  const b = Float64Array.from({ length: system.size }, () => random.next() - 0.5);
  system.linearise(y);
  system.factor(c);
  const [above, below] = [new Float64Array(system.size), new Float64Array(system.size)];
  const x = new Float64Array(system.size);
  let left = b.slice();
  return [1, 2, 3].map(() => {
    const change = left.slice();
    system.solve(change);
    change.forEach((value, i) => (x[i] = x[i] + value));
    const step = 1e-6 / norm(x);
    system.rates(
      y.map((value, i) => value + step * x[i]),
      above,
    );
    system.rates(
      y.map((value, i) => value - step * x[i]),
      below,
    );
    left = b.map((value, i) => value - x[i] + (c * (above[i] - below[i])) / (2 * step));
    return norm(left) / norm(b);
  });
};

// The differences themselves are good to about 1e-5 at a step of an hour.
describe.each([3600, 86400])('solving with I − c J at a step of about %d s', (c) => {
  test('undoes it in one layer', () => expect(remaindersOf(1, c, 'f64')[0]).toBeLessThan(1e-4));
  test.each([3, 12])('leaves a small part in %d layers, and nothing when repeated', (layers) => {
    const [first, , third] = remaindersOf(layers, c, 'f64');
    expect(first).toBeLessThan(0.05);
    expect(third).toBeLessThan(1e-4);
  });
});

test('JavaScript and WebAssembly give the same bits', () => {
  const tissue = tissueOf(cellRadius(2e6), layerDepths(1.2e-3, { n_layers: 3, z_grade: central.z_grade }), p);
  const start = restingField(tissue, p).map((value, i) => value + (Math.floor(i / width) < 6 ? 0.1 : 0));
  const endOf = (build: KernelBuild): Float64Array =>
    integrateStiff(healingSystem(tissue, p, build), start, 86400, { relative: 2e-5, absolute: 1e-8 }).end;
  expect(endOf('f64')).toEqual(endOf('reference'));
});
