import { fitPosterior, tableReading } from '@percuta/evidence';
import { createRandom, diagnose, log, quantile, seriesOf, type Sample } from '@percuta/numerics';

/** As many draws as hold the error of a 95 % point below a tenth of a standard deviation. */
export const settings = { seed: 1, draws: 4000, sweeps: 60_000, kept: 6000, walkers: 4 } as const;

export interface Compared {
  readonly unknown: number;
  readonly nuts: readonly [number, number, number];
  readonly walk: readonly [number, number, number];
  /** Largest difference of the three quantiles in standard deviations of the unknown. */
  readonly difference: number;
  readonly walkRHat: number;
}

export interface LongRun {
  readonly settings: typeof settings;
  readonly largestDifference: number;
  readonly compared: readonly Compared[];
}

const shares = [0.05, 0.5, 0.95] as const;

/**
 * The posterior by another sampler: Metropolis, one unknown at a time, which uses no gradient. Proposals have
 * 2.4 standard deviations of the unknown given the rest, found during the first tenth.
 */
export function longRun(): LongRun {
  const { model, sample } = fitPosterior(tableReading().used, settings);
  const walkers = Array.from({ length: settings.walkers }, (_, i) =>
    walk(model.target.logDensity, sample, i),
  );
  const compared = Array.from({ length: sample.dimensions }, (_, unknown): Compared => {
    const ours = Float64Array.from(seriesOf(sample, unknown).flatMap((chain) => [...chain]));
    const chains = walkers.map((rows) => Float64Array.from(rows, (row) => row[unknown] ?? NaN));
    const theirs = Float64Array.from(chains.flatMap((chain) => [...chain]));
    const spread = (quantile(ours, 0.95) - quantile(ours, 0.05)) / 3.29;
    const nuts = shares.map((share) => quantile(ours, share));
    const other = shares.map((share) => quantile(theirs, share));
    const difference = Math.max(...nuts.map((value, i) => Math.abs(value - (other[i] ?? NaN)) / spread));
    const walkRHat = diagnose(chains).rHat;
    // Three shares, three quantiles.
    return { unknown, nuts: nuts as never, walk: other as never, difference, walkRHat };
  });
  return { settings, largestDifference: Math.max(...compared.map(({ difference }) => difference)), compared };
}

type LogDensity = (position: Float64Array, gradient: Float64Array) => number;

function walk(logDensity: LogDensity, sample: Sample, stream: number): readonly Float64Array[] {
  const random = createRandom(settings.seed, 5000 + stream);
  const { sweeps, kept } = settings;
  const unused = new Float64Array(sample.dimensions);
  const position = new Float64Array(sample.dimensions).fill(0.1);
  const scales = new Float64Array(sample.dimensions).fill(0.5);
  const rows: Float64Array[] = [];
  let current = logDensity(position, unused);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let i = 0; i < position.length; i++) {
      const before = position[i];
      position[i] += scales[i] * random.normal();
      const proposed = logDensity(position, unused);
      const isTaken = log(random.next()) < proposed - current;
      if (isTaken) current = proposed;
      else position[i] = before;
      // Robbins and Monro towards an acceptance of 0.44, the best for one dimension; off after a tenth.
      if (sweep < sweeps / 10) scales[i] *= isTaken ? 1.05 : 0.962;
    }
    if (sweep >= sweeps / 10 && sweep % Math.floor((0.9 * sweeps) / (kept / settings.walkers)) === 0)
      rows.push(position.slice());
  }
  return rows;
}
