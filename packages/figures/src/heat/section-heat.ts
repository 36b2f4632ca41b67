import { bandText, shareText, type CourseInSkin } from '@percuta/engine';
import type { SectionFrame } from '../section-frame.ts';
import { element } from '../svg.ts';

type HeatColumn = NonNullable<CourseInSkin['heat']>['cells'];

const injuries = [
  ['cells', 0.32],
  ['collagen', 0.62],
] as const;

/** Where heat hurts tissue, round each needle, at middle values and to scale. Damage has one colour everywhere. */
const column = (
  { y, pixelsPerMetre }: SectionFrame,
  x: number,
  { width, from, to }: HeatColumn,
  opacity: number,
): string => {
  if (width === undefined || from === undefined || to === undefined) return '';
  const wide = width.median * pixelsPerMetre;
  const [upper, lower] = [y(from.median), y(to.median)];
  return element('rect', {
    x: x - wide / 2,
    y: upper,
    width: wide,
    height: Math.max(0, lower - upper),
    rx: Math.min(wide, lower - upper) / 2,
    fill: 'var(--percuta-c3, #007476)',
    'fill-opacity': opacity,
  });
};

/** Dead cells, and in them coagulated collagen, round the needles at `positions`; nothing for needles alone. */
export const drawHeat = (
  frame: SectionFrame,
  { heat }: Pick<CourseInSkin, 'heat'>,
  positions: readonly number[],
): string =>
  heat === undefined
    ? ''
    : positions
        .flatMap((x) => injuries.map(([injury, opacity]) => column(frame, x, heat[injury], opacity)))
        .join('');

const spanText = ({ from, to }: HeatColumn): string | undefined =>
  from === undefined || to === undefined
    ? undefined
    : `from ${bandText(from, 'mm')} to ${bandText(to, 'mm')} deep`;

/** What heat does, as the end of a sentence; empty for needles alone. */
export const heatSentence = ({ heat }: Pick<CourseInSkin, 'heat'>): string => {
  if (heat === undefined) return '';
  const [cells, collagen] = [spanText(heat.cells), spanText(heat.collagen)];
  const dead =
    cells === undefined
      ? ' Heat kills cells in too few draws for a picture.'
      : ` Heat kills cells ${cells}, in ${shareText(heat.cells.share)} of draws.`;
  return collagen === undefined ? dead : `${dead} Collagen coagulates ${collagen}.`;
};
