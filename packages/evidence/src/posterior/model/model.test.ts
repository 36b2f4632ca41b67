import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { priorLaws } from '../priors.ts';
import { tableReading } from '../reading/read-table.ts';
import { modelOf } from './model.ts';

test('the gradient is that of the density, against central differences at draws of the prior', () => {
  const { target, drawPrior } = modelOf(tableReading().used, priorLaws());
  const random = createRandom(2);
  const gradient = new Float64Array(target.dimensions);
  const unused = new Float64Array(target.dimensions);
  const step = 1e-5;
  for (let draw = 0; draw < 5; draw++) {
    const at = drawPrior(random).map((value) => 0.5 * value);
    target.logDensity(at, gradient);
    for (let i = 0; i < at.length; i++) {
      const moved = (by: number) => target.logDensity(at.with(i, at[i] + by), unused);
      const difference = (moved(step) - moved(-step)) / (2 * step);
      expect(Math.abs(difference - gradient[i])).toBeLessThan(1e-6 * (1 + Math.abs(difference)) + 1e-5);
    }
  }
});
