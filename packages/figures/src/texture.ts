import { element, pathOf, px } from './svg.ts';
import { colour } from './tokens.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The same scatter in every drawing: a small multiplicative generator, for looks only. */
const scatter = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
};

/** A gently uneven line at height y: two waves of unrelated lengths. */
export const waveLine = (
  left: number,
  right: number,
  y: number,
  wave: { readonly height: number; readonly length: number },
): [number, number][] => {
  const count = Math.ceil((right - left) / 4);
  return Array.from({ length: count + 1 }, (_, i) => {
    const x = Math.min(left + i * 4, right);
    const turn = ((x - left) / wave.length) * 2 * Math.PI;
    return [x, y + wave.height * (0.6 * Math.sin(turn) + 0.4 * Math.sin(turn * 2.3 + 1))];
  });
};

/** Fibres of the dermis: short, mostly level strokes. */
export const fibres = ({ left, right, top, bottom }: Box): string => {
  const next = scatter(7);
  const count = Math.round(((right - left) * (bottom - top)) / 1100);
  const strokes = Array.from({ length: count }, () => {
    const x = left + next() * (right - left);
    const y = top + next() * (bottom - top);
    const length = 14 + next() * 30;
    const bend = (next() - 0.5) * 10;
    return `M${px(x)} ${px(y)}q${px(length / 2)} ${px(bend)} ${px(length)} ${px(bend / 3)}`;
  });
  return element('path', { d: strokes.join(''), fill: 'none', stroke: colour('fibre'), 'stroke-width': 1 });
};

/** Lobules of the fat: rows of rounded cells. */
export const lobules = ({ left, right, top, bottom }: Box): string => {
  const [across, down] = [40, 26];
  const rows = Math.max(0, Math.ceil((bottom - top) / down));
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: Math.ceil((right - left) / across) + 1 }, (_, column) =>
      element('ellipse', {
        cx: left + column * across + (row % 2 === 0 ? 0 : across / 2),
        cy: top + (row + 0.5) * down,
        rx: across / 2 - 2,
        ry: down / 2 - 1,
      }),
    ).join(''),
  );
  return element('g', { fill: 'none', stroke: colour('border'), 'stroke-opacity': 0.45 }, ...cells);
};

/** The area between two lines. */
export const between = (
  upper: readonly (readonly [number, number])[],
  lower: readonly (readonly [number, number])[],
): string => `${pathOf(upper)}${pathOf(lower.toReversed()).replace('M', 'L')}Z`;
