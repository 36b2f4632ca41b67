import { shown, type Heating, type HeatProblem } from '@percuta/engine/heat';
import { narrow } from '../heat/heat-width.ts';
import { levelSet, type PlaneField } from '../heat/level-set.ts';
import { element, figure, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { roundStep } from './course-panels.ts';
import { drawElectrode, type Scales } from './electrode-outlines.ts';
import { problemPlane, type ProblemPlane } from './problem-plane.ts';

/** What a section shows: temperature at one time, and damage of named kinetics at the end. */
export interface SectionFields {
  /** s. */
  readonly time: number;
  /** K. */
  readonly temperature: Float64Array;
  readonly damage: readonly { readonly kinetics: string; readonly values: Float64Array }[];
}

const zero = 273.15;
const axis = 42;
const above = 26;
const legend = 46;
const tallest = 520;

interface Frame extends Scales {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly scale: number;
}

/** Of tissue in which things happen: round levels of °C that people know, else round ones between the ends. */
const levelsOf = (values: Float64Array): number[] => {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value - zero);
    high = Math.max(high, value - zero);
  }
  if (!(high - low > 1e-9)) return [];
  const known = [45, 60, 80, 99].filter((level) => level > low && level < high);
  if (known.length > 1 && high < 200) return known;
  const step = roundStep(high - low);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: 5 }, (_, n) => first + n * step).filter((level) => level > low && level < high);
};

interface Reach {
  readonly across: number;
  readonly depth: number;
}

/** Electrodes with some tissue around them, or all of the domain where there are none. */
const reachOf = ({ electrodes }: HeatProblem, { across, depths }: ProblemPlane): Reach => {
  const widest = Math.max(...across.map(Math.abs));
  const deepest = depths.at(-1) ?? 0;
  const ends = electrodes.map(({ shape }) =>
    shape.kind === 'needle'
      ? { out: Math.abs(shape.x) + shape.radius, down: shape.to }
      : { out: Math.abs(shape.centre.x) + shape.radius, down: shape.centre.z + shape.radius },
  );
  if (ends.length === 0) return { across: widest, depth: deepest };
  const down = Math.max(...ends.map((end) => end.down));
  const out = Math.max(...ends.map((end) => end.out));
  return { across: Math.min(widest, out + 0.6 * down), depth: Math.min(deepest, 1.5 * down) };
};

const frameOf = (reach: Reach, width: number): Frame => {
  const [left, right] = [axis, width - 6];
  const scale = Math.min((right - left) / (2 * reach.across), tallest / reach.depth);
  return {
    left,
    right,
    scale,
    bottom: above + reach.depth * scale,
    x: (at) => (left + right) / 2 + at * scale,
    z: (depth) => above + depth * scale,
  };
};

const tints = ['epi', 'derm', 'fat'] as const;

/** Layers in turn; their names stand at the right where there is room. */
const drawLayers = (frame: Frame, { layers }: HeatProblem): string => {
  let from = 0;
  return layers
    .map(({ name, thickness }, n) => {
      const [top, end] = [frame.z(from), Math.min(frame.bottom, frame.z(from + thickness))];
      from += thickness;
      const token = tints[Math.min(n, tints.length - 1)] ?? 'derm';
      return end <= top
        ? ''
        : element('rect', {
            x: frame.left,
            y: top,
            width: frame.right - frame.left,
            height: end - top,
            fill: colour(token),
          }) + (end - top > 16 ? text(frame.right - 6, end - 6, name, { halo: token, anchor: 'end' }) : '');
    })
    .join('');
};

const zoneTokens = ['limit', 'caution'] as const;

const drawZone = (field: PlaneField, token: 'limit' | 'caution'): string => {
  const { area, edge } = levelSet(field, 0);
  return area === ''
    ? ''
    : element('path', { d: area, fill: colour(token), opacity: token === 'limit' ? 0.6 : 0.3 }) +
        element('path', { d: edge, fill: 'none', stroke: colour(token), 'stroke-width': 1.8 });
};

const least = 1e-30;
const logOf = (values: Float64Array): Float64Array => values.map((value) => Math.log(Math.max(value, least)));

