import { centralValues, forecastFor, lesions } from '@percuta/evidence';
import { assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { healedTissue, restingTissue } from '../testing/tissue.ts';
import { drawValues } from '../../stage.ts';
import { gradedSpread } from './graded-spread.ts';
import { heightMap } from './height-map.ts';
import { isReliefLesion, lesionShape, reliefLesions } from './lesion-shape.ts';
import { microRelief } from './micro-relief.ts';
import { reliefParameters } from './parameters.ts';
import { relief, type ReliefForecast, type ReliefQuestion } from './relief.ts';
import { improvementOf, outcomesOf } from './response.ts';
import { roughnessOf } from './roughness.ts';

const values = centralValues(reliefParameters);
const draws = drawValues(reliefParameters, 32, 4);
const question: ReliefQuestion = {
  lesion: 'rolling-scar',
  route: 'needling',
  region: 'face',
  dermis: 1.2e-3,
  seed: 7,
};
const size = { nx: 96, ny: 96, spacing: 6e-5 };

const forecastOf = (asked: Partial<ReliefQuestion>, gains: readonly number[]): ReliefForecast => {
  const found = relief({ ...question, ...asked }, healedTissue(gains), draws, values);
  if (found.status !== 'forecast') throw new Error(found.reason);
  return found;
};

const spreadOf = () => {
  const forecast = forecastFor('atrophic-acne-scars', 'needling', 'face');
  if (forecast.status !== 'estimated') throw new Error('the evidence gives no forecast');
  return { forecast, spread: gradedSpread(forecast, values.worstDeepening) };
};

describe('texture', () => {
  test('has the Sa of the parameters and is fixed by its seed', () => {
    const map = microRelief(size, values, 7);
    expect(roughnessOf(map).sa).toBeCloseTo(15e-6, 12);
    expect(microRelief(size, values, 7).data).toEqual(map.data);
    expect(microRelief(size, values, 8).data).not.toEqual(map.data);
  });

  test('its lines are as deep as described, 20 to 200 um', () => {
    for (const seed of [1, 2, 3]) {
      const { sz } = roughnessOf(microRelief(size, values, seed));
      expect(sz).toBeGreaterThan(20e-6);
      expect(sz).toBeLessThan(200e-6);
    }
  });
});

describe('lesions', () => {
  test.each(reliefLesions.filter((id) => id !== 'skin-lines'))('%s lies in its described range', (id) => {
    const lesion = lesions().find((known) => known.id === id);
    for (const share of [0, 0.5, 1]) {
      const shape = lesionShape(id, share, values);
      const map = heightMap({ nx: 201, ny: 201, spacing: Math.max(shape.width / 40, 3e-5) }, shape.profile);
      expect(Math.max(...map.data)).toBeGreaterThan(0.95);
      expect(Math.max(...map.data)).toBeLessThanOrEqual(1);
      expect(Math.min(...map.data)).toBeGreaterThanOrEqual(0);
      expect(shape.width).toBeLessThanOrEqual((lesion?.width?.max ?? 0) + 1e-12);
      if (lesion?.depth === 'unknown') throw new Error('a relief needs a depth');
      expect(shape.depth).toBeLessThanOrEqual((lesion?.depth.max ?? 0) + 1e-12);
      expect(shape.depth).toBeGreaterThanOrEqual((lesion?.depth.min ?? 0) - 1e-12);
    }
  });

  test('boxcar walls are upright and floors flat, an icepick narrows to a point', () => {
    const box = lesionShape('boxcar-scar-deep', 0.5, values);
    expect(box.profile(0.49 * box.width, 0)).toBe(1);
    expect(box.profile(0.5 * box.width + values.boxcarEdge, 0)).toBe(0);
    const pick = lesionShape('icepick-scar', 0.5, values);
    expect(pick.profile(pick.width / 4, 0)).toBeCloseTo(0.5, 12);
  });

  test('only described ones count', () => {
    expect(isReliefLesion('striae')).toBe(true);
    expect(isReliefLesion('laxity')).toBe(false);
  });
});

describe('the graded spread', () => {
  test('has the mean shares of the forecast: by hand, 6 % worse, 15 % unchanged, 31 % up to a quarter', () => {
    const { spread } = spreadOf();
    // 0.15 (0, 31), 0.225 (0, 5), 0.25 (1); any 79.2, quarter 69.2 and so on, by the same weights.
    expect(spread.worse).toBeCloseTo(0.15 * 0.31 + 0.225 * 0.05 + 0.25 * 0.01, 12);
    const any = 0.15 * (0.27 + 1) + 0.225 * (0.71 + 0.97) + 0.25 * 0.88;
    expect(spread.worse + spread.unchanged).toBeCloseTo(1 - any, 12);
    const quarter = 0.15 * (0.14 + 1) + 0.225 * (0.55 + 0.91) + 0.25 * 0.77;
    expect(spread.improvementAt(1 - quarter)).toBeCloseTo(0.25, 12);
  });

  test('rises from the worst to the best, flat where nothing changed', () => {
    const { spread } = spreadOf();
    expect(spread.improvementAt(1e-9)).toBeCloseTo(-values.worstDeepening, 6);
    expect(spread.improvementAt(spread.worse + spread.unchanged / 2)).toBe(0);
    expect(spread.improvementAt(1 - 1e-9)).toBeCloseTo(1, 6);
    assert(
      property(
        double({ min: 1e-6, max: 0.5, noNaN: true }),
        double({ min: 0, max: 0.49, noNaN: true }),
        (u, more) => {
          expect(spread.improvementAt(u + more)).toBeGreaterThanOrEqual(spread.improvementAt(u));
        },
      ),
      { seed: 3 },
    );
  });
});

describe('the response', () => {
  const { spread } = spreadOf();

  test('with the studied gain people are those of the trials', () => {
    for (const u of [0.02, 0.1, 0.5, 0.9])
      expect(improvementOf(spread, 1, u)).toBeCloseTo(spread.improvementAt(u), 12);
    const outcomes = outcomesOf(spread, [values.studiedGain], [values]);
    expect(outcomes.worse).toBeCloseTo(spread.worse, 2);
    expect(outcomes.unchanged).toBeCloseTo(spread.unchanged, 2);
  });

  test('without gain the median person does not change', () => {
    const outcomes = outcomesOf(spread, [0], [values]);
    expect(outcomes.median).toBe(0);
    expect(outcomes.worst).toBeLessThan(0);
  });

  test('more volume is never worse for anybody, and beyond the studied gain no better', () => {
    assert(
      property(
        double({ min: -0.05, max: 0.1, noNaN: true }),
        double({ min: 0, max: 0.1, noNaN: true }),
        (gain, more) => {
          const [less, greater] = [gain, gain + more].map((g) => outcomesOf(spread, [g], [values]));
          expect(greater?.worst).toBeGreaterThanOrEqual(less?.worst ?? 1);
          expect(greater?.median).toBeGreaterThanOrEqual(less?.median ?? 1);
          expect(greater?.best).toBeGreaterThanOrEqual(less?.best ?? 1);
          expect(greater?.median).toBeLessThanOrEqual(
            outcomesOf(spread, [values.studiedGain], [values]).median,
          );
        },
      ),
      { seed: 8, numRuns: 25 },
    );
  });
});

describe('a strip', () => {
  const gains = Array.from({ length: 32 }, (_, i) => -0.007 + (0.117 * i) / 31);
  const strip = forecastOf({}, gains);

  test('runs from before over worst and median to best, worse and unchanged included', () => {
    expect(strip.patches.map(({ state }) => state)).toEqual(['before', 'worst', 'median', 'best']);
    const [before = 0, worst = 0, median = 0, best = 0] = strip.patches.map(({ lesion }) => lesion?.volume);
    expect(worst).toBeGreaterThan(before);
    expect(median).toBeLessThan(before);
    expect(best).toBeLessThan(median);
    expect(strip.outcomes.worse).toBeGreaterThan(0.05);
    expect(strip.outcomes.unchanged).toBeGreaterThan(0.05);
  });

  test('the volume of the lesion follows its depth', () => {
    const [before, , median] = strip.patches;
    const left = (median?.lesion?.volume ?? 0) / (before?.lesion?.volume ?? 1);
    // The reference plane is the same but for the texture, which is the same in both.
    expect(left).toBeCloseTo(1 - (median?.improvement ?? 0), 1);
  });

  test('says what volume explains: no more than the dermis grows, and most of the change not', () => {
    const { lift, unexplained } = strip.explanation;
    expect(lift.ninetieth).toBeLessThan(1.2e-3 * 0.12);
    const change = strip.outcomes.median * 0.4e-3;
    expect(lift.middle + unexplained).toBeCloseTo(change, 12);
  });

  test('tissue at rest leaves the median patch as it was', () => {
    const still = relief(question, restingTissue(4), draws, values);
    if (still.status !== 'forecast') throw new Error(still.reason);
    expect(still.patches[2]?.map.data).toEqual(still.before.map.data);
  });

  test('of texture changes the texture, and volume explains none of it', () => {
    const lines = forecastOf({ lesion: 'skin-lines', route: 'rf' }, gains);
    expect(lines.patches[3]?.roughness.sa).toBeLessThan(lines.before.roughness.sa);
    expect(lines.before.lesion).toBeUndefined();
    expect(lines.explanation.lift.middle).toBe(0);
  });

  test('where no trial counted people there is only the patch before, with the reason', () => {
    const unknown = relief({ ...question, lesion: 'crows-feet' }, healedTissue(gains), draws, values);
    expect(unknown.status).toBe('not forecast');
    expect('reason' in unknown ? unknown.reason : '').toContain('no arm');
    expect(unknown.before.lesion?.depth).toBeGreaterThan(1e-4);
  });

  test('the same question has the same patch', () => {
    expect(forecastOf({}, gains).patches[3]?.map.data).toEqual(strip.patches[3]?.map.data);
  });
});
