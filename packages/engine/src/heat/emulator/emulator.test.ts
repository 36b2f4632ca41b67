import { beforeAll, describe, expect, test } from 'vitest';
import { heatArray, type ArrayHeating } from '../array/array-heating.ts';
import { rfArrayOf } from '../array/rf-array.ts';
import { rateAt } from '../damage/rate.ts';
import { rfInput, rfSettings, rfSheet } from '../../testing/rf.ts';
import { answerNames, answersOf, fromScale, toScale } from './answers.ts';
import { equivalentOf, followedKinetics, secondsThreshold } from './equivalent-temperature.ts';
import { featureNames, featuresOf } from './features.ts';
import { reachLevels } from './reach-profile.ts';
import { inputOf, sampleSpaceOf, samplesOf } from './sample-space.ts';
import { solveSample, type Sampled } from './solve-sample.ts';
import { patternText, riseInAll, settingsOfPattern, singlePulse } from './shot-pattern.ts';

const { values } = rfInput();

describe('equivalent temperature', () => {
  test.each(['collagen', 'cells'] as const)('%s: what was held for one second is its own', (injury) => {
    const temperatures = Float64Array.of(320, 340, 360, 373);
    const damageOf = (name: string): Float64Array => {
      const kinetics = followedKinetics(values).find((one) => one.name === name);
      if (kinetics === undefined) throw new Error(`no ${name}`);
      return temperatures.map((temperature) => rateAt(kinetics, temperature));
    };
    const found = equivalentOf(injury, damageOf, secondsThreshold(values, injury));
    temperatures.forEach((temperature, i) => expect(found[i]).toBeCloseTo(temperature, 6));
  });

  test('the threshold is where one second does a damage of one', () => {
    const plain = followedKinetics(values).find(({ name }) => name === 'cells 1');
    if (plain === undefined) throw new Error('no plain kinetics');
    expect(rateAt(plain, secondsThreshold(values, 'cells'))).toBeCloseTo(1, 9);
  });
});

/** Level at which a falling profile meets the threshold. */
const meets = (levels: readonly number[], profile: readonly number[], at: number): number => {
  const n = profile.findIndex((value) => value < at);
  const [high = 0, low = 0] = [profile[n - 1], profile[n]];
  const [from = 0, to = 0] = [levels[n - 1], levels[n]];
  return from + ((to - from) * (high - at)) / (high - low);
};

const rising = { ...singlePulse, stops: 1, rise: 0.4e-3, retraction: 0.15 };
const patterns = [singlePulse, { ...singlePulse, pulses: 2, pause: 0.05 }, rising].map(
  (pattern) => [patternText(pattern), pattern] as const,
);

describe.each(patterns)('a run of %s read off against the contours of the same heat', (_, pattern) => {
  const depth = 1.2e-3;
  const energy = { energy_per_needle: 0.02 * (1 + pattern.pulses), pulse: 0.1 };
  const rf = { ...energy, ...settingsOfPattern(pattern, depth) };
  const input = rfInput(rfSheet({ stops_max: 1 }), { ...rfSettings(), depth, rf }, { depth });
  let sampled: Sampled;
  let heating: ArrayHeating;
  beforeAll(() => {
    sampled = solveSample(input);
    heating = heatArray(input);
  }, 60_000);

  test('dead cells end as deep below the tip and as high above the metal, within a fifth of a level', () => {
    const { reach } = sampled.profiles.cells;
    const threshold = secondsThreshold(values, 'cells');
    const column = heating.zones.cells.depth;
    const below = meets(reachLevels.below, reach.below, threshold);
    expect(depth + below).toBeCloseTo(column?.to ?? Number.NaN, 4.7);
    const above = meets(reachLevels.above, reach.above, threshold);
    const top = depth - riseInAll(pattern) - input.energy.array.bare;
    expect(top - above).toBeCloseTo(column?.from ?? Number.NaN, 4.7);
  });

  test('their volume is that of the contour, as near as levels that treble tell it', () => {
    const { reach } = sampled.profiles.cells;
    const volume = meets(reachLevels.volume, reach.volume, secondsThreshold(values, 'cells'));
    const contour = heating.zones.cells.volume / heating.needles.length;
    expect(Math.abs(volume / contour - 1)).toBeLessThan(pattern === singlePulse ? 0.1 : 0.15);
  });

  test('profiles fall with distance, and the answers stand in the order of their names', () => {
    const { below, beside, volume } = sampled.profiles.collagen.reach;
    for (const profile of [below.slice(1), beside, volume]) {
      expect(profile.every((value, i) => i === 0 || value <= (profile[i - 1] ?? 0))).toBe(true);
    }
    const answers = answersOf(sampled);
    expect(answers).toHaveLength(answerNames.length);
    expect(answers[answerNames.indexOf('cells epidermis')]).toBe(sampled.profiles.cells.epidermis);
  });
});

