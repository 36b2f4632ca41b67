import { rangesOf } from './front.ts';

/** Some of several costs, and how well they stand for all. */
export interface Thinned {
  /** Indices of what stays, in their order. */
  readonly indices: readonly number[];
  /** For all that is left out something stays that is worse by no more than this share of the range in any cost. */
  readonly within: number;
}

/** Costs as shares of their ranges, one row each. */
const rowsOf = (costs: readonly Float64Array[]): { readonly rows: Float64Array; readonly width: number } => {
  const { least, most, differing } = rangesOf(costs);
  const width = differing.length;
  const rows = new Float64Array(width * costs.length);
  costs.forEach((own, n) => {
    differing.forEach((k, i) => {
      const [from = 0, to = 0] = [least[k], most[k]];
      rows[n * width + i] = ((own[k] ?? 0) - from) / (to - from);
    });
  });
  return { rows, width };
};

/**
 * Some of many costs on a front that stand for all: `kept` stay, and to these comes again and again what is least well
 * stood for, until there are `most`. A course stands for another as well as it is no worse than it in any cost.
 */
export const thinFront = (
  costs: readonly Float64Array[],
  { most, kept }: { readonly most: number; readonly kept: readonly number[] },
): Thinned => {
  const { rows, width } = rowsOf(costs);
  const worse = new Float64Array(costs.length).fill(Infinity);
  const chosen = new Set<number>();
  const take = (one: number): void => {
    chosen.add(one);
    for (let n = 0; n < costs.length; n += 1) {
      let lag = 0;
      for (let i = 0; i < width; i += 1) {
        const by = (rows[one * width + i] ?? 0) - (rows[n * width + i] ?? 0);
        if (by > lag) lag = by;
      }
      if (lag < (worse[n] ?? 0)) worse[n] = lag;
    }
  };
  const furthest = (): number => worse.reduce((best, by, n) => (by > (worse[best] ?? 0) ? n : best), 0);
  for (const one of kept) take(one);
  while (chosen.size < Math.min(most, costs.length) && (worse[furthest()] ?? 0) > 0) take(furthest());
  return { indices: [...chosen].sort((a, b) => a - b), within: worse[furthest()] ?? 0 };
};
