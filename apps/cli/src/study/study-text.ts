import type { Calibrated, ColumnShare, OutputSummary, RowStatus, StudyRow } from '@percuta/engine';
import { table } from '../table.ts';
import type { Finished } from './finish-study.ts';

const number = (value: number | undefined, digits = 3): string =>
  value === undefined ? '' : String(Number(value.toPrecision(digits)));

const spreadTable = (summary: readonly OutputSummary[]): string =>
  table(
    ['output', 'unit', 'rows', 'mean', '5 %', 'median', '95 %', ''],
    summary.map(({ output, unit, rows, mean, low, median, high, note }) => [
      output,
      unit,
      String(rows),
      ...[mean, low, median, high].map((value) => number(value)),
      note ?? '',
    ]),
  );

const morrisTable = ({ output, unit, morris }: OutputSummary): string[] =>
  morris === undefined
    ? []
    : [
        table(
          [`${output} [${unit}]`, 'mu*', '± se', 'sigma', 'mu'],
          Object.entries(morris)
            .toSorted(([, a], [, b]) => b.meanAbsolute - a.meanAbsolute)
            .map(([column, effect]) => [
              column,
              ...[effect.meanAbsolute, effect.standardError, effect.sigma, effect.mean].map((value) =>
                number(value),
              ),
            ]),
        ),
      ];

const percent = (value: number): string => `${Math.round(value * 100)} %`;

const sobolTable = ({ output, sobol }: OutputSummary): string[] =>
  sobol === undefined
    ? []
    : [
        table(
          [output, 'alone', '95 %', 'in all', '95 %'],
          Object.entries(sobol)
            .toSorted(([, a], [, b]) => b.total.value - a.total.value)
            .map(([column, { first, total }]) => [
              column,
              percent(first.value),
              `${percent(first.low)} to ${percent(first.high)}`,
              percent(total.value),
              `${percent(total.low)} to ${percent(total.high)}`,
            ]),
        ),
      ];

const shareText = (share: ColumnShare | undefined): string => {
  if (share === undefined) return 'none';
  if ('median' in share && 'unit' in share) {
    const { median, low, high, unit } = share;
    return `${number(Number(median))} (${number(Number(low))} to ${number(Number(high))}) ${unit}`.trim();
  }
  return Object.entries(share)
    .map(([value, part]) => `${value} ${percent(Number(part))}`)
    .join(', ');
};

const calibrationText = ({ rows, accepted, nearest, columns }: Calibrated): string[] => [
  `Accepted: ${accepted.length} of ${rows} rows${
    nearest === undefined
      ? ''
      : `; the nearest, row ${nearest.row.row}, is ${number(nearest.most)} standard deviations from its worst target`
  }`,
  table(
    ['column (median, 5 to 95 %)', 'before', 'accepted'],
    Object.entries(columns).map(([name, { before, after }]) => [name, shareText(before), shareText(after)]),
  ),
];

const statuses: readonly RowStatus[] = ['outside model', 'bad input', 'failed'];

const endText = (rows: readonly StudyRow[]): string[] =>
  statuses.flatMap((status) => {
    const [first, ...rest] = rows.filter((row) => row.status === status);
    return first === undefined
      ? []
      : [`${rest.length + 1} rows ended as ${status}; row ${first.row}: ${first.problem ?? ''}`];
  });

/** What a finished study prints. */
export const studyText = (
  title: string,
  computed: number,
  { rows, summary, calibrated, hash, files }: Finished,
  note: string | undefined,
): string =>
  [
    `${title}: ${rows.length} rows, ${computed} computed in this run`,
    spreadTable(summary),
    ...summary.flatMap(morrisTable),
    ...summary.flatMap(sobolTable),
    ...(calibrated === undefined ? [] : calibrationText(calibrated)),
    ...endText(rows),
    ...(note === undefined ? [] : [note]),
    `Results: ${hash}`,
    `Written: ${files.join(', ')}`,
  ].join('\n\n');
