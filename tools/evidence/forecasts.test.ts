import { expect, test } from 'vitest';
import forecasts from '../../packages/evidence/data/forecasts/forecasts.json' with { type: 'json' };
import { makeForecasts } from './forecasts.ts';

test('the forecasts in the repository are those of the evidence and the model as they stand', () => {
  expect(JSON.parse(JSON.stringify(makeForecasts()))).toEqual(forecasts);
  expect(forecasts.diagnostics.isSound).toBe(true);
}, 120_000);
