import {
  sentenceCase,
  valueText,
  type HeightMap,
  type Relief,
  type ReliefPatch,
  type ReliefState,
} from '@percuta/engine';
import { element, figure, pathOf, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { hillshade } from './hillshade.ts';

const narrow = 620;
const gap = 14;
const head = 34;
const profileHeight = 62;
const lineHeight = 15;
const thinSpace = '\u202f';

/** Where the panels stand and how they are scaled; one scale for all. */
interface Layout {
  readonly side: number;
  readonly across: number;
  readonly panelHeight: number;
  readonly axis: number;
  /** Heights that the profiles span, m. */
  readonly low: number;
  readonly high: number;
  /** Where the profiles run. */
  readonly cut: Cut;
}

const titles: Readonly<Record<ReliefState, readonly [string, string]>> = {
  before: ['Before', 'made up, nobody\u2019s skin'],
  worst: ['Worst expected', '5\u202f% of the model lie below'],
  median: ['Median', 'half of the model lies above'],
  best: ['Best expected', '5\u202f% of the model lie above'],
};

/** The same where a panel has little room. */
const shortWho: Readonly<Record<ReliefState, string>> = {
  before: 'made up',
  worst: '5\u202f% lie below',
  median: 'half lies above',
  best: '5\u202f% lie above',
};

/** A panel below this is too narrow for two remarks on a line, px. */
const roomy = 190;

const patchesOf = (relief: Relief): readonly ReliefPatch[] =>
  relief.status === 'forecast' ? relief.patches : [relief.before];

/** A straight cut through a patch, along x or down y. */
interface Cut {
  readonly isDown: boolean;
  readonly index: number;
}

const cutThrough = ({ nx, ny, data }: HeightMap, { isDown, index }: Cut): Float64Array =>
  isDown
    ? new Float64Array(ny).map((_, j) => data[index + nx * j] ?? 0)
    : data.subarray(nx * index, nx * (index + 1));

const upAndDown = (heights: Float64Array): number =>
  heights.reduce((sum, z, i) => sum + Math.abs(z - (heights[i - 1] ?? z)), 0);

/** Through the deepest point, across what is treated: of the two ways the one that goes up and down more. */
const cutOf = (map: HeightMap): Cut => {
  let deepest = 0;
  map.data.forEach((z, k) => {
    if (z < (map.data[deepest] ?? 0)) deepest = k;
  });
  const along = { isDown: false, index: Math.floor(deepest / map.nx) };
  const down = { isDown: true, index: deepest % map.nx };
  return upAndDown(cutThrough(map, down)) > upAndDown(cutThrough(map, along)) ? down : along;
};

const layoutOf = (relief: Relief, width: number): Layout => {
  const patches = patchesOf(relief);
  const axis = 46;
  const across = width >= narrow ? 4 : 2;
  const side = (width - axis - gap * (across - 1)) / across;
  const cut = cutOf(relief.before.map);
  const heights = patches.flatMap(({ map }) => [...cutThrough(map, cut)]);
  const panelHeight = head + side + 10 + profileHeight + (side < roomy ? 4 : 3) * lineHeight + 20;
  return { side, across, panelHeight, axis, cut, low: Math.min(...heights), high: Math.max(0, ...heights) };
};

const mm = (value: number): string => `${(value * 1e3).toFixed(2)} mm`;
const micrometres = (value: number): string => `${(value * 1e6).toFixed(0)} µm`;

const changeText = ({ state, improvement }: ReliefPatch): string => {
  if (state === 'before') return '';
  const change = Math.round(-improvement * 100);
  const sign = change < 0 ? '\u2212' : change > 0 ? '+' : '±';
  return ` (${sign}${Math.abs(change)}${thinSpace}%)`;
};

/** Depth and volume of the lesion, or Sa where the texture is treated; then the roughness of the patch. */
const measuresOf = (patch: ReliefPatch, isRoomy: boolean): string[] => {
  const { lesion, roughness } = patch;
  const shown = `Sa ${micrometres(roughness.sa)}`;
  if (lesion === undefined) return [`${shown}${changeText(patch)}`, `Sz ${micrometres(roughness.sz)}`];
  const cubic = `Missing ${(lesion.volume * 1e9).toPrecision(2)} mm³`;
  const change = changeText(patch);
  const volume = isRoomy ? [`${cubic}${change}`] : [cubic, ...(change === '' ? [] : [change.trim()])];
  return [`Deepest ${mm(lesion.depth)}`, ...volume, shown];
};

const placeOf = (
  { side, across, panelHeight, axis }: Layout,
  index: number,
): { readonly x: number; readonly y: number } => ({
  x: axis + (index % across) * (side + gap),
  y: Math.floor(index / across) * panelHeight,
});

const profileOf = (map: HeightMap, layout: Layout, x: number, y: number): string => {
  const { side, cut, low, high } = layout;
  const points = Array.from(cutThrough(map, cut), (z, i): [number, number] => [
    x + ((i + 0.5) / (cut.isDown ? map.ny : map.nx)) * side,
    y + ((high - z) / (high - low)) * profileHeight,
  ]);
  return element('path', { d: pathOf(points), fill: 'none', stroke: colour('ink'), 'stroke-width': 1.4 });
};

const stepFor = (span: number): number =>
  [2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3].find((step) => span / step < 4) ?? 2e-3;

/** Heights of the profiles, named once at the left of each row of panels. */
const profileGrid = (layout: Layout, x: number, y: number, named: boolean): string => {
  const { side, low, high } = layout;
  const step = stepFor(high - low);
  const count = Math.floor(-low / step);
  return Array.from({ length: count + 1 }, (_, i) => -i * step)
    .map((z) => {
      const at = y + ((high - z) / (high - low)) * profileHeight;
      const rule = element('path', {
        d: `M${px(x)} ${px(at)}h${px(side)}`,
        stroke: colour(z === 0 ? 'muted' : 'grid'),
      });
      const words = z === 0 ? '0 mm' : `${(z * 1e3).toFixed(step < 1e-4 ? 2 : 1)}`.replace('-', '\u2212');
      return named ? rule + text(x - 6, at + 4, words, { colour: 'muted', anchor: 'end' }) : rule;
    })
    .join('');
};

const drawPanel = (patch: ReliefPatch, index: number, layout: Layout): string => {
  const { x, y } = placeOf(layout, index);
  const { side, across } = layout;
  const [title, who] = titles[patch.state];
  const profileTop = y + head + side + 12;
  const wordsTop = profileTop + profileHeight + 16;
  return [
    text(x, y + 12, title, { isBold: true, colour: patch.state === 'median' ? 'accent' : 'ink' }),
    text(x, y + 27, side < roomy ? shortWho[patch.state] : who, { colour: 'muted' }),
    element('image', {
      href: hillshade(patch.map),
      x,
      y: y + head,
      width: side,
      height: side,
      preserveAspectRatio: 'none',
      style: 'image-rendering:auto',
    }),
    element('rect', { x, y: y + head, width: side, height: side, fill: 'none', stroke: colour('line') }),
    profileGrid(layout, x, profileTop, index % across === 0),
    profileOf(patch.map, layout, x, profileTop),
    ...measuresOf(patch, side >= roomy).map((line, i) =>
      text(x, wordsTop + i * lineHeight, line, { colour: i === 0 ? 'ink' : 'muted' }),
    ),
  ].join('');
};

/** A length that is about a quarter of the patch, in whole or half millimetres. */
const barOf = ({ nx, spacing }: HeightMap): number => {
  const quarter = (nx * spacing) / 4;
  return [5e-3, 4e-3, 3e-3, 2e-3, 1e-3, 5e-4].find((length) => length <= quarter) ?? quarter;
};

const scaleBar = ({ map }: ReliefPatch, layout: Layout): string => {
  const { x, y } = placeOf(layout, 0);
  const length = barOf(map);
  const width = (length / (map.nx * map.spacing)) * layout.side;
  const bottom = y + head + layout.side - 8;
  const plate = element('rect', {
    x: x + 4,
    y: bottom - 20,
    width: Math.max(width, 34) + 10,
    height: 26,
    rx: 3,
    fill: colour('surface'),
    'fill-opacity': 0.85,
  });
  const bar = element('path', {
    d: `M${px(x + 9)} ${px(bottom)}h${px(width)}`,
    stroke: colour('ink'),
    'stroke-width': 3,
  });
  return plate + bar + text(x + 9, bottom - 6, valueText(length, 'mm'));
};

const shares = (share: number): string => String(Math.round(share * 100));

const medianText = (improvement: number, isTexture: boolean): string => {
  const percent = `${shares(Math.abs(improvement))}${thinSpace}%`;
  if (improvement < 0) return `it is ${percent} deeper`;
  return `${percent} of its ${isTexture ? 'height' : 'depth'} is gone`;
};

const leftoverText = (unexplained: number): string =>
  unexplained < 0
    ? `${micrometres(-unexplained)} more than is seen`
    : `and ${micrometres(unexplained)} stay unexplained`;

const sentenceOf = (relief: Relief): string => {
  if (relief.status !== 'forecast') return `What becomes of ${relief.name} is not known: ${relief.reason}.`;
  const { outcomes, explanation, before } = relief;
  const median = medianText(outcomes.median, before.lesion === undefined);
  return `${sentenceCase(relief.name)}: in the median ${median}; the model gives worse ${shares(outcomes.worse)}${thinSpace}% and no change ${shares(outcomes.unchanged)}${thinSpace}%, chances that rest on a prior and that nobody counted; new volume explains at most ${micrometres(Math.max(0, explanation.lift.middle))}, ${leftoverText(explanation.unexplained)}.`;
};

const noteOf = (relief: Relief): string => {
  const basis =
    relief.status === 'forecast'
      ? ` The spread is that of grades given in trials (certainty ${relief.certainty}), taken for the share of depth that is gone; no trial measured depth itself. ${relief.statement}`
      : '';
  return `Light from the upper left, same light and scale in all; heights are not exaggerated in the pictures. Below each its profile through the deepest point, in mm. Sa after a plane is taken off.${basis}`;
};

/** A patch of synthetic skin before, and as it may come out: worst expected, median, best expected. */
export const reliefStrip = (relief: Relief, options: FigureOptions): Figure => {
  const patches = patchesOf(relief);
  const layout = layoutOf(relief, options.width);
  const rows = Math.ceil(patches.length / layout.across);
  const reason =
    relief.status === 'forecast'
      ? []
      : wrap(sentenceOf(relief), options.width - layout.axis - layout.side - gap).map((line, i) =>
          text(placeOf(layout, 1).x, head + 14 + i * lineHeight, line, { colour: 'muted' }),
        );
  return figure(
    { ...options, height: rows * layout.panelHeight },
    { title: `Relief of ${relief.name}`, sentence: sentenceOf(relief), note: noteOf(relief) },
    ...patches.map((patch, i) => drawPanel(patch, i, layout)),
    scaleBar(relief.before, layout),
    ...reason,
  );
};
