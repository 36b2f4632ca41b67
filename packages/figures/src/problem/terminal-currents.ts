import { shown, type Heating, type HeatProblem } from '@percuta/engine/heat';
import { element, figure, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';

const row = 22;
const head = 24;
const names = 130;
const values = 84;
const most = 64;

/** Current out of each electrode at the start, as bars to either side; undefined where nothing is driven. */
export const terminalCurrents = (
  problem: HeatProblem,
  { terminals }: Heating,
  options: FigureOptions,
): Figure | undefined => {
  const told = terminals
    .map(({ name, group, current }) => ({ name, group, at: current.find((value) => value !== 0) ?? 0 }))
    .slice(0, most);
  const largest = Math.max(0, ...told.map(({ at }) => Math.abs(at)));
  if (largest === 0) return undefined;
  const half = (options.width - names - values) / 2;
  const middle = names + half;
  const bars = told.map(({ name, group, at }, n) => {
    const y = head + n * row;
    const length = (Math.abs(at) / largest) * half;
    return (
      text(0, y + 14, name === group ? name : `${name}, ${group.replace(/^\(|\)$/g, '')}`, {}) +
      element('rect', {
        x: at < 0 ? middle - length : middle,
        y: y + 3,
        width: length,
        height: row - 8,
        fill: colour('accent'),
      }) +
      text(options.width, y + 14, shown(at, 'mA', 3), { anchor: 'end', colour: 'muted' })
    );
  });
  const sizes = told.map(({ at }) => Math.abs(at)).filter((at) => at > 0);
  return figure(
    { ...options, height: head + told.length * row + 6 },
    {
      title: problem.title,
      sentence: `At the start electrodes carry ${shown(Math.min(...sizes), 'mA', 3)} to ${shown(largest, 'mA', 3)} rms.`,
      note: `To the right: out of the electrode; to the left: into it.${terminals.length > most ? ` The first ${most} of ${terminals.length}.` : ''}`,
    },
    text(0, 14, 'current at the start, rms', { isBold: true }),
    element('path', { d: `M${middle} ${head}V${head + told.length * row}`, stroke: colour('grid') }),
    ...bars,
  );
};
