import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { OutsideModel } from '../../error.ts';
import { healingGrid } from '../heal.ts';
import { healParameters, type HealValues } from '../heal-stage.ts';
import { noThermalInjury } from '../injury/thermal-injury.ts';
import { normalPlace } from '../place.ts';
import type { HealInput } from '../result/healing.ts';
import { tryDraw, valuesAtDraw } from './draw-values.ts';
import { healEnsemble } from './heal-ensemble.ts';

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

const run = (count: number, seed: number) =>
  healEnsemble(inputOf, { count, seed, fixed, times: [toSI(28, 'days')] });

test('the same seed gives the same bands; another seed others', () => {
  const [first, again, other] = [run(4, 1), run(4, 1), run(4, 2)];
  expect(again.bands).toEqual(first.bands);
  expect(other.bands.elastin.median).not.toEqual(first.bands.elastin.median);
});

test('bands are in order, every try is counted', () => {
  const { bands, tries, refused, summaries, times } = run(5, 3);
  for (const { low, median, high } of Object.values(bands)) {
    expect(low).toHaveLength(times.length);
    median.forEach((value, t) => expect(low[t] <= value && value <= high[t]).toBe(true));
  }
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  expect(tries).toBe(summaries.length + refusals);
  expect(summaries).toHaveLength(5);
});

test('draws differ from each other, fixed parameters do not', () => {
  const [a, b] = [valuesAtDraw(1, 0, fixed), valuesAtDraw(1, 1, fixed)];
  expect(a.d_A).not.toBe(b.d_A);
  expect(a.N_r).toBe(10);
  expect(a.R_most).toBe(centralValues(healParameters).R_most);
});

test('a refused try names its rule, and too many end the run', () => {
  const inflamed = { ...fixed, p_AN: toSI(1, '1/d'), p_AM: toSI(2, '1/d'), d_A: toSI(2, '1/d') };
  expect(tryDraw(1, 0, inflamed).broken?.rule).toBe('G_A');
  const runInflamed = () => healEnsemble(inputOf, { count: 2, seed: 1, fixed: inflamed, times: [] });
  expect(runInflamed).toThrow(OutsideModel);
});
