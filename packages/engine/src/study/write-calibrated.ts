import type { Calibrated, RowDistance } from './calibrate.ts';
import type { Study } from './study.ts';

const digits = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(6)) : null;

const writeRow = (study: Study, { row, distances, most, whole }: RowDistance) => ({
  row: row.row,
  distance: digits(whole),
  most: digits(most),
  distances: Object.fromEntries(
    (study.targets ?? []).map(({ output }, i) => [output, digits(distances[i] ?? Infinity)]),
  ),
  inputs: row.inputs,
});

/** A calibration as it is written to disk; a distance that is null has no number behind it. */
export const writeCalibrated = (study: Study, { rows, accepted, nearest, columns }: Calibrated) => ({
  kind: 'percuta calibration',
  version: 1,
  title: study.title,
  targets: study.targets ?? [],
  rows,
  accepted: accepted.map((one) => writeRow(study, one)),
  ...(nearest === undefined ? {} : { nearest: writeRow(study, nearest) }),
  columns,
});
