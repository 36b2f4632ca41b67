import { eightyBandOf, type EightyBand, type HealingSummary } from '@percuta/engine';
import { drawTimeLines, drawTimes, timeAxis, type TimeAxis } from '../appearance/time-axis.ts';
import { element, figure, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour, type Token } from '../tokens.ts';

/** The sums of one run, or of every draw of an ensemble. */
export interface HealingTimes {
  readonly summaries: readonly HealingSummary[];
  /** How long each was followed after its last session, s. */
  readonly followed: number;
}

const minute = 60;
const hour = 3600;
const day = 24 * hour;
const first = 5 * minute;
const lineHeight = 15;
const barHeight = 12;

interface Lane {
  readonly name: string;
  readonly what: string;
  readonly token: Token;
  /** Before the time at which it ends. */
  readonly verb: 'after' | 'for' | 'until';
  readonly from: (summary: HealingSummary) => number;
  readonly to: (summary: HealingSummary) => number;
}

const phase =
  (name: HealingSummary['phases'][number]['name'], side: 'from' | 'to') =>
  ({ phases }: HealingSummary): number =>
    phases.find((one) => one.name === name)?.[side] ?? Number.NaN;

const lanes: readonly Lane[] = [
  {
    name: 'Channels close',
    what: 'until then the skin is open and has to stay clean',
    token: 'accent',
    verb: 'after',
    from: () => 0,
    to: ({ closed }) => closed,
  },
  {
    name: 'Redness',
    what: 'skin is seen to be red',
    token: 'limit',
    verb: 'for',
    from: () => 0,
    to: ({ redness }) => redness.at(-1) ?? Number.NaN,
  },
  {
    name: 'Swelling',
    what: 'plumper by water; this passes and is no result',
    token: 'caution',
    verb: 'for',
    from: () => 0,
    to: ({ swelling }) => swelling.at(-1) ?? Number.NaN,
  },
  {
    name: 'Inflammation',
    what: 'cells come and clear away what was cut',
    token: 'limit',
    verb: 'for',
    from: () => 0,
    to: phase('inflammation', 'to'),
  },
  {
    name: 'Proliferation',
    what: 'cells multiply and lay down collagen',
    token: 'ok',
    verb: 'until',
    from: phase('proliferation', 'from'),
    to: phase('proliferation', 'to'),
  },
  {
    name: 'Remodelling',
    what: 'what was laid down is exchanged and ordered',
    token: 'ok',
    verb: 'until',
    from: phase('remodelling', 'from'),
    to: phase('remodelling', 'to'),
  },
];

const units = [
  [365.25 * day, 2 * 365.25 * day, 'years'],
  [30.4375 * day, 4 * 30.4375 * day, 'months'],
  [7 * day, 4 * 7 * day, 'weeks'],
  [day, 1.5 * day, 'days'],
  [hour, 2 * hour, 'hours'],
  [minute, 0, 'minutes'],
] as const;

/** A time in the unit that people would use for it. */
const timeText = (time: number): string => {
  const [unit, , name] = units.find(([, least]) => time >= least) ?? units[units.length - 1] ?? units[0];
  return `${Math.round(time / unit)} ${name}`;
};

/** What outlasts the run counts as its whole length. */
const bandOf = (summaries: readonly HealingSummary[], side: (one: HealingSummary) => number, most: number) =>
  eightyBandOf(summaries.map((summary) => Math.min(most, side(summary))));

const endText = (verb: Lane['verb'], end: EightyBand, { followed, summaries }: HealingTimes): string => {
  const one = (time: number): string => (time >= followed ? 'longer than followed' : timeText(time));
  return summaries.length < 2
    ? `${verb} ${one(end.middle)}`
    : `${verb} ${one(end.middle)} (${one(end.tenth)} to ${one(end.ninetieth)})`;
};

interface Drawn extends Lane {
  readonly begin: EightyBand;
  readonly end: EightyBand;
  readonly lines: readonly string[];
}

