import { expect, test } from 'vitest';
import { indicationIds, phototypes } from '../course/indication.ts';
import { courseRegions, routes } from '../course/protocol-schema.ts';
import { forecastFor } from '../forecast/forecasts.ts';
import { holdsDeviceSetting } from './device-setting.ts';
import { expectedOf } from './expected.ts';

test('people of 100 with how few and how many it could be, the same numbers as the forecast', () => {
  const { shares, certainty, notes } = expectedOf({
    indication: 'atrophic-acne-scars',
    route: 'needling',
    region: 'face',
    phototype: 'IV',
  });
  const forecast = forecastFor('atrophic-acne-scars', 'needling', 'face');
  if (forecast.status !== 'estimated') throw new Error(forecast.reason);
  const half = forecast.levels.find(({ level }) => level === '50');
  expect(shares).toContainEqual({
    middle: half?.median,
    fewest: half?.band90.low,
    most: half?.band90.high,
    text: 'Of 100 people like those in the studies, about 29 may look at least half better. It could be 1 to 90.',
  });
  expect(certainty).toBe('very low');
  expect(notes).toContainEqual({ text: 'The studies looked 4 to 26 weeks after the last visit.' });
});

test('no change and worse are never people where nobody counted them', () => {
  const { shares, notes } = expectedOf({ indication: 'stretch-marks', route: 'needling', region: 'body' });
  expect(shares.map(({ text }) => text).join(' ')).not.toMatch(/worse|no change/);
  expect(notes.map(({ text }) => text).join(' ')).toContain('Nobody has counted well how many see no change');
});

test('without people counted there is no number at all', () => {
  const told = expectedOf({ indication: 'fine-lines-and-wrinkles', route: 'needling', region: 'face' });
  expect(told).toMatchObject({ shares: [] });
  expect(told.certainty).toBeUndefined();
  expect(told.notes.map(({ text }) => text).join(' ')).not.toMatch(/\d/);
});

test('no device setting, whatever is asked', () => {
  const texts = indicationIds.flatMap((indication) =>
    routes.flatMap((route) =>
      courseRegions.flatMap((region) =>
        phototypes.flatMap((phototype) => {
          const { shares, notes } = expectedOf({ indication, route, region, phototype });
          return [...shares, ...notes].map(({ text }) => text);
        }),
      ),
    ),
  );
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter(holdsDeviceSetting)).toEqual([]);
});
