import { burstsOf, shown, type ArrayHeating } from '@percuta/engine';
import { element, figure, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { narrow, type HeatFigureInput } from './heat-input.ts';
import { heatPlane, type HeatPlane } from './heat-plane.ts';
import { levelSet, type PlaneField } from './level-set.ts';

/** °C. */
const isotherms = [45, 60, 80, 99] as const;
const zero = 273.15;
const axis = 38;
const above = 26;
const legendHeight = 40;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (along: number) => number;
  readonly y: (depth: number) => number;
  readonly scale: number;
}

const millimetre = 1e-3;

/** Wide: the whole row of needles; narrow: the two in the middle. A millimetre is as long across as down. */
const frameOf = (heating: ArrayHeating, plane: HeatPlane, width: number): Frame => {
  const { skin, depth, energy } = heating.input;
  const places = plane.needles.map(({ at }) => at);
  const farthest = width >= narrow ? Math.max(...places.map(Math.abs)) : energy.array.pitch / 2;
  const reach = farthest + 0.6 * millimetre;
  const deepest = Math.max(skin.epidermis + skin.dermis, depth) + 0.35 * millimetre;
  const [left, right] = [axis, width - 6];
  const scale = (right - left) / (2 * reach);
  return {
    left,
    right,
    top: above,
    bottom: above + deepest * scale,
    scale,
    x: (along) => (left + right) / 2 + along * scale,
    y: (at) => above + at * scale,
  };
};

const rect = ({ left, right }: Frame, from: number, to: number, token: 'epi' | 'derm' | 'fat'): string =>
  element('rect', { x: left, y: from, width: right - left, height: to - from, fill: colour(token) });

const drawLayers = (frame: Frame, { input }: ArrayHeating): string => {
  const { epidermis, dermis } = input.skin;
  const [junction, border] = [frame.y(epidermis), frame.y(epidermis + dermis)];
  return (
    rect(frame, frame.top, junction, 'epi') +
    rect(frame, junction, border, 'derm') +
    rect(frame, border, frame.bottom, 'fat') +
    text(frame.right - 6, border - 6, 'dermis', { halo: 'derm', anchor: 'end' }) +
    text(frame.right - 6, frame.bottom - 8, 'fat', { halo: 'fat', anchor: 'end' })
  );
};

const fieldOf = (frame: Frame, { along, depths }: HeatPlane, values: Float64Array): PlaneField => ({
  xs: along.map(frame.x),
  ys: depths.map(frame.y),
  values,
});

const drawZone = (field: PlaneField, token: 'caution' | 'limit'): string => {
  const { area, edge } = levelSet(field, 0);
  if (area === '') return '';
  return (
    element('path', {
      d: area,
      fill: colour(token),
      stroke: colour(token),
      'stroke-width': 0.6,
      opacity: token === 'limit' ? 0.6 : 0.3,
    }) + element('path', { d: edge, fill: 'none', stroke: colour(token), 'stroke-width': 1.8 })
  );
};

const drawIsotherm = (field: PlaneField, level: number): string => {
  const { edge } = levelSet(field, level + zero);
  return edge === ''
    ? ''
    : element('path', { d: edge, fill: 'none', stroke: colour('ink'), 'stroke-width': 0.9 });
};

/** The temperature beside its line, below the first needle where the line crosses its axis. */
const labelIsotherms = (frame: Frame, plane: HeatPlane, middle: number): string => {
  const j = plane.along.findIndex((at) => at >= middle);
  let lowest = frame.bottom + 1;
  return [...isotherms]
    .map((level) => {
      const course = plane.depths.map(
        (_, k) => (plane.temperature[j + plane.along.length * k] ?? 0) - zero - level,
      );
      const k = course.findLastIndex((value) => value >= 0);
      const y = frame.y(plane.depths[k] ?? 0) + 12;
      if (k < 0 || lowest - y < 13 || y > frame.bottom - 4) return '';
      lowest = y;
      return text(frame.x(middle), y, `${level} °C`, { anchor: 'middle', halo: 'derm' });
    })
    .join('');
};

const drawNeedles = (frame: Frame, plane: HeatPlane, { input }: ArrayHeating): string => {
  const { radius, cone, bare } = input.energy.array;
  const depths = burstsOf(input).map(({ depth }) => depth);
  const last = depths.at(-1) ?? input.depth;
  const shape = (at: number): string => {
    const [l, r] = [frame.x(at - radius), frame.x(at + radius)];
    const shoulder = frame.y(Math.max(0, last - cone));
    return `M${px(l)} 0V${px(shoulder)}L${px(frame.x(at))} ${px(frame.y(last))}L${px(r)} ${px(shoulder)}V0Z`;
  };
  /** Where a tip stood before it was drawn back. */
  const former = (at: number, depth: number): string => {
    const [l, r] = [frame.x(at - radius), frame.x(at + radius)];
    const shoulder = frame.y(Math.max(0, depth - cone));
    return element('path', {
      d: `M${px(l)} ${px(shoulder)}L${px(frame.x(at))} ${px(frame.y(depth))}L${px(r)} ${px(shoulder)}`,
      fill: 'none',
      stroke: colour('ink'),
      'stroke-width': 1.2,
      'stroke-dasharray': '3 2',
    });
  };
  const coat = frame.y(Math.max(0, last - bare));
  return plane.needles
    .map(
      ({ at, group }) =>
        depths
          .slice(0, -1)
          .map((depth) => former(at, depth))
          .join('') +
        element('path', { d: shape(at), fill: colour('needle') }) +
        (coat > frame.top
          ? element('path', {
              d: `M${px(frame.x(at - radius))} 0V${px(coat)}M${px(frame.x(at + radius))} 0V${px(coat)}`,
              stroke: colour('muted'),
              'stroke-width': 3,
            })
          : '') +
        text(frame.x(at + radius) + 5, frame.top - 8, signOf(group), { isBold: true }),
    )
    .join('');
};

