import { quantiles } from '@percuta/numerics';

/** A quantity over the draws, in its own unit: median with the 5 % and 95 % points. */
export interface Band {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const shares = [0.5, 0.05, 0.95];

/** Median and quantiles at 5 and 95 % of draws, in the unit of the draws; NaN of none. */
export const bandOf = (values: Float64Array): Band => {
  const [median = Number.NaN, low = Number.NaN, high = Number.NaN] = quantiles(values, shares);
  return { median, low, high };
};

/** The band of f(x) for a monotone f: quantiles go through it unchanged, ends swapped where f falls. */
export const mapBand = (band: Band, f: (value: number) => number): Band => {
  const [a, b] = [f(band.low), f(band.high)];
  return { median: f(band.median), low: Math.min(a, b), high: Math.max(a, b) };
};

export const scaleBand = (band: Band, factor: number): Band => mapBand(band, (value) => value * factor);
