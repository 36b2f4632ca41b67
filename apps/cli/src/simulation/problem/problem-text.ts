import { shown, writeHeatSolution, type Heating, type HeatProblem } from '@percuta/engine/heat';
import { table } from '../../table.ts';
import { channelNotes } from './channel-notes.ts';

const rounded = (value: number, unit: string): string => shown(value, unit, 4);

const channelRows = ({ channels }: Heating): string[][] =>
  channels.map(({ name, voltage, current, power, energy, resistance }) => {
    const on = resistance.filter(Number.isFinite);
    return [
      name,
      on.length === 0 ? 'never on' : `${rounded(on[0] ?? NaN, 'ohm')} to ${rounded(on.at(-1) ?? NaN, 'ohm')}`,
      rounded(Math.max(0, ...voltage), 'V'),
      rounded(Math.max(0, ...current), 'A'),
      rounded(Math.max(0, ...power), 'W'),
      rounded(energy.at(-1) ?? 0, 'mJ'),
    ];
  });

const temperatures = ({ peaks, peakSlacks, vapour, vapourSlacks, times }: Heating): string => {
  if (times.length === 0) return '';
  const peak = Math.max(...peaks);
  const slack = peakSlacks[peaks.indexOf(peak)] ?? NaN;
  const boiled = Math.max(...vapour);
  const rest = vapourSlacks[vapour.indexOf(boiled)] ?? NaN;
  const open = boiled > 0 ? ` (a finer mesh may add ${shown(rest, '%', 2)})` : '';
  return (
    `Highest temperature ${rounded(peak, '°C')} (a finer mesh may add ${shown(slack, 'K', 2)}), ` +
    `largest share of water boiled in a cell ${shown(boiled, '%', 3)}${open}, followed for ${rounded(times.at(-1) ?? NaN, 's')}.`
  );
};

const list = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : table(heads, rows);

const effortText = ({ effort: { cells, steps } }: Heating): string =>
  cells[0] === 0 ? '' : `${cells.join(' × ')} cells, ${steps} steps.`;

/** The solution of a heat problem on a terminal. */
export const problemText = (problem: HeatProblem, heating: Heating, files: readonly string[]): string => {
  const { resistances, probes, contours, histories } = writeHeatSolution(problem, heating);
  return [
    problem.title,
    list(
      ['resistance', ''],
      resistances.map(({ name, real, imaginary }) => [
        name,
        imaginary === undefined ? real : `${real}, imaginary part ${imaginary}`,
      ]),
    ),
    list(['channel', 'resistance', 'highest voltage', 'current', 'power', 'energy'], channelRows(heating)),
    channelNotes(problem, heating).join('\n'),
    temperatures(heating),
    list(
      ['probe', 'quantity', 'at the start', 'at the end'],
      probes.map(({ name, quantity, values }) => [name, quantity, values[0] ?? '', values.at(-1) ?? '']),
    ),
    list(
      ['contour', 'time', 'level', 'volume', 'zones: x; y; depth'],
      contours.map(({ name, time, level, volume, zones }) => [
        name,
        time,
        level,
        volume,
        zones.map(({ x, y, depth }) => `${x}; ${y}; ${depth}`).join(' | ') || 'none',
      ]),
    ),
    list(
      ['history', 'kinetics', 'damage'],
      histories.map(({ name, kinetics, damage }) => [name, kinetics, String(damage)]),
    ),
    effortText(heating),
    files.length === 0 ? '' : `Written: ${files.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};
