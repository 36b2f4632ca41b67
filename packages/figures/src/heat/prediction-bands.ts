import { element, figure, pathOf, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';

/** A measured value beside the bands predicted for it, all in one unit. */
export interface PredictedRow {
  readonly label: string;
  readonly measured: number;
  readonly median: number;
  readonly bands: readonly { readonly level: number; readonly low: number; readonly high: number }[];
}

/** Measured values beside the bands predicted for them, and the title above. */
export interface PredictionBandsInput {
  readonly title: string;
  readonly rows: readonly PredictedRow[];
}

const rowHeight = 22;
const margin = { left: 84, right: 20, top: 40, bottom: 40 };
const ticks = [0.25, 0.5, 0.67, 1, 1.5, 2, 4];
/** Half the height of a band, the narrowest the tallest, px. */
const halfHeights: readonly number[] = [7, 5, 2];

const edgesOf = (rows: readonly PredictedRow[]): readonly [number, number] => {
  const ratios = rows.flatMap(({ bands, measured }) =>
    bands.flatMap(({ low, high }) => [low / measured, high / measured]),
  );
  return [Math.min(0.67, ...ratios), Math.max(1.5, ...ratios)];
};

type Place = (ratio: number) => number;

const placeOf = (rows: readonly PredictedRow[], width: number): Place => {
  const [low, high] = edgesOf(rows);
  const decades = Math.log(high / low);
  const span = width - margin.left - margin.right;
  return (ratio) => margin.left + (Math.log(ratio / low) / decades) * span;
};

const drawRow = ({ label, measured, median, bands }: PredictedRow, y: number, x: Place): string =>
  [
    text(margin.left - 8, y + 4, label, { anchor: 'end' }),
    ...bands.map(({ low, high }, n) => {
      const half = halfHeights[n] ?? 2;
      const [from, to] = [x(low / measured), x(high / measured)];
      const box = { x: from, y: y - half, width: Math.max(1, to - from), height: 2 * half };
      return element('rect', { ...box, fill: colour('accent'), 'fill-opacity': 0.3 });
    }),
    element('circle', { cx: x(median / measured), cy: y, r: 3, fill: colour('ink') }),
  ].join('');

const holds = ({ bands, measured }: PredictedRow): boolean => {
  const widest = bands.at(-1);
  return widest !== undefined && widest.low <= measured && measured <= widest.high;
};

/** Predicted bands of several levels over what was measured, on one logarithmic axis. */
export const predictionBands = (
  { title, rows }: PredictionBandsInput,
  { id, width }: FigureOptions,
): Figure => {
  const x = placeOf(rows, width);
  const bottom = margin.top + rows.length * rowHeight;
  const [low, high] = edgesOf(rows);
  const line = (ratio: number) =>
    pathOf([
      [x(ratio), margin.top],
      [x(ratio), bottom],
    ]);
  return figure(
    { id, width, height: bottom + margin.bottom },
    {
      title,
      sentence: `${title}: the widest bands hold ${rows.filter(holds).length} of ${rows.length} measured values.`,
      note: 'Predicted over measured: 1 is agreement. The tallest box is the narrowest band; the dot is the median.',
    },
    text(0, 20, title, { isBold: true }),
    ...ticks
      .filter((ratio) => ratio >= low && ratio <= high)
      .flatMap((ratio) => [
        element('path', { d: line(ratio), stroke: colour(ratio === 1 ? 'ink' : 'grid') }),
        text(x(ratio), bottom + 16, String(ratio), { anchor: 'middle', colour: 'muted' }),
      ]),
    ...rows.map((row, n) => drawRow(row, margin.top + (n + 0.5) * rowHeight, x)),
    text((margin.left + width) / 2, bottom + 34, 'predicted over measured', { anchor: 'middle' }),
  );
};
