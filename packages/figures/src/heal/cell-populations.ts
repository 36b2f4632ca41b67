import type { CourseBands, CourseName } from '@percuta/engine';
import { numberText } from '../evidence/axis.ts';
import { figure, type Figure, type FigureOptions } from '../svg.ts';
import { bandNote } from './band-words.ts';
import { drawMultiples } from './multiples.ts';

const day = 86_400;

interface Population {
  readonly name: CourseName;
  readonly title: string;
  readonly role: string;
  readonly rest: number;
}

const populations: readonly Population[] = [
  { name: 'neutrophils', title: 'Neutrophils', role: 'first to come, clear what is broken', rest: 0 },
  { name: 'macrophages', title: 'Macrophages', role: 'clear away and call for repair', rest: 0 },
  { name: 'fibroblasts', title: 'Fibroblasts', role: 'lay down collagen; 1 is resting skin', rest: 1 },
  { name: 'myofibroblasts', title: 'Myofibroblasts', role: 'lay down more and pull together', rest: 0 },
];

/** When the median of the first session stands highest, s. */
const peakTime = ({ times, sessions, bands }: CourseBands, name: CourseName): number => {
  const end = sessions[1] ?? Infinity;
  const [first] = bands[name];
  return bands[name].reduce(
    (best, { middle }, i) =>
      (times[i] ?? Infinity) < end && middle > best.value ? { value: middle, time: times[i] ?? 0 } : best,
    { value: first?.middle ?? 0, time: 0 },
  ).time;
};

const timeText = (time: number): string =>
  time < 2 * day ? `${Math.round(time / 3600)} hours` : `${Math.round(time / day)} days`;

/** Four kinds of cells over time; each in units of its own. */
export const cellPopulations = (course: CourseBands, options: FigureOptions): Figure => {
  const { times, sessions, bands, draws } = course;
  const panels = populations.map(({ name, title, role, rest }) => ({
    title,
    remark: role,
    bands: bands[name],
    rest,
    tick: (value: number) => numberText(value),
  }));
  const { height, markup } = drawMultiples({ times, sessions, panels }, options.width);
  const peaks = populations.map(
    ({ name, title }) => `${title.toLowerCase()} ${timeText(peakTime(course, name))}`,
  );
  return figure(
    { ...options, height },
    {
      title: 'Cells that come and go',
      sentence: `After the first session each kind stands highest after: ${peaks.join(', ')}.`,
      note: `${bandNote(draws)} Means of the dermis in the units of the model, in which 1 is the most that a wound draws in, or resting skin for fibroblasts. Scales differ from panel to panel; dotted upright lines: later sessions.`,
    },
    markup,
  );
};
