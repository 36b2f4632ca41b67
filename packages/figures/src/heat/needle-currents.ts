import { shown } from '@percuta/engine';
import { element, figure, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { narrow, type HeatFigureInput } from './heat-input.ts';

const margin = 8;
const head = 22;
const cell = { wide: 84, narrow: 66 };

/** Current of every needle, seen from above: the area of a disc is the current, a ring marks the other pole. */
export const needleCurrents = ({ heating, device }: HeatFigureInput, options: FigureOptions): Figure => {
  const { array } = heating.input.energy;
  const most = Math.max(...heating.needles.map(({ current }) => current));
  const least = Math.min(...heating.needles.map(({ current }) => current));
  const room = (options.width - 2 * margin) / array.columns;
  const step = Math.min(options.width >= narrow ? cell.wide : cell.narrow, room);
  const largest = step * 0.32;
  const discs = heating.needles.map(({ needle, current }) => {
    const x = margin + (needle.column + 0.5) * step;
    const y = head + (needle.row + 0.42) * step;
    const radius = largest * Math.sqrt(current / most);
    const isRing = needle.group.endsWith('minus');
    return (
      element('circle', {
        cx: x,
        cy: y,
        r: radius,
        fill: colour(isRing ? 'surface' : 'accent'),
        stroke: colour('accent'),
        'stroke-width': 2,
      }) + text(x, y + largest + 14, shown(current, 'mA', 3), { anchor: 'middle', colour: 'muted' })
    );
  });
  return figure(
    { ...options, height: head + array.rows * step + margin },
    {
      title: `Current of each needle of ${device}`,
      sentence: `At the start of the shot needles carry ${shown(least, 'mA', 3)} to ${shown(most, 'mA', 3)} rms.`,
      note: 'Seen from above; the area of a disc is the current. Filled: one pole. Open: the other.',
    },
    text(margin, 14, 'current at the start of the shot, rms', { isBold: true }),
    ...discs,
  );
};
