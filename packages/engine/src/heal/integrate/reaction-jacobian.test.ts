import { centralValues } from '@percuta/evidence';
import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { cellRadius } from '../geometry/radial-cells.ts';
import { tissueOf } from '../geometry/tissue.ts';
import { healParameters } from '../heal-stage.ts';
import { normalPlace } from '../place.ts';
import { ratesOf } from '../rates.ts';
import { species } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { healingSystem, restingField } from './healing-system.ts';
import { addReactions, emptyLocal, readLocal } from './local.ts';
import { createReactionJacobian } from './reaction-jacobian.ts';

const p = ratesOf(centralValues(healParameters), { ...normalPlace, h_col: 0.8, h_c3: 0.7, h_mmp: 2 });
const width = speciesIds.length;
const s = emptyLocal();

const ratesAt = (y: Float64Array): Float64Array => {
  const out = new Float64Array(width);
  readLocal(s, y, 0, p);
  addReactions(s, out, 0, p);
  return out;
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

test('solving with I − c J undoes it, for reactions, diffusion and drift together', () => {
  const tissue = tissueOf(cellRadius(2e6), Float64Array.of(0, 1e-4, 3e-4, 7e-4), { ...p, N_r: 5 });
  const system = healingSystem(tissue, p);
  const random = createRandom(9);
  const y = restingField(tissue, p).map((value) => value + 0.2 * random.next());
  const b = Float64Array.from({ length: system.size }, () => random.next() - 0.5);
  const c = 3e3;
  const misses: string[] = [];
  system.linearise(y);
  system.factor(c);
  const x = b.slice();
  system.solve(x);
  const step = 1e-7;
  const [above, below] = [new Float64Array(system.size), new Float64Array(system.size)];
  system.rates(
    y.map((value, i) => value + step * x[i]),
    above,
  );
  system.rates(
    y.map((value, i) => value - step * x[i]),
    below,
  );
  b.forEach((expected, i) => {
    const undone = x[i] - (c * (above[i] - below[i])) / (2 * step);
    if (!(Math.abs(undone - expected) < 1e-6)) misses.push(`${speciesIds[i % width]}`);
  });
  expect(misses).toEqual([]);
});
