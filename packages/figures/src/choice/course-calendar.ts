import { element, figure, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';

/**
 * One course on its calendar: sessions, days of redness after each, and when the result is judged. Times are in
 * days.
 */
export interface CourseCalendarInput {
  readonly letter: string;
  /** Days since the first session. */
  readonly sessions: readonly number[];
  /** Days since the first session on which the result is looked at; empty where that is not worked out. */
  readonly judged: readonly number[];
  /** Days of visible redness after a session; undefined where that is not worked out. */
  readonly redness: number | undefined;
  /** Where the axis is divided: months of a calendar, or weeks. */
  readonly ticks: readonly { readonly day: number; readonly text: string }[];
  /** How a day is called: a date, or a number of days. */
  readonly dayText: (day: number) => string;
}

const height = 132;
const [left, right] = [14, 14];
const line = 62;
const lineHeight = 15;
/** px; what is narrower than a label. */
const labelRoom = 84;

const sentenceOf = ({ letter, sessions, judged, redness, dayText }: CourseCalendarInput): string => {
  const last = sessions.at(-1) ?? 0;
  const visits = `Course ${letter}: ${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'} from ${dayText(0)} to ${dayText(last)}`;
  const red =
    redness === undefined
      ? ''
      : `; after each about ${Number(redness.toPrecision(2))} days of visible redness`;
  const end = judged.at(-1);
  return `${visits}${red}${end === undefined ? '' : `; the result is judged on ${dayText(end)}`}.`;
};

interface Event {
  readonly day: number;
  readonly title: string;
  readonly markup: (x: number) => string;
}

const sessionMark =
  (number: number) =>
  (x: number): string =>
    element('circle', { cx: x, cy: line, r: 10, fill: colour('accent') }) +
    text(x, line + 4, String(number), { colour: 'onaccent', anchor: 'middle', isBold: true });

const checkMark = (x: number): string =>
  element('path', {
    d: `M${px(x)} ${line - 8}L${px(x + 8)} ${line}L${px(x)} ${line + 8}L${px(x - 8)} ${line}Z`,
    fill: colour('surface'),
    stroke: colour('accent'),
    'stroke-width': 2,
  });

/** A day on which the result is looked at before the next visit has one mark, that of the visit. */
const eventsOf = ({ sessions, judged }: CourseCalendarInput): Event[] =>
  [
    ...sessions.map((day, i) => ({
      day,
      title: judged.includes(day) ? `look again, visit ${i + 1}` : `visit ${i + 1}`,
      markup: sessionMark(i + 1),
    })),
    ...judged
      .filter((day) => !sessions.includes(day))
      .map((day) => ({
        day,
        title: day === judged.at(-1) ? 'judge the result' : 'look again',
        markup: checkMark,
      })),
  ].toSorted((a, b) => a.day - b.day);

/** Labels that would run into one another stand on two rows; one that still has no room is left to the sentence. */
const labelsOf = (events: readonly Event[], x: (day: number) => number, dayText: (day: number) => string) => {
  const ends = [-Infinity, -Infinity];
  return events.map(({ day, title }, i) => {
    const at = x(day);
    const row = ends.findIndex((end) => at - labelRoom / 2 >= end);
    if (row < 0) return '';
    ends[row] = at + labelRoom / 2;
    const top = line + 26 + row * 2 * lineHeight;
    const anchor = i === 0 ? 'start' : i === events.length - 1 ? 'end' : 'middle';
    const from = anchor === 'start' ? at - 10 : anchor === 'end' ? at + 10 : at;
    return (
      text(from, top, dayText(day), { anchor, isBold: true }) +
      text(from, top + lineHeight - 1, title, { colour: 'muted', anchor })
    );
  });
};

/** The sessions of a course on a calendar: visits, how long redness shows after each, and when the result is judged. */
export const courseCalendar = (input: CourseCalendarInput, options: FigureOptions): Figure => {
  const { sessions, judged, redness = 0, ticks, dayText } = input;
  const last = Math.max(...sessions.map((day) => day + redness), ...judged, 1);
  const end = options.width - right;
  const x = (day: number): number => left + 10 + (day / last) * (end - left - 20);
  const events = eventsOf(input);
  const shown = ticks.filter(({ day }) => day >= 0 && day <= last);
  const space = Math.ceil((shown.length * 74) / Math.max(end - left, 1));
  return figure(
    { ...options, height },
    {
      title: `Course ${input.letter} on the calendar`,
      sentence: sentenceOf(input),
      note: 'Numbered dots are visits. The orange bar after each is how long redness is seen, at central values of healing. Diamonds are days on which the result is looked at.',
    },
    ...shown.flatMap(({ day, text: words }, i) => [
      element('path', { d: `M${px(x(day))} 8V${line + 8}`, stroke: colour('line') }),
      i % space === 0 && x(day) + labelRoom * 0.8 < end
        ? text(x(day) + 4, 16, words, { colour: 'muted' })
        : '',
    ]),
    element('path', { d: `M${px(left)} ${line}H${px(end)}`, stroke: colour('muted') }),
    ...sessions.map((day) =>
      redness > 0
        ? element('rect', {
            x: x(day),
            y: line - 10,
            width: Math.max(0, x(day + redness) - x(day)),
            height: 8,
            fill: 'var(--percuta-c2, #AA4200)',
          })
        : '',
    ),
    ...events.map(({ day, markup }) => markup(x(day))),
    ...labelsOf(events, x, dayText),
  );
};
