import { createRandom, exp, normalCdf } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { shallowTrack, subjectWith } from '../testing/subject.ts';
import { tailMarginsOf } from './tail-margin.ts';

const calm = { belowTip: -Infinity, toEpidermis: 0.3e-3, vapour: 0 };

test('the worst twentieth of a lognormal border is that of its closed form', () => {
  const [tail] = tailMarginsOf(subjectWith({ tracks: [shallowTrack] }));
  // 1.3 mm exp(-1.644854 x 0.15) - 0.5 mm; its mean below that is 1.3 mm exp(0.15²/2) Phi(-1.644854 - 0.15)/0.05.
  expect(tail?.quantile).toBeCloseTo(1.3e-3 * exp(-1.6448536 * 0.15) - 0.5e-3, 7);
  expect(tail?.worstMean).toBeCloseTo((1.3e-3 * exp(0.01125) * normalCdf(-1.7948536)) / 0.05 - 0.5e-3, 7);
  expect(tail?.median).toBeCloseTo(0.8e-3, 7);
});

test('many draws agree with places drawn one by one', () => {
  const random = createRandom(3);
  const tracks = Array.from({ length: 200 }, () => ({
    ...shallowTrack,
    dermalBorder: 1.3e-3 * exp(0.3 * random.normal()),
    ceiling: 0.5e-3 + 0.1e-3 * random.next(),
  }));
  const [tail] = tailMarginsOf(subjectWith({ tracks }));
  const places = tracks
    .flatMap(({ dermalBorder, ceiling, withinLogSd }) =>
      Array.from({ length: 500 }, () => dermalBorder * exp(withinLogSd * random.normal()) - ceiling),
    )
    .toSorted((a, b) => a - b)
    .slice(0, 5000);
  const mean = places.reduce((sum, one) => sum + one, 0) / 5000;
  // 100 000 places: the mean of the worst 5000 is good to about 0.15 mm/sqrt(5000), 2 um; three of those.
  expect(Math.abs((tail?.worstMean ?? 0) - mean)).toBeLessThan(6e-6);
});

describe('with draws of heat', () => {
  test('coagulation below the tip takes its reach off every distance to the fat', () => {
    const deep = tailMarginsOf(
      subjectWith({ tracks: [shallowTrack], heats: [{ ...calm, belowTip: 0.2e-3 }] }),
    );
    const [tip, coagulation] = deep;
    expect(coagulation?.margin).toBe('coagulation to fat');
    expect((tip?.worstMean ?? 0) - (coagulation?.worstMean ?? 0)).toBeCloseTo(0.2e-3, 7);
  });

  test('of a few draws the worst share counts, the last in part', () => {
    const heats = Array.from({ length: 30 }, (_, i) => ({ ...calm, toEpidermis: (i + 1) * 1e-5 }));
    const tail = tailMarginsOf(subjectWith({ heats })).find(({ margin }) => margin.startsWith('cell death'));
    // A twentieth of 30 is one and a half: (10 um + 20 um/2)/1.5.
    expect(tail?.worstMean).toBeCloseTo(13.3333e-6, 9);
    expect(tail?.quantile).toBeCloseTo(20e-6, 12);
  });

  test('what is not a number has no tail', () => {
    const heats = [{ ...calm, toEpidermis: Number.NaN, belowTip: Number.NaN }];
    expect(tailMarginsOf(subjectWith({ heats })).map(({ margin }) => margin)).toEqual(['tip to fat']);
  });
});
