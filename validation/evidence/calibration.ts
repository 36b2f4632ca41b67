import { rankAmong, rankedQuantities, rankOnce, tableReading, type Ranks } from '@percuta/evidence';
import { chiSquaredTail } from '@percuta/numerics';

export const settings = { draws: 250, warmup: 250, replications: 400, bins: 10 } as const;

export interface Histogram {
  readonly quantity: string;
  readonly counts: readonly number[];
  /** Of χ² against level ranks; nine such values are expected to hold one below 0.11. */
  readonly p: number;
}

export interface Calibration {
  readonly settings: typeof settings;
  readonly histograms: readonly Histogram[];
  /** Of each replication, its number being the seed. */
  readonly ranks: readonly Ranks[];
}

/** The replication with this seed. */
export function replication(seed: number): Ranks {
  const { draws, warmup } = settings;
  return rankOnce(tableReading().used, { seed, draws, warmup });
}

export function calibration(): Calibration {
  const ranks = Array.from({ length: settings.replications }, (_, i) => replication(i + 1));
  return { settings, histograms: histogramsOf(ranks), ranks };
}

export function histogramsOf(ranks: readonly Ranks[]): readonly Histogram[] {
  const { bins } = settings;
  const expected = ranks.length / bins;
  return rankedQuantities.map((quantity) => {
    const counts = Array.from({ length: bins }, () => 0);
    for (const rank of ranks) counts[Math.floor((rank[quantity] * bins) / (rankAmong + 1))]++;
    const chi2 = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    return { quantity, counts, p: chiSquaredTail(chi2, bins - 1) };
  });
}
