import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { OutsideModel } from '../../error.ts';
import { healingGrid } from '../heal.ts';
import { healParameters, type HealValues } from '../heal-stage.ts';
import { noThermalInjury } from '../injury/thermal-injury.ts';
import { normalPlace } from '../place.ts';
import type { HealInput } from '../result/healing.ts';
import { healDraw, type DrawOutcome } from './draw.ts';
import { valuesAtDraw } from './draw-values.ts';
import { gatherEnsemble } from './heal-ensemble.ts';

const fixed = { N_r: 10, n_layers: 1 };
const density = toSI(200, '1/cm2');
const depths = Float64Array.of(0, toSI(1, 'mm'));

const inputOf = (values: HealValues): HealInput => ({
  density,
  depths,
  gapRadii: Float64Array.of(toSI(50, 'um')),
  pierced: Float64Array.of(1),
  gapAtJunction: toSI(50, 'um'),
  thermal: noThermalInjury(healingGrid(density, depths, values)),
  sessions: [0],
  duration: toSI(1, 'years'),
  place: normalPlace,
});

const times = [toSI(28, 'days')];

async function* drawn(seed: number, most = 8, own = {}): AsyncIterable<DrawOutcome> {
  for (let k = 0; k < most; k += 1) yield healDraw(inputOf, k, { seed, fixed: { ...fixed, ...own }, times });
}

test('the same seed gives the same bands; another seed others', async () => {
  const [first, again, other] = await Promise.all([1, 1, 2].map((seed) => gatherEnsemble(drawn(seed), 3)));
  expect(again.bands).toEqual(first.bands);
  expect(other.bands.elastin.median).not.toEqual(first.bands.elastin.median);
});

test('bands are in order, every draw is counted', async () => {
  const { bands, tries, refused, summaries, times: kept } = await gatherEnsemble(drawn(3), 4);
  for (const { low, median, high } of Object.values(bands)) {
    expect(low).toHaveLength(kept.length);
    median.forEach((value, t) => expect(low[t] <= value && value <= high[t]).toBe(true));
  }
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  expect(tries).toBe(summaries.length + refusals);
  expect(summaries).toHaveLength(4);
});

test('draws differ from each other, fixed parameters do not', () => {
  const [a, b] = [valuesAtDraw(1, 0, fixed), valuesAtDraw(1, 1, fixed)];
  expect(a.d_A).not.toBe(b.d_A);
  expect(a.N_r).toBe(10);
  expect(a.R_most).toBe(centralValues(healParameters).R_most);
});

test('values set by hand that break a rule refuse every draw, and too few draws end the run', async () => {
  const inflamed = { p_AN: toSI(1, '1/d'), p_AM: toSI(2, '1/d'), d_A: toSI(2, '1/d') };
  expect(healDraw(inputOf, 0, { seed: 1, fixed: inflamed, times }).refusedBy).toBe('G_A');
  const gathered = gatherEnsemble(drawn(1, 3, inflamed), 2);
  await expect(gathered).rejects.toThrow(OutsideModel);
  await expect(gathered).rejects.toMatchObject({ bound: 'G_A refused 3' });
});
