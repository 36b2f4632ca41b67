import type { Electrode, Shape } from '../heat-problem.ts';

/** An electrode as a stack of rings round a vertical axis: what overlaps and what sticks out is read from it. */
export interface Body {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  /** Largest radius at any depth. */
  readonly reach: number;
  /** Outer and inner radius at a depth between top and bottom. */
  readonly section: (z: number) => { readonly outer: number; readonly inner: number };
}

const solid = (outer: number): { outer: number; inner: number } => ({ outer, inner: 0 });

/** Half the chord of a circle of this radius at a distance from its centre. */
const chord = (radius: number, distance: number): number =>
  Math.sqrt(Math.max(0, radius * radius - distance * distance));

export const bodyOf = (shape: Shape): Body => {
  if (shape.kind === 'needle') {
    const { x, y, from, to, radius, tip } = shape;
    const section = (z: number) => solid(z <= to - tip ? radius : (radius * (to - z)) / tip);
    return { x, y, top: from, bottom: to, reach: radius, section };
  }
  const { centre } = shape;
  const place = { x: centre.x, y: centre.y };
  const round = (half: number, reach: number, section: Body['section']): Body => ({
    ...place,
    top: centre.z - half,
    bottom: centre.z + half,
    reach,
    section,
  });
  switch (shape.kind) {
    case 'sphere':
      return round(shape.radius, shape.radius, (z) => solid(chord(shape.radius, z - centre.z)));
    case 'spheroid': {
      const { halfLength, radius } = shape;
      return round(halfLength, radius, (z) => solid(chord(radius, ((z - centre.z) * radius) / halfLength)));
    }
    case 'disk':
      return round(0, shape.radius, () => solid(shape.radius));
    case 'ring': {
      const { radius, wireRadius } = shape;
      return round(wireRadius, radius + wireRadius, (z) => {
        const half = chord(wireRadius, z - centre.z);
        return { outer: radius + half, inner: radius - half };
      });
    }
  }
};

/** Depths at which two bodies are compared, ends included. */
const slices = 100;

/**
 * Do two bodies share more than their surface, or would they, closer by the share `closer` of the distance of their axes?
 * At each depth both are rings, which meet unless apart or one in the other's hole.
 */
export const overlap = (one: Electrode, other: Electrode, closer = 0): boolean => {
  const [a, b] = [bodyOf(one.shape), bodyOf(other.shape)];
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  const distance = Math.sqrt(dx * dx + dy * dy) * (1 - closer);
  const [top, bottom] = [Math.max(a.top, b.top), Math.min(a.bottom, b.bottom)];
  if (top > bottom || distance >= a.reach + b.reach) return false;
  return Array.from({ length: slices + 1 }, (_, k) => top + ((bottom - top) * k) / slices).some((z) => {
    const [p, q] = [a.section(z), b.section(z)];
    return distance < p.outer + q.outer && distance + p.outer > q.inner && distance + q.outer > p.inner;
  });
};
