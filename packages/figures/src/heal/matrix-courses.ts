import type { CourseBands, EightyBand } from '@percuta/engine';
import { figure, type Figure, type FigureOptions } from '../svg.ts';
import { bandNote, percentText, spanText } from './band-words.ts';
import { drawMultiples } from './multiples.ts';

const names = [
  ['collagen I', 'Collagen I'],
  ['collagen III', 'Collagen III'],
  ['elastin', 'Elastin'],
  ['hyaluronan', 'Hyaluronan'],
] as const;

const percentOf = ({ tenth, middle, ninetieth }: EightyBand): EightyBand => ({
  tenth: 100 * (tenth - 1),
  middle: 100 * (middle - 1),
  ninetieth: 100 * (ninetieth - 1),
});

const sentenceOf = ({ bands, draws, times }: CourseBands): string => {
  const parts = names.map(([name]) => {
    const end = bands[name].at(-1);
    return end === undefined ? name : `${name} ${spanText(percentOf(end), draws)}`;
  });
  return `After ${Math.round((times.at(-1) ?? 0) / 86_400)} days, against resting skin and as the mean of the dermis: ${parts.join('; ')}.`;
};

/** Collagen I and III, elastin and hyaluronan over time, change against rest, with 80 % bands where there are draws. */
export const matrixCourses = (course: CourseBands, options: FigureOptions): Figure => {
  const { times, sessions, bands, draws } = course;
  const panels = names.map(([name, title]) => {
    const shown = bands[name].map(percentOf);
    const end = shown.at(-1);
    return {
      title,
      remark: end === undefined ? '' : `at the end ${spanText(end, draws)}`,
      bands: shown,
      rest: 0,
      tick: percentText,
    };
  });
  const { height, markup } = drawMultiples({ times, sessions, panels }, options.width);
  const note = `${bandNote(draws)} Change of the mean of the dermis against resting skin. Dotted upright lines: later sessions. Time is logarithmic from the first session. Scales differ from panel to panel.`;
  return figure(
    { ...options, height },
    { title: 'What the dermis is made of, over time', sentence: sentenceOf(course), note },
    markup,
  );
};