const drawnOf = (times: HealingTimes, width: number): Drawn[] =>
  lanes.map((lane) => {
    const begin = bandOf(times.summaries, lane.from, times.followed);
    const end = bandOf(times.summaries, lane.to, times.followed);
    const words = `${endText(lane.verb, end, times)}: ${lane.what}`;
    return { ...lane, begin, end, lines: wrap(words, width) };
  });

/** The bar to the median, and where the end lies in eight draws of ten. */
const barMarks = ({ begin, end, token }: Drawn, { x }: TimeAxis, y: number, hasBand: boolean): string => {
  const [left, right] = [x(begin.middle), x(end.middle)];
  const bar = element('rect', {
    x: left,
    y,
    width: Math.max(2, right - left),
    height: barHeight,
    rx: 3,
    fill: colour(token),
    'fill-opacity': 0.75,
  });
  if (!hasBand) return bar;
  const [low, high] = [x(end.tenth), x(end.ninetieth)];
  const middle = y + barHeight / 2;
  return (
    bar +
    element('path', {
      d: `M${px(low)} ${px(middle)}H${px(high)}M${px(low)} ${px(y - 2)}V${px(y + barHeight + 2)}M${px(high)} ${px(y - 2)}V${px(y + barHeight + 2)}`,
      stroke: colour('ink'),
      'stroke-width': 1.5,
      fill: 'none',
    })
  );
};

const laneHeight = ({ lines }: Drawn): number => 18 + lines.length * lineHeight + barHeight + 14;

const sentenceOf = (drawn: readonly Drawn[], times: HealingTimes): string => {
  const said = drawn
    .slice(0, 4)
    .map(({ name, verb, end }) => `${name.toLowerCase()} ${endText(verb, end, times)}`)
    .join(', ');
  return `After a session: ${said}; laying down and ordering collagen takes weeks to months.`;
};

/** The share of its peak at which inflammation counts as over; draws have a spread of it. */
const shareText = ({ summaries }: HealingTimes): string =>
  `${Math.round(100 * eightyBandOf(summaries.map(({ inflammation }) => inflammation.share)).middle)}\u202f%`;

/** One picture of what follows a session, from minutes to months, in plain words. */
export const minutesToMonths = (times: HealingTimes, options: FigureOptions): Figure => {
  const { width } = options;
  const drawn = drawnOf(times, width - 8);
  const axis = timeAxis(Float64Array.of(first, times.followed), 2, width - 8);
  const tops = drawn.map((_, i) => drawn.slice(0, i).reduce((sum, one) => sum + laneHeight(one), 4));
  const bottom = drawn.reduce((sum, one) => sum + laneHeight(one), 4);
  const hasBand = times.summaries.length > 1;
  const note = `Channels after the first session, all else after the last. The same distance is hours on the left and months on the right (a logarithmic scale). ${
    hasBand
      ? `Bar: median of ${times.summaries.length} draws of the constants of healing; bracket: where its end lies in 80\u202f% of them.`
      : 'A single run at central values: how far the ends may lie from here is not shown.'
  } What counts as seen, and where a phase ends, are conventions of the model: inflammation counts as over when ${shareText(
    times,
  )} of the most cells of its kind are left, which is an estimate and no event.`;
  return figure(
    { ...options, height: bottom + 26 },
    { title: 'From minutes to months', sentence: sentenceOf(drawn, times), note },
    ...drawn.map((lane, i) => {
      const top = tops[i] ?? 0;
      return [
        text(0, top + 12, lane.name, { isBold: true }),
        ...lane.lines.map((line, k) => text(0, top + 27 + k * lineHeight, line, { colour: 'muted' })),
        drawTimeLines(axis, top + 18 + lane.lines.length * lineHeight, barHeight + 8),
        barMarks(lane, axis, top + 22 + lane.lines.length * lineHeight, hasBand),
      ].join('');
    }),
    element('path', { d: `M${px(axis.left)} ${px(bottom)}H${px(axis.right)}`, stroke: colour('muted') }),
    text(axis.left, bottom + 17, 'minutes', { colour: 'muted' }),
    drawTimes(axis, bottom),
  );
};