/** Each temperature at the lowest point of its line, where no other stands. */
const labelIsotherms = (frame: Frame, field: PlaneField, levels: readonly number[]): string => {
  const taken: number[] = [];
  return levels
    .map((level) => {
      const { edge } = levelSet(field, level + zero);
      const points = [...edge.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      const lowest = points
        .filter(([x, y]) => x > frame.left + 30 && x < frame.right - 30 && y < frame.bottom - 14)
        .toSorted((a, b) => b[1] - a[1])[0];
      if (lowest === undefined || taken.some((other) => Math.abs(other - lowest[1]) < 13)) return '';
      taken.push(lowest[1]);
      return text(lowest[0], lowest[1] + 4, `${Number(level.toPrecision(6))} °C`, {
        anchor: 'middle',
        halo: 'derm',
      });
    })
    .join('');
};

const drawAxes = ({ left, right, bottom, scale, x, z }: Frame): string => {
  const step = roundStep(((bottom - above) / scale) * 1e3) * 1e-3;
  const digits = Math.max(0, -Math.floor(Math.log10(step * 1e3) + 1e-9));
  const count = Math.floor((bottom - above) / (step * scale) + 1e-9);
  const depths = Array.from({ length: count + 1 }, (_, n) => n * step);
  const most = Math.floor((right - left) / 2 / (step * scale) + 1e-9);
  const places = Array.from({ length: 2 * most + 1 }, (_, n) => (n - most) * step);
  const told = (at: number): string => (at * 1e3).toFixed(digits).replace('-', '\u2212');
  return (
    depths
      .map(
        (depth) =>
          element('path', { d: `M${px(left - 4)} ${px(z(depth))}h4`, stroke: colour('muted') }) +
          text(left - 6, z(depth) + 4, told(depth), { colour: 'muted', anchor: 'end' }),
      )
      .join('') +
    places
      .filter((at) => x(at) > left + 8 && x(at) < right - 8)
      .map(
        (at) =>
          element('path', { d: `M${px(x(at))} ${px(bottom)}v4`, stroke: colour('muted') }) +
          text(x(at), bottom + 16, told(at), { colour: 'muted', anchor: 'middle' }),
      )
      .join('')
  );
};

const drawLegend = ({ left, bottom, right }: Frame, { time, damage }: SectionFields): string => {
  const isNarrow = right - left < narrow - axis;
  const items = damage.slice(0, zoneTokens.length).map(({ kinetics }, n) => {
    const token = zoneTokens[n] ?? 'limit';
    const x = left + n * (isNarrow ? 140 : 200);
    return (
      element('rect', {
        x,
        y: bottom + 23,
        width: 12,
        height: 10,
        fill: colour(token),
        opacity: token === 'limit' ? 0.6 : 0.3,
      }) + text(x + 17, bottom + 32, kinetics, { colour: 'muted' })
    );
  });
  const words = isNarrow
    ? `lines: °C at ${shown(time, 's', 3)}; mm`
    : `lines: temperature after ${shown(time, 's', 3)}; depth and distance in mm`;
  return items.join('') + text(left, bottom + (items.length > 0 ? 46 : 32), words, { colour: 'muted' });
};

const sentenceOf = ({ peaks, peakSlacks, contours }: Heating, { time }: SectionFields): string => {
  const peak = Math.max(...peaks);
  const slack = peakSlacks[peaks.indexOf(peak)] ?? NaN;
  const told = contours.map(
    ({ name, volume, time: at }) => `${name} takes ${shown(volume, 'mm3', 3)} after ${shown(at, 's', 3)}`,
  );
  return `Tissue reaches ${shown(peak, '°C', 3)} (a finer mesh may add ${Number(slack.toPrecision(2))} K); lines are of ${shown(time, 's', 3)}${
    told.length === 0 ? '' : `; ${told.join(', ')}`
  }.`;
};

/** Section through electrodes of a heat problem with isotherms and damage; undefined in one dimension. */
export const problemSection = (
  problem: HeatProblem,
  heating: Heating,
  fields: SectionFields,
  options: FigureOptions,
): Figure | undefined => {
  const plane = problemPlane(problem, heating);
  if (plane === undefined) return undefined;
  const frame = frameOf(reachOf(problem, plane), options.width);
  const fieldOf = (values: Float64Array): PlaneField => ({
    xs: plane.across.map(frame.x),
    ys: plane.depths.map(frame.z),
    values,
  });
  const hot = fieldOf(plane.cut(fields.temperature));
  const levels = levelsOf(hot.values);
  const clip = `${options.id}-clip`;
  const box = { x: frame.left, y: 0, width: frame.right - frame.left, height: frame.bottom };
  return figure(
    { ...options, height: frame.bottom + legend + (fields.damage.length > 0 ? 8 : 0) },
    {
      title: problem.title,
      sentence: sentenceOf(heating, fields),
      note: `To scale, cut ${plane.y === 0 ? 'through the middle' : `at y = ${shown(plane.y, 'mm', 3)}`}. Damage counts where its integral is 1 or more at the end. A shaft with a thick edge is insulated.`,
    },
    element('clipPath', { id: clip }, element('rect', box)),
    element(
      'g',
      { 'clip-path': `url(#${clip})` },
      drawLayers(frame, problem),
      ...fields.damage
        .slice(0, zoneTokens.length)
        .map(({ values }, n) => drawZone(fieldOf(logOf(plane.cut(values))), zoneTokens[n] ?? 'limit')),
      ...levels.map((level) =>
        element('path', {
          d: levelSet(hot, level + zero).edge,
          fill: 'none',
          stroke: colour('ink'),
          'stroke-width': 0.9,
        }),
      ),
      ...problem.electrodes.map(({ shape }) => drawElectrode(shape, frame, plane.y)),
      labelIsotherms(frame, hot, levels),
    ),
    drawAxes(frame),
    drawLegend(frame, fields),
  );
};