test('the shot of a sample is that of the settings of its pattern', () => {
  const sheet = rfSheet({ stops_max: 1 });
  for (const pattern of [singlePulse, rising, { ...rising, pulses: 2, pause: 0.05 }]) {
    const [sample] = samplesOf(sampleSpaceOf(rfArrayOf(sheet), 3e-3, pattern), 1, 5);
    if (sample === undefined) throw new Error('no sample');
    const { depth, dose, pulse } = sample;
    const rf = { energy_per_needle: dose, pulse, ...settingsOfPattern(pattern, depth) };
    const { energy } = inputOf(rfArrayOf(sheet), sample, pattern);
    expect(energy.shot).toEqual({
      kind: 'energy_per_needle',
      value: dose,
      pulse,
      pulses: pattern.pulses,
      pause: pattern.pause,
    });
    expect(energy.stops.map(({ drawnBack }) => depth - drawnBack)).toEqual(
      (rf.stops ?? []).map((stop) => expect.closeTo(stop.depth, 12)),
    );
    for (const { shot, retraction } of energy.stops)
      expect([shot, retraction]).toEqual([energy.shot, pattern.retraction]);
    expect(depth - riseInAll(pattern)).toBeGreaterThanOrEqual(0.2e-3);
  }
});

describe('samples', () => {
  const array = rfArrayOf(rfSheet());
  const space = sampleSpaceOf(array, 3e-3, singlePulse);

  test('stay inside the space and are the same for the same seed', () => {
    const samples = samplesOf(space, 64, 7);
    expect(samples).toEqual(samplesOf(space, 64, 7));
    for (const { depth, dose, pulse, skin } of samples) {
      expect(depth).toBeGreaterThan(space.depth.min);
      expect(depth).toBeLessThan(space.depth.max);
      expect(dose).toBeGreaterThan(5e-3);
      expect(dose).toBeLessThan(200e-3);
      expect(pulse).toBeGreaterThan(0.05);
      expect(pulse).toBeLessThan(0.1);
      expect(skin.dermis).toBeGreaterThan(0);
      expect(skin.stratumCorneum).toBeLessThan(skin.epidermis);
    }
  });

  test('no constant goes with a setting: of 256 samples none has a rank correlation above a fifth', () => {
    const rows = samplesOf(space, 256, 1).map(featuresOf);
    const ranks = featureNames.map((_, k) => {
      const order = rows.map((row, i) => [row[k] ?? 0, i] as const).sort(([a], [b]) => a - b);
      const rank = new Float64Array(rows.length);
      order.forEach(([, i], place) => (rank[i] = place / rows.length - 0.5));
      return rank;
    });
    const [dose, pulse, tip] = ranks;
    for (const setting of [dose, pulse, tip]) {
      for (const constant of ranks.slice(5)) {
        const sum = constant.reduce((total, value, i) => total + value * (setting?.[i] ?? 0), 0);
        expect(Math.abs((12 * sum) / rows.length)).toBeLessThan(0.2);
      }
    }
  });
});

test('the scale of answers can be read back', () => {
  for (const temperature of [310, 340, 400])
    expect(fromScale(toScale(temperature))).toBeCloseTo(temperature, 9);
});
