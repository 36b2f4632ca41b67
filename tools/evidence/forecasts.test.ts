import { expect, test } from 'vitest';
import forecasts from '../../packages/evidence/data/forecasts/forecasts.json' with { type: 'json' };
import { makeForecasts } from './forecasts.ts';

/** Leaving out each study in turn takes half a minute; one of them stands for all, the command does the rest. */
const leftOut = 'ali2017';

test('the forecasts in the repository are those of the evidence and the model as they stand', () => {
  const entries = forecasts.entries.map((entry) =>
    'swayedBy' in entry
      ? { ...entry, swayedBy: entry.swayedBy.filter(({ study }) => study === leftOut) }
      : entry,
  );
  expect(JSON.parse(JSON.stringify(makeForecasts([leftOut])))).toEqual({ ...forecasts, entries });
  expect(entries.filter((entry) => 'swayedBy' in entry && entry.swayedBy.length > 0).length).toBeGreaterThan(
    10,
  );
  expect(forecasts.diagnostics.isSound).toBe(true);
}, 120_000);
