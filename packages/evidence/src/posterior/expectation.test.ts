import { describe, expect, test } from 'vitest';
import { expectationFor, type Estimated, type ExpectationQuery } from './expectation.ts';
import { fitPosterior } from './fit.ts';
import { bandsOf, hundredPeople } from './levels.ts';
import { leaveOutWeights } from './leave-out-weights.ts';
import { predict } from './predict.ts';
import { tableReading } from './reading/read-table.ts';

const options = { seed: 1, draws: 400, warmup: 400 };
const posterior = fitPosterior(tableReading().used, options);
const ask = (query: ExpectationQuery) =>
  expectationFor(query, { ...options, posterior, withSensitivity: false });
const estimated = (query: ExpectationQuery): Estimated => {
  const answer = ask(query);
  if (answer.status !== 'estimated') throw new RangeError(answer.reason);
  return answer;
};
const level = ({ levels }: Estimated, name: string) => {
  const found = levels.find((one) => one.level === name);
  if (!found) throw new RangeError(name);
  return found;
};
const width = ({ low, high }: { low: number; high: number }) => high - low;
const scars = { indication: 'atrophic-acne-scars', region: 'face', modality: 'needling' } as const;

describe('acne scars, needles alone', () => {
  const answer = estimated(scars);

  test('levels are nested, bands contain each other', () => {
    const medians = ['any', '25', '50', '75'].map((name) => level(answer, name).median);
    expect(medians).toEqual([...medians].sort((a, b) => b - a));
    for (const { median, band50, band90 } of answer.levels) {
      expect(band90.low).toBeLessThanOrEqual(band50.low);
      expect(band50.low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(band50.high);
      expect(band50.high).toBeLessThanOrEqual(band90.high);
    }
  });

  test('most improve somewhat, few by three quarters; the worse are not counted by any arm', () => {
    expect(level(answer, 'any').median).toBeGreaterThan(75);
    expect(level(answer, '75').median).toBeLessThan(10);
    expect(level(answer, 'worse').countedIn).toBe(0);
    expect(width(level(answer, '50').band90)).toBeGreaterThan(60);
  });

  test('thirteen arms, whose weights add up; certainty very low, with the reasons', () => {
    expect(answer.arms.length).toBe(13);
    expect(answer.arms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const { shrinkage } of answer.arms) expect(shrinkage > 0 && shrinkage <= 1).toBe(true);
    expect(answer.certainty).toMatchObject({ grade: 'very low', startsAt: 'low' });
    expect(answer.certainty.domains[0]?.facts).toMatch(/4 % were in a randomised trial against sham/);
    expect(answer.leftOut.map(({ arm }) => arm)).toContain('garg2014-combo');
    expect(answer.statement).toMatch(/does not know the treatment/);
  });

  test('assessors who know see more', () => {
    const open = estimated({ ...scars, blinded: false });
    expect(level(open, '50').median).toBeGreaterThan(level(answer, '50').median + 10);
  });

  test('a region without data borrows, and is not more certain for it', () => {
    const neck = estimated({ ...scars, region: 'neck' });
    expect(neck.certainty.domains[2]?.concern).toBe('very serious');
    expect(width(level(neck, '25').band90)).toBeGreaterThanOrEqual(width(level(answer, '25').band90) - 3);
  });

  test('the phototype asked for bears on certainty alone', () => {
    const dark = estimated({ ...scars, phototype: 'VI' });
    expect(dark.levels).toEqual(answer.levels);
    expect(dark.certainty.domains[2]?.facts).toMatch(/8 % were in arms that took phototype VI/);
  });
});

test('no count of people for the indication and modality: no figure, but what exists', () => {
  const wrinkles = ask({ indication: 'fine-lines-and-wrinkles', region: 'face', modality: 'needling' });
  expect(wrinkles).toMatchObject({ status: 'explained only' });
  expect(wrinkles).not.toHaveProperty('levels');
  const pores = ask({ indication: 'enlarged-pores', modality: 'needling' });
  expect(pores.status === 'explained only' && pores.exists.length).toBeGreaterThan(0);
  const rejuvenation = ask({ indication: 'rejuvenation', modality: 'needling' });
  expect(rejuvenation).toMatchObject({
    reason: 'no arm of this indication and modality is in the table',
    exists: [],
  });
});

test('an indication with one arm is estimated, very uncertain, and says so', () => {
  const answer = estimated({ indication: 'enlarged-pores', region: 'face', modality: 'rf' });
  expect(answer.arms.length).toBe(1);
  expect(answer.certainty.domains[4]).toMatchObject({ concern: 'very serious' });
});

/** These fit the whole table again. */
const timeout = 240_000;

test('leaving a study out by weights agrees with leaving it out of the fit', { timeout }, () => {
  const arm = { ...scars, study: '', arm: '', regions: ['face'], isOpen: false } as const;
  const hundred = hundredPeople(predict(posterior, arm, 1))['50'];
  const alam = posterior.model.studies.find(({ id }) => id === 'alam2014');
  if (!alam) throw new RangeError('alam2014');
  const { weights, effective } = leaveOutWeights(posterior, alam);
  expect(effective).toBeGreaterThan(800);
  const rest = tableReading().used.filter(({ study }) => study !== 'alam2014');
  const refitted = bandsOf(hundredPeople(predict(fitPosterior(rest, options), arm, 1))['50']);
  const weighted = bandsOf(hundred, weights);
  // Medians of some 1000 draws from a band of 90 people wide: standard error about 1.5.
  expect(Math.abs(weighted.median - refitted.median)).toBeLessThanOrEqual(5);
  expect(Math.abs(weighted.band90.high - refitted.band90.high)).toBeLessThanOrEqual(5);
});

test('sensitivity: belief in the assessors and each study, for the headline', { timeout }, () => {
  const query = { indication: 'stretch-marks', region: 'body', modality: 'needling' } as const;
  const few = { seed: 1, draws: 100, warmup: 150, posterior };
  const answer = expectationFor(query, few);
  if (answer.status !== 'estimated') throw new RangeError(answer.reason);
  const [nothing, twice, open] = answer.sensitivity?.openLabel ?? [];
  expect(nothing?.median).toBeGreaterThan(twice?.median ?? NaN);
  expect(open?.median).toBeGreaterThan(level(answer, '50').median);
  expect(answer.sensitivity?.withoutStudy.map(({ study }) => study)).toEqual(['ali2017', 'nassar2016']);
});
