import type { ArrayHeating } from './array-heating.ts';
import { heatQuantities, type HeatQuantity } from './heat-quantities.ts';

/** A quantity, in its own unit, over draws of the constants, the skin and the needles' depth. */
export interface HeatBand {
  readonly quantity: HeatQuantity;
  readonly median: number;
  /** Ends of the middle 80 % and 95 %. */
  readonly band80: readonly [number, number];
  readonly band95: readonly [number, number];
}

/** What many draws of a shot come to. */
export interface HeatEnsemble {
  readonly draws: number;
  readonly bands: readonly HeatBand[];
  /** One value a draw, by the name of the quantity. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** The value at a share of the draws by the nearest rank: distances may be endless, so nothing is interpolated. */
const atShare = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;

const bandOf = (quantity: HeatQuantity, values: Float64Array): HeatBand => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const pair = (outside: number): readonly [number, number] => [
    atShare(sorted, outside / 2),
    atShare(sorted, 1 - outside / 2),
  ];
  const [eighty, ninetyFive] = [1 - 8 / 10, 1 / (2 * 10)];
  return { quantity, median: atShare(sorted, 0.5), band80: pair(eighty), band95: pair(ninetyFive) };
};

/** The reported quantities of one draw, in their order. */
export type HeatRow = readonly number[];

export const heatRowOf = (heating: ArrayHeating): HeatRow => heatQuantities.map(({ of }) => of(heating));

/** Bands of every reported quantity. */
export const heatEnsembleOf = (rows: readonly HeatRow[]): HeatEnsemble => {
  const columns = new Map(
    heatQuantities.map(
      ({ name }, n) => [name, new Float64Array(rows.map((row) => row[n] ?? Number.NaN))] as const,
    ),
  );
  return {
    draws: rows.length,
    bands: heatQuantities.map((quantity) =>
      bandOf(quantity, columns.get(quantity.name) ?? new Float64Array()),
    ),
    columns,
  };
};
