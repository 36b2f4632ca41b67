import { element, text } from './svg.ts';
import { colour, type Token } from './tokens.ts';

/** A label beside a picture: where it points to, what it says, in the colour of its mark. */
export interface Label {
  /** y of the mark, px. */
  readonly y: number;
  /** x where its leading line starts, px. */
  readonly from: number;
  readonly colour: Token;
  readonly lines: readonly { readonly text: string; readonly isBold?: boolean }[];
}

const lineHeight = 15;
const gap = 7;

const heightOf = ({ lines }: Label): number => lines.length * lineHeight;

/** Tops of the labels from top to bottom: each near its mark, none over another, all above `bottom` if they fit. */
export const placeLabels = (labels: readonly Label[], top: number, bottom: number): number[] => {
  const tops: number[] = [];
  for (const label of labels) {
    const [last, before] = [tops.at(-1), labels[tops.length - 1]];
    const free = last === undefined || before === undefined ? top : last + heightOf(before) + gap;
    tops.push(Math.max(free, label.y - lineHeight / 2));
  }
  let floor = bottom;
  for (let i = labels.length - 1; i >= 0; i -= 1) {
    const label = labels[i];
    const own = tops[i];
    if (label === undefined || own === undefined) continue;
    tops[i] = Math.min(own, floor - heightOf(label));
    floor = (tops[i] ?? own) - gap;
  }
  return tops;
};

const drawLabel = (label: Label, x: number, top: number): string =>
  [
    element('polyline', {
      points: `${Math.round(label.from)},${Math.round(label.y)} ${Math.round(x - 8)},${Math.round(top + 8)} ${Math.round(x - 4)},${Math.round(top + 8)}`,
      fill: 'none',
      stroke: colour('muted'),
      'stroke-width': 1,
      'stroke-opacity': 0.6,
    }),
    ...label.lines.map((line, i) =>
      text(x, top + 12 + i * lineHeight, line.text, { colour: label.colour, isBold: line.isBold === true }),
    ),
  ].join('');

/** Labels in a column at x, each led to its mark. They must come ordered by depth. */
export const drawLabels = (
  labels: readonly Label[],
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
): string => {
  const tops = placeLabels(labels, top, bottom);
  return labels.map((label, i) => drawLabel(label, x, tops[i] ?? top)).join('');
};
