import type { Kernels } from '@percuta/numerics';
import { healKernelsOf } from '../kernels/heal-kernels.ts';
import { speciesIds } from '../species/species.ts';

const width = speciesIds.length;

/** A field of the tissue with one row of places for each state, as the kernels of healing take it. */
export interface FieldRows {
  /** Doubles of a row: the places, and up to three more whose values do not matter. */
  readonly lead: number;
  /** Byte offset of the row of a state; there is room for a row before the first and after the last. */
  readonly row: (state: number) => number;
  /** One row as an array. */
  readonly values: (state: number) => Float64Array;
  /** Takes a field whose index is species + 25 × place, and gives it back. */
  readonly read: (y: Float64Array) => void;
  readonly write: (y: Float64Array) => void;
}

export const createFieldRows = (places: number, kernels: Kernels): FieldRows => {
  const run = healKernelsOf(kernels);
  const lead = Math.ceil(places / 4) * 4;
  const flat = kernels.doubles(places * width);
  const rows = kernels.doubles((width + 2) * lead);
  const row = (state: number): number => rows.offset + 8 * lead * (state + 1);
  return {
    lead,
    row,
    values: (state) => rows.data.subarray(lead * (state + 1), lead * (state + 1) + places),
    read: (y) => {
      flat.data.set(y);
      run.toRows(row(0), flat.offset, width, places, lead);
    },
    write: (y) => {
      run.fromRows(flat.offset, row(0), width, places, lead);
      y.set(flat.data);
    },
  };
};
