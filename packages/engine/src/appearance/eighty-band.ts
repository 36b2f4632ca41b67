import { quantiles } from '@percuta/numerics';

/** A quantity over the draws, in its own unit: median with the 10 % and 90 % points, an 80 % band. */
export interface EightyBand {
  readonly tenth: number;
  readonly middle: number;
  readonly ninetieth: number;
}

const shares = [1 / 10, 0.5, 9 / 10];

/** Quantiles at 10, 50 and 90 % of draws, in the unit of the draws; NaN of none. */
export const eightyBandOf = (values: ArrayLike<number>): EightyBand => {
  const [tenth = Number.NaN, middle = Number.NaN, ninetieth = Number.NaN] = quantiles(values, shares);
  return { tenth, middle, ninetieth };
};

/** A band for each time, from one series a draw; all series have the same length. */
export const eightyBandsOf = (series: readonly Float64Array[]): readonly EightyBand[] =>
  Array.from({ length: series[0]?.length ?? 0 }, (_, i) =>
    eightyBandOf(new Float64Array(series.map((values) => values[i] ?? Number.NaN))),
  );
