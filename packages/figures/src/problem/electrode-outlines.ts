import type { HeatProblem } from '@percuta/engine/heat';
import { element, px } from '../svg.ts';
import { colour } from '../tokens.ts';

type Shape = HeatProblem['electrodes'][number]['shape'];
type Needle = Extract<Shape, { kind: 'needle' }>;

/** From m to px. */
export interface Scales {
  readonly x: (across: number) => number;
  readonly z: (depth: number) => number;
}

const metal = (d: string): string => element('path', { d, fill: colour('needle') });

const needlePath = ({ x: at, from, to, radius, tip }: Needle, { x, z }: Scales): string => {
  const [l, r] = [px(x(at - radius)), px(x(at + radius))];
  const shoulder = px(z(to - tip));
  // Through the surface: the shaft goes on above it.
  const top = from > 0 ? px(z(from)) : '0';
  return tip > 0
    ? `M${l} ${top}V${shoulder}L${px(x(at))} ${px(z(to))}L${r} ${shoulder}V${top}Z`
    : `M${l} ${top}V${px(z(to))}H${r}V${top}Z`;
};

const coatPath = ({ x: at, from, to, radius, exposed }: Needle, { x, z }: Scales): string => {
  const sides = [px(x(at - radius)), px(x(at + radius))];
  const pieces = [
    ...(exposed.from > from ? [[from > 0 ? px(z(from)) : '0', px(z(exposed.from))] as const] : []),
    ...(exposed.to < to ? [[px(z(exposed.to)), px(z(to))] as const] : []),
  ];
  return pieces.flatMap(([top, end]) => sides.map((side) => `M${side} ${top}V${end}`)).join('');
};

const drawNeedle = (needle: Needle, scales: Scales): string => {
  const coat = coatPath(needle, scales);
  return (
    metal(needlePath(needle, scales)) +
    (coat === '' ? '' : element('path', { d: coat, stroke: colour('muted'), 'stroke-width': 3 }))
  );
};

const ellipse = ([cx, cy]: readonly [number, number], rx: number, ry: number): string =>
  element('ellipse', { cx, cy, rx, ry, fill: colour('needle') });

/** The electrode where the cut meets it; nothing where it stands elsewhere. */
export const drawElectrode = (shape: Shape, scales: Scales, y: number): string => {
  const { x, z } = scales;
  if (shape.kind === 'needle') return Math.abs(shape.y - y) < shape.radius ? drawNeedle(shape, scales) : '';
  const { centre, radius } = shape;
  const off = Math.abs(centre.y - y);
  if (off >= radius) return '';
  const half = Math.sqrt(radius * radius - off * off);
  const middle = [x(centre.x), z(centre.z)] as const;
  const wide = x(centre.x + half) - x(centre.x);
  switch (shape.kind) {
    case 'sphere':
      return ellipse(middle, wide, wide);
    case 'spheroid':
      return ellipse(middle, wide, z(centre.z + (shape.halfLength * half) / radius) - z(centre.z));
    case 'disk':
      return metal(`M${px(middle[0] - wide)} ${px(middle[1] - 1.5)}h${px(2 * wide)}v3h${px(-2 * wide)}Z`);
    case 'ring': {
      const wire = x(shape.wireRadius) - x(0);
      return [-wide, wide].map((at) => ellipse([middle[0] + at, middle[1]], wire, wire)).join('');
    }
  }
};
