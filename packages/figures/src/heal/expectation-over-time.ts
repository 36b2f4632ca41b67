import type { EstimatedCourse, EightyBand, TimedLevel } from '@percuta/engine';
import { drawTicks, place, type Axis } from '../evidence/axis.ts';
import { element, figure, pathOf, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';

const week = 7 * 86_400;
const plotHeight = 130;
const axisWidth = 34;
const lineHeight = 15;
const thinSpace = '\u202f';

const titles: Readonly<Record<TimedLevel['level'], string>> = {
  '25': 'A quarter better or more',
  '50': 'Half better or more',
  '75': 'Three quarters better or more',
};

interface Panel {
  readonly top: number;
  readonly axis: Axis;
}

const yOf = (top: number, people: number): number => top + 30 + (1 - people / 100) * plotHeight;

const bandPath = (
  { top, axis }: Panel,
  course: EstimatedCourse,
  pick: (level: TimedLevel) => { readonly low: number; readonly high: number },
  name: TimedLevel['level'],
): string => {
  const points = (side: 'low' | 'high'): [number, number][] =>
    course.moments.flatMap(({ time, levels }): [number, number][] => {
      const level = levels.find((one) => one.level === name);
      return level === undefined ? [] : [[place(axis, time / week), yOf(top, pick(level)[side])]];
    });
  return `${pathOf(points('high'))}${pathOf(points('low').toReversed()).replace('M', 'L')}Z`;
};

const medianPath = ({ top, axis }: Panel, course: EstimatedCourse, name: TimedLevel['level']): string =>
  pathOf(
    course.moments.flatMap(({ time, levels }): [number, number][] => {
      const level = levels.find((one) => one.level === name);
      return level === undefined ? [] : [[place(axis, time / week), yOf(top, level.median)]];
    }),
  );

const peopleTicks = ({ top, axis }: Panel): string =>
  [0, 50, 100]
    .map((people) => {
      const y = yOf(top, people);
      return (
        element('path', {
          d: `M${px(axis.left)} ${px(y)}H${px(axis.left + axis.width)}`,
          stroke: colour('grid'),
        }) + text(axis.left - 6, y + 4, String(people), { colour: 'muted', anchor: 'end' })
      );
    })
    .join('');

const sessionMarks = ({ top, axis }: Panel, sessions: readonly number[]): string =>
  sessions
    .map((time) =>
      element('path', {
        d: `M${px(place(axis, time / week))} ${px(yOf(top, 100))}V${px(yOf(top, 0))}`,
        stroke: colour('limit'),
        'stroke-dasharray': '2 3',
      }),
    )
    .join('');

const drawPanel = (panel: Panel, course: EstimatedCourse, name: TimedLevel['level']): string =>
  [
    text(0, panel.top + 12, titles[name], { isBold: true }),
    peopleTicks(panel),
    sessionMarks(panel, course.sessions),
    element('path', {
      d: bandPath(panel, course, ({ band90 }) => band90, name),
      fill: colour('accent'),
      'fill-opacity': 0.16,
    }),
    element('path', {
      d: bandPath(panel, course, ({ band50 }) => band50, name),
      fill: colour('accent'),
      'fill-opacity': 0.28,
    }),
    element('path', {
      d: medianPath(panel, course, name),
      fill: 'none',
      stroke: colour('accent'),
      'stroke-width': 2,
    }),
    drawTicks(panel.axis, yOf(panel.top, 0)),
  ].join('');

const percent = (value: number): string => String(Math.round(100 * value));

const shareText = ({ tenth, middle, ninetieth }: EightyBand, draws: number): string => {
  return draws < 2
    ? `${percent(middle)}${thinSpace}%`
    : `${percent(middle)}${thinSpace}% (${percent(tenth)} to ${percent(ninetieth)})`;
};

const sentenceOf = ({ moments, draws, sessions }: EstimatedCourse): string => {
  const last = sessions.at(-1) ?? 0;
  const after = moments.find(({ time }) => time >= last + 12 * week) ?? moments.at(-1);
  return after === undefined
    ? 'There is no course to show.'
    : `In week ${Math.round(after.time / week)}, ${shareText(after.share, draws)} of what is built until trials read at the latest is built; how much that is worth is known from trials alone.`;
};

const standingText = ({ standing }: EstimatedCourse): string =>
  standing
    .filter(({ level }) => level !== 'any')
    .map(
      ({ level, median, band90 }) =>
        `${level === 'worse' ? 'worse' : 'no change'} ${median}${thinSpace}% (${band90.low} to ${band90.high})`,
    )
    .join(', ');

/** How many of 100 people stand at a level in which week: the shape by the model of healing, the size by trials. */
export const expectationOverTime = (course: EstimatedCourse, options: FigureOptions): Figure => {
  const names = course.moments[0]?.levels.map(({ level }) => level) ?? [];
  const axis = {
    low: 0,
    high: course.readBy / week,
    left: axisWidth,
    width: options.width - axisWidth - 10,
  };
  const panelHeight = plotHeight + 66;
  const below = names.length * panelHeight;
  const words = wrap(
    `At every time the chances that trials leave: ${standingText(course)}.`,
    options.width - 8,
  );
  const note = `${course.statement} People of 100 like those studied: line median, dark band 50${thinSpace}%, pale band 90${thinSpace}% of studies${course.draws < 2 ? '; the shape is of a single run, so its own uncertainty is not in the bands' : ' and calibrated draws of healing'}. Dotted upright lines: sessions. Nobody has counted when people get worse or stay as they are.`;
  return figure(
    { ...options, height: below + 22 + words.length * lineHeight },
    { title: 'When what trials expect comes about', sentence: sentenceOf(course), note },
    ...names.map((name, i) => drawPanel({ top: i * panelHeight, axis }, course, name)),
    text(0, below + 6, 'Weeks since the first session', { colour: 'muted' }),
    ...words.map((line, i) => text(0, below + 24 + i * lineHeight, line)),
  );
};