const signOf = (group: string): string =>
  group.endsWith('plus') ? '+' : group.endsWith('minus') ? '\u2212' : '';

const drawAxis = ({ left, top, bottom, scale, y }: Frame): string => {
  const half = millimetre / 2;
  const count = Math.floor((bottom - top) / (half * scale));
  return Array.from({ length: count + 1 }, (_, n) => n * half)
    .map(
      (depth) =>
        element('path', { d: `M${px(left - 4)} ${px(y(depth))}h4`, stroke: colour('muted') }) +
        text(left - 6, y(depth) + 4, (depth / millimetre).toFixed(1), { colour: 'muted', anchor: 'end' }),
    )
    .join('');
};

/** After which pulses temperatures are drawn, in as many words as there is room for. */
const pulsesOf = (depths: number, isNarrow: boolean): string => {
  if (depths === 1) return 'the last pulse';
  return isNarrow ? 'each last pulse' : 'the last pulse of each depth';
};

const drawLegend = ({ left, right, bottom }: Frame, { bursts }: ArrayHeating): string => {
  const isNarrow = right - left < narrow - axis;
  const items = [
    ['limit', 'collagen coagulates'],
    ['caution', 'cells die'],
  ] as const;
  const step = isNarrow ? 150 : 170;
  return (
    items
      .map(
        ([token, words], n) =>
          element('rect', {
            x: left + n * step,
            y: bottom + 9,
            width: 12,
            height: 10,
            fill: colour(token),
            opacity: token === 'limit' ? 0.6 : 0.3,
          }) + text(left + n * step + 17, bottom + 18, words, { colour: 'muted' }),
      )
      .join('') +
    text(
      left,
      bottom + 34,
      `lines: ${isNarrow ? '°C' : 'temperature'} after ${pulsesOf(bursts.length, isNarrow)}; depth in mm`,
      { colour: 'muted' },
    )
  );
};

const rangeText = (name: string, depth: { readonly from: number; readonly to: number } | undefined): string =>
  depth === undefined
    ? `no ${name}`
    : `${name} from ${shown(depth.from, 'mm', 2)} to ${shown(depth.to, 'mm', 2)}`;

/** Where the tips stood, of a shot that goes on at shallower depths. */
const tipsOf = ({ bursts }: ArrayHeating): string =>
  bursts.length === 1 ? '' : `tips at ${bursts.map(({ depth }) => shown(depth, 'mm', 2)).join(', then ')}; `;

const sentenceOf = ({ heating, device }: HeatFigureInput): string => {
  const { zones, peak, input } = heating;
  const border = input.skin.epidermis + input.skin.dermis;
  return (
    `${device}: ${tipsOf(heating)}tissue reaches ${shown(peak.temperature, '°C', 3)}; ` +
    `${rangeText('coagulation', zones.collagen.depth)}, ${rangeText('cell death', zones.cells.depth)}; ` +
    `fat begins at ${shown(border, 'mm', 2)}.`
  );
};

const noteOf = ({ bursts }: ArrayHeating): string =>
  `${toldOfAll}${bursts.length > 1 ? ' Needles stand at their last depth; broken lines: where their tips stood before.' : ''}`;

const toldOfAll =
  'To scale, everything at its central value, cut through the needles of one column in the middle of the array. Damage counts where its integral is 1 or more after cooling. A shaft with a thick edge is insulated.';

/** Section through needles of an array: isotherms at the end of the pulse, and where collagen and cells are lost. */
export const heatSection = (input: HeatFigureInput, options: FigureOptions): Figure => {
  const { heating } = input;
  const plane = heatPlane(heating);
  const frame = frameOf(heating, plane, options.width);
  const clip = `${options.id}-clip`;
  const middle = plane.needles[Math.floor((plane.needles.length - 1) / 2)]?.at ?? 0;
  const hot = fieldOf(frame, plane, plane.temperature);
  return figure(
    { ...options, height: frame.bottom + legendHeight },
    { title: `Heat of a shot of ${input.device}`, sentence: sentenceOf(input), note: noteOf(heating) },
    element(
      'clipPath',
      { id: clip },
      element('rect', { x: frame.left, y: 0, width: frame.right - frame.left, height: frame.bottom }),
    ),
    element(
      'g',
      { 'clip-path': `url(#${clip})` },
      drawLayers(frame, heating),
      drawZone(fieldOf(frame, plane, plane.cells), 'caution'),
      drawZone(fieldOf(frame, plane, plane.collagen), 'limit'),
      ...isotherms.map((level) => drawIsotherm(hot, level)),
      drawNeedles(frame, plane, heating),
      labelIsotherms(frame, plane, middle),
    ),
    drawAxis(frame),
    drawLegend(frame, heating),
  );
};
