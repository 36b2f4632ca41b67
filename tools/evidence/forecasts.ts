/**
 * Fits the expectation model once and writes what it forecasts for every indication, modality and region, so that a
 * plan need not sample: node tools/run.mjs tools/evidence/forecasts.ts [--write]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, shown } from '@percuta/engine';
import {
  expectationFor,
  fitPosterior,
  indicationIds,
  swayOf,
  tableReading,
  withoutStudy,
  type CourseRegion,
  type Expectation,
} from '@percuta/evidence';
import { isMain, root } from '../sources.ts';

const file = join(root, 'packages', 'evidence', 'data', 'forecasts', 'forecasts.json');
/** Draws of each of four chains, and the seed: any change of them changes the file. */
const options = { seed: 5, draws: 2000, warmup: 1000 };
const regions = ['face', 'neck', 'body'] as const satisfies readonly CourseRegion[];
const modalities = ['needling', 'rf'] as const;

const entryOf = (expectation: Expectation) => {
  const { query } = expectation;
  if (expectation.status === 'explained only') {
    return { ...query, status: expectation.status, reason: expectation.reason };
  }
  const { status, statement, levels, arms, certainty, assessed, without = [] } = expectation;
  const median = levels.find(({ level }) => level === '50')?.median ?? NaN;
  return {
    ...query,
    status,
    statement,
    levels,
    studies: [...new Set(arms.map(({ evidence }) => evidence.study))],
    certainty,
    ...(assessed === undefined
      ? {}
      : { assessed: { low: shown(assessed.low, 'days'), high: shown(assessed.high, 'days') } }),
    swayedBy: swayOf(median, without).map(({ study, median, band90 }) => ({ study, median, band90 })),
  };
};

const everyStudy = (): string[] => [...new Set(tableReading().used.map(({ study }) => study))];

/** Every forecast with the hash of the evidence it was made from; `leftOut` are tried for whether they sway it. */
export const makeForecasts = (leftOut: readonly string[] = everyStudy()) => {
  const reading = tableReading();
  const posterior = fitPosterior(reading.used, options);
  const without = leftOut.map((study) => withoutStudy(posterior, study, reading.used, options));
  const entries = modalities.flatMap((modality) =>
    indicationIds.flatMap((indication) =>
      regions.map((region) =>
        entryOf(
          expectationFor(
            { indication, region, modality },
            { ...options, reading, posterior, without, withSensitivity: false },
          ),
        ),
      ),
    ),
  );
  // Through JSON, which writes the open ends of intervals as null.
  return {
    evidence: hashOf(JSON.parse(JSON.stringify(reading))),
    ...options,
    diagnostics: posterior.diagnostics,
    entries,
  };
};

if (isMain(import.meta.url)) {
  const text = `${JSON.stringify(makeForecasts(), undefined, 1)}\n`;
  if (process.argv.includes('--write')) writeFileSync(file, text);
  else process.stdout.write(text);
}
