import type { Healing, SpeciesId } from '@percuta/engine';
import { drawTimes, timeAxis, type TimeAxis } from '../appearance/time-axis.ts';
import { numberText } from '../evidence/axis.ts';
import { element, figure, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { percentText } from './band-words.ts';
import { divergingColour } from './colour-scale.ts';

/** A course by depth and time. */
export type DepthCourse = Pick<Healing, 'depths' | 'layers' | 'times' | 'means' | 'rest' | 'sessions'>;

const quantities: readonly { readonly title: string; readonly ids: readonly SpeciesId[] }[] = [
  { title: 'Collagen I', ids: ['C1i', 'C1m'] },
  { title: 'Collagen III', ids: ['C3'] },
  { title: 'Elastin', ids: ['E'] },
  { title: 'Hyaluronan', ids: ['H'] },
];

const narrow = 560;
const gap = 26;
const axisWidth = 50;
const mapHeight = 118;
const head = 22;
const legendHeight = 44;
const panelHeight = head + mapHeight + 26 + legendHeight;
const from = 3600;
const columns = 72;
/** Colours on either side of the one for no change. */
const half = 5;
const thinSpace = '\u202f';

/** Change against rest in per cent: index = layer + layers × time. */
const changesOf = ({ means, rest, layers, times }: DepthCourse, ids: readonly SpeciesId[]): Float64Array => {
  const resting = ids.reduce((sum, id) => sum + rest[id], 0);
  return new Float64Array(layers * times.length).map(
    (_, i) => 100 * (ids.reduce((sum, id) => sum + (means[id][i] ?? Number.NaN), 0) / resting - 1),
  );
};

/** The least of some round numbers that holds every change. */
const limitOf = (changes: Float64Array): number => {
  const most = Math.max(0.1, ...changes.map(Math.abs));
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 1.5, 2, 3, 5, 7.5].find((factor) => factor * power >= most) ?? 10);
};

const stepOf = (change: number, limit: number): number => Math.round((change / limit) * half);

interface Panel {
  readonly left: number;
  readonly top: number;
  readonly axis: TimeAxis;
}

/** Time at the middle of a column, s. */
const columnTime = (end: number, column: number): number =>
  from * Math.exp(((column + 0.5) / columns) * Math.log(end / from));

const indexAt = (times: Float64Array, time: number): number => {
  const next = times.findIndex((one) => one > time);
  return next < 0 ? times.length - 1 : Math.max(0, next - 1);
};

/** One layer as rectangles: neighbours in time of one colour are one. */
const layerMarks = ({ left, top, axis }: Panel, height: number, steps: readonly number[]): string => {
  const width = (axis.right - axis.left) / columns;
  const marks: string[] = [];
  let begin = 0;
  steps.forEach((step, column) => {
    if (steps[column + 1] === step) return;
    marks.push(
      element('rect', {
        x: left + begin * width,
        y: top,
        width: (column + 1 - begin) * width + 0.3,
        height: height + 0.3,
        fill: divergingColour(step / half),
        'shape-rendering': 'crispEdges',
      }),
    );
    begin = column + 1;
  });
  return marks.join('');
};

const mapMarks = (panel: Panel, course: DepthCourse, changes: Float64Array, limit: number): string => {
  const { depths, layers, times } = course;
  const end = times.at(-1) ?? from;
  const places = Array.from({ length: columns }, (_, column) => indexAt(times, columnTime(end, column)));
  const whole = depths.at(-1) ?? 1;
  const scale = mapHeight / whole;
  return Array.from({ length: layers }, (_, layer) => {
    const steps = places.map((place) => stepOf(changes[layer + layers * place] ?? 0, limit));
    const [above = 0, below = 0] = [depths[layer], depths[layer + 1]];
    const top = panel.top + head + above * scale;
    const height = (below - above) * scale;
    return layerMarks({ axis: panel.axis, left: panel.axis.left, top }, height, steps);
  }).join('');
};

const depthTicks = ({ axis, top }: Panel, whole: number): string => {
  const ends = [
    { depth: 0, drop: 9 },
    { depth: whole / 2, drop: 4 },
    { depth: whole, drop: 0 },
  ];
  return ends
    .map(({ depth, drop }) => {
      const y = top + head + (depth / whole) * mapHeight;
      return text(axis.left - 6, y + drop, numberText(depth * 1000, 1), {
        colour: 'muted',
        anchor: 'end',
      });
    })
    .join('');
};

