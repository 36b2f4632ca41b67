import { bandOf, type DoseMap } from '@percuta/engine';
import { element, figure, pathOf, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';

type Band = ReturnType<typeof bandOf>;
type Row = DoseMap['rows'][number];

const height = 300;
const margin = { left: 56, right: 150, top: 40, bottom: 44 };

const widthsOf = (row: Row): Record<'dead' | 'coagulated', Band> => ({
  dead: row.deadWidth,
  coagulated: row.width,
});

/** Widths of dead and of coagulated tissue at a needle against the energy it would take, with their bands. */
export const doseFigure = (map: DoseMap, { id, width }: FigureOptions): Figure => {
  const { rows, device } = map;
  const most = Math.max(...rows.map(({ energy }) => energy));
  const widest = 1.1 * Math.max(1e-4, ...rows.map(({ deadWidth }) => deadWidth.high));
  const x = (energy: number): number => margin.left + (energy / most) * (width - margin.left - margin.right);
  const y = (value: number): number =>
    height - margin.bottom - (value / widest) * (height - margin.bottom - margin.top);
  const curve = (kind: 'dead' | 'coagulated'): string => {
    const bands = rows.map((row) => [x(row.energy), widthsOf(row)[kind]] as const);
    const token = kind === 'dead' ? 'caution' : 'limit';
    const last = bands.at(-1);
    return [
      element('path', {
        d: `${pathOf([...bands.map(([at, { high }]): [number, number] => [at, y(high)]), ...bands.toReversed().map(([at, { low }]): [number, number] => [at, y(low)])])}Z`,
        fill: colour(token),
        'fill-opacity': 0.25,
      }),
      element('path', {
        d: pathOf(bands.map(([at, { median }]): [number, number] => [at, y(median)])),
        stroke: colour(token),
        'stroke-width': 2,
        fill: 'none',
      }),
      last === undefined
        ? ''
        : text(last[0] + 8, y(last[1].median) + 4, kind === 'dead' ? 'cells die' : 'collagen coagulates'),
    ].join('');
  };
  const ticks = Array.from({ length: 5 }, (_, n) => (n / 4) * widest);
  const last = rows.at(-1);
  const words = {
    title: `What if: energy into one needle of ${device}`,
    sentence: `What if ${device} gave one needle ${(most * 1000).toFixed(0)} mJ: collagen would coagulate ${((last?.width.median ?? 0) * 1000).toFixed(2)} mm wide and cells die ${((last?.deadWidth.median ?? 0) * 1000).toFixed(2)} mm wide. Nobody knows what energy it delivers.`,
    note: `Medians with 5 to 95 % of draws. Assumed: ${map.assumed.join('; ')}.`,
  };
  return figure(
    { id, width, height },
    words,
    text(margin.left, 20, words.title, { isBold: true }),
    ...ticks.flatMap((value) => [
      element('path', { d: `M${margin.left} ${y(value)}H${width - margin.right}`, stroke: colour('grid') }),
      text(margin.left - 8, y(value) + 4, (value * 1000).toFixed(2), { anchor: 'end', colour: 'muted' }),
    ]),
    curve('dead'),
    curve('coagulated'),
    ...rows.map(({ energy }) =>
      text(x(energy), height - margin.bottom + 18, (energy * 1000).toFixed(0), {
        anchor: 'middle',
        colour: 'muted',
      }),
    ),
    text(margin.left, height - 8, 'energy into the needle, mJ; width, mm', { colour: 'muted' }),
  );
};
