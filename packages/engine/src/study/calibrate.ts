import { mean, quantiles } from '@percuta/numerics';
import { BadInput } from '../error.ts';
import type { StudyRow } from './chunk.ts';
import type { Cell } from './column.ts';
import { columnName, type Study } from './study.ts';
import { numberOf } from './summarise.ts';

/** How far a row is from the targets, in standard deviations. */
export interface RowDistance {
  readonly row: StudyRow;
  /** Of each target, in their order; infinite where the row has no number. */
  readonly distances: readonly number[];
  /** The largest of them: the implausibility of history matching. */
  readonly most: number;
  /** Root of their mean square. */
  readonly whole: number;
}

/** What is left of a column: 5 %, median and 95 % of a range, or how often each value of a list. */
export type ColumnShare =
  | { readonly unit: string; readonly low: number; readonly median: number; readonly high: number }
  | Readonly<Record<string, number>>;

/** What a calibration came to. */
export interface Calibrated {
  readonly rows: number;
  /** Nearest first. */
  readonly accepted: readonly RowDistance[];
  /** The row nearest to all targets together, accepted or not. */
  readonly nearest: RowDistance | undefined;
  /** Of each column before, over all rows, and after, over the accepted ones; undefined where none was. */
  readonly columns: Readonly<
    Record<string, { readonly before: ColumnShare; readonly after: ColumnShare | undefined }>
  >;
}

const distancesOf = (study: Study, row: StudyRow): RowDistance => {
  const distances = (study.targets ?? []).map(({ output, value, sd }) => {
    const found = numberOf(row.outputs[output] ?? null);
    const [aim, spread] = [numberOf(value), numberOf(sd)];
    if (found === undefined || aim === undefined || spread === undefined || found.unit !== aim.unit) {
      return Infinity;
    }
    return Math.abs(found.value - aim.value) / spread.value;
  });
  const squares = new Float64Array(distances.map((distance) => distance * distance));
  return { row, distances, most: Math.max(...distances), whole: Math.sqrt(mean(squares)) };
};

const byDistance = (a: RowDistance, b: RowDistance): number => a.whole - b.whole || a.row.row - b.row.row;

const shareOf = (cells: readonly Cell[]): ColumnShare | undefined => {
  if (cells.length === 0) return undefined;
  const numbers = cells.map(numberOf);
  const known = numbers.filter((one) => one !== undefined);
  const [first] = known;
  if (first === undefined || known.length < cells.length) {
    const counts = Map.groupBy(cells, String);
    return Object.fromEntries([...counts].map(([value, same]) => [value, same.length / cells.length]));
  }
  const values = new Float64Array(known.map(({ value }) => value));
  const [low = 0, median = 0, high = 0] = quantiles(values, [0.05, 0.5, 0.95]);
  return { unit: first.unit, low, median, high };
};

const cellsOf = (rows: readonly StudyRow[], name: string): Cell[] =>
  rows.flatMap(({ inputs }) => (inputs[name] === undefined ? [] : [inputs[name]]));

/**
 * Holds the rows of a calibration against its targets. A row is accepted where no output is further from its target than
 * `most` standard deviations (history matching; Craig et al., J. R. Stat. Soc. B 58:1, 1996, with the cut of Pukelsheim,
 * Am. Stat. 48:88, 1994); with `share`, of these the nearest to all targets together, that share of all rows (rejection,
 * as approximate Bayesian computation has it). Throws BadInput for a study of another design.
 */
export const calibrateStudy = (study: Study, rows: readonly StudyRow[]): Calibrated => {
  const { design } = study;
  if (design.kind !== 'calibration') {
    throw new BadInput([
      { path: 'design.kind', given: design.kind, problem: 'is no calibration', remedy: 'use "calibration"' },
    ]);
  }
  const told = rows.map((row) => distancesOf(study, row)).toSorted(byDistance);
  const near = told.filter(({ most }) => most <= design.most);
  const accepted =
    design.share === undefined ? near : near.slice(0, Math.max(1, Math.round(design.share * rows.length)));
  const left = accepted.map(({ row }) => row);
  const columns = study.columns.map((column) => {
    const name = columnName(column);
    const before = shareOf(cellsOf(rows, name)) ?? {};
    return [name, { before, after: shareOf(cellsOf(left, name)) }] as const;
  });
  const [nearest] = told;
  return { rows: rows.length, accepted, nearest, columns: Object.fromEntries(columns) };
};
