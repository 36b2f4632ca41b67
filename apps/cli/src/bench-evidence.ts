import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitPosterior, pool, tableReading } from '@percuta/evidence';
import { cachedPosterior } from './posterior-cache.ts';

/** Median and range over the rounds, ms, and what it has to stay under on one core. */
export interface EvidenceTiming {
  readonly what: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly limit: number;
}

const rounds = 5;
/** Fits of one round: one takes a fraction of a millisecond. */
const fits = 200;
/** Few draws, but enough to meet what is asked of a fit that is reported. */
const settings = { seed: 1, draws: 1200, warmup: 500 };

const thirty = Array.from({ length: 30 }, (_, i) => ({
  estimate: ((i * 7) % 11) / 10,
  variance: 0.02 + ((i * 5) % 13) / 100,
}));

const timed = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

const poolThirty = (): void => {
  for (let i = 0; i < fits; i += 1) pool(thirty);
};

const fit = (): void => {
  const { diagnostics } = fitPosterior(tableReading().used, settings);
  if (!diagnostics.isSound) throw new Error('the fit that is timed did not settle');
};

const summary = (what: string, limit: number, times: readonly number[]): EvidenceTiming => {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    what,
    limit,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
  };
};

/** Pooling of thirty studies (REML, Hartung-Knapp), the posterior of the whole study table, and the same from its kept draws. */
export const evidenceTimings = (): EvidenceTiming[] => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-bench-'));
  try {
    const read = (): void => void cachedPosterior(settings, folder);
    const jobs = [poolThirty, fit, read];
    for (const job of jobs) job();
    const times = Array.from({ length: rounds }, () => jobs.map(timed));
    const of = (job: number): number[] => times.map((round) => round[job] ?? 0);
    return [
      summary(
        'pooling 30 studies',
        5,
        of(0).map((time) => time / fits),
      ),
      summary('posterior, 4 chains of 1200 draws', 3000, of(1)),
      summary('the same from kept draws', 3000, of(2)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