const legend = ({ axis, top }: Panel, limit: number): string => {
  const y = top + head + mapHeight + 28;
  const count = 2 * half + 1;
  const width = Math.min(16, (axis.right - axis.left) / count);
  const swatches = Array.from({ length: count }, (_, i) =>
    element('rect', {
      x: axis.left + i * width,
      y,
      width,
      height: 10,
      fill: divergingColour((i - half) / half),
      stroke: colour('line'),
      'stroke-width': 0.5,
    }),
  );
  const at = (i: number): number => axis.left + (i + 0.5) * width;
  return [
    ...swatches,
    text(axis.left, y + 24, percentText(-limit), { colour: 'muted' }),
    text(at(half), y + 24, '0', { colour: 'muted', anchor: 'middle' }),
    text(axis.left + count * width, y + 24, percentText(limit), { colour: 'muted', anchor: 'end' }),
  ].join('');
};

const sessionMarks = ({ axis, top }: Panel, sessions: readonly number[]): string =>
  sessions
    .filter((time) => time > from)
    .map((time) =>
      element('path', {
        d: `M${px(axis.x(time))} ${px(top + head)}v${mapHeight}`,
        stroke: colour('limit'),
        'stroke-dasharray': '2 3',
      }),
    )
    .join('');

const millimetres = (depth: number): string => numberText(depth * 1000, 2);

/** Where and when a change is largest, in words. */
const extremeText = (course: DepthCourse, title: string, changes: Float64Array): string => {
  const at = changes.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(changes[best] ?? 0) ? i : best),
    0,
  );
  const layer = at % course.layers;
  const day = Math.round((course.times[Math.floor(at / course.layers)] ?? 0) / 86_400);
  const [above = 0, below = 0] = [course.depths[layer], course.depths[layer + 1]];
  const change = changes[at] ?? 0;
  const where =
    above === 0
      ? `in the uppermost ${millimetres(below)}${thinSpace}mm`
      : `at ${millimetres(above)} to ${millimetres(below)}${thinSpace}mm`;
  return `${title.replace(/^./, (initial) => initial.toLowerCase())} ${change > 0 ? '+' : ''}${numberText(change, Math.abs(change) < 10 ? 1 : 0)}${thinSpace}% ${where} on day ${day}`;
};

/** Matrix by depth below the epidermis and time, change against rest, everything at its central value. */
export const depthMaps = (course: DepthCourse, options: FigureOptions): Figure => {
  const across = options.width >= narrow ? 2 : 1;
  const own = (options.width - gap * (across - 1)) / across;
  const shown = course.times.filter((time) => time >= from);
  const whole = course.depths.at(-1) ?? 1;
  const all = quantities.map(({ title, ids }) => ({ title, changes: changesOf(course, ids) }));
  const markup = all.map(({ title, changes }, i) => {
    const left = (i % across) * (own + gap);
    const top = Math.floor(i / across) * (panelHeight + 8);
    const axis = timeAxis(Float64Array.of(from, shown.at(-1) ?? from), left + axisWidth, left + own - 8);
    const panel = { left, top, axis };
    const limit = limitOf(changes);
    return [
      text(left, top + 12, title, { isBold: true }),
      mapMarks(panel, course, changes, limit),
      depthTicks(panel, whole),
      text(left, top + head + mapHeight / 4 + 4, 'mm', { colour: 'muted' }),
      sessionMarks(panel, course.sessions),
      drawTimes(axis, top + head + mapHeight),
      legend(panel, limit),
    ].join('');
  });
  const extremes = all.map(({ title, changes }) => extremeText(course, title, changes));
  return figure(
    { ...options, height: Math.ceil(quantities.length / across) * (panelHeight + 8) },
    {
      title: 'Matrix by depth and time',
      sentence: `Furthest from resting skin: ${extremes.join('; ')}.`,
      note: 'Change against resting skin, the mean over the area of each layer; depth below the epidermis in mm, time logarithmic from the first session. Everything at its central value, so no band. Each map has a scale of its own: blue is less, brown is more, and equal steps look equal. Dotted upright lines: later sessions.',
    },
    ...markup,
  );
};
