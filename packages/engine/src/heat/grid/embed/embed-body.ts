import type { Ring, Sphere, Spheroid } from '../../problem/heat-problem.ts';
import { axisResistance, widthOf } from '../axis.ts';
import type { Axis } from '../axis.ts';
import type { Draft } from './embedding.ts';

/** Below 0 inside a body, above outside; x and y from the axis of the body where the grid has an axis. */
type Level = (x: number, y: number, z: number) => number;

// A centre nearer to the surface than this share of the link through it becomes metal.
const NEAREST = 0.15;
// Parts of a cell along each axis, by which the share of tissue in it is counted.
const PARTS = 6;
// A link is followed for this many times its length; what is then still outside has no contact.
const FOLLOWED = 1.5;
const HALVINGS = 40;

/** The level function of a round body. */
export const levelOf = (shape: Sphere | Spheroid | Ring): Level => {
  const { centre, radius } = shape;
  const across = (x: number, y: number): number =>
    (x - centre.x) * (x - centre.x) + (y - centre.y) * (y - centre.y);
  if (shape.kind === 'ring') {
    return (x, y, z) => {
      const off = Math.sqrt(across(x, y)) - radius;
      const dz = z - centre.z;
      return Math.sqrt(off * off + dz * dz) / shape.wireRadius - 1;
    };
  }
  const half = shape.kind === 'spheroid' ? shape.halfLength : radius;
  return (x, y, z) => {
    const dz = (z - centre.z) / half;
    return Math.sqrt(across(x, y) / (radius * radius) + dz * dz) - 1;
  };
};

/** Share of the way from outside at which a path enters the body; undefined where it does not. */
const entry = (level: (t: number) => number, upTo: number): number | undefined => {
  const samples = 6;
  let outside = 0;
  for (let n = 1; n <= samples; n++) {
    let inside = (n / samples) * upTo;
    if (level(inside) > 0) {
      outside = inside;
      continue;
    }
    for (let h = 0; h < HALVINGS; h++) {
      const middle = (outside + inside) / 2;
      if (level(middle) > 0) outside = middle;
      else inside = middle;
    }
    return inside;
  }
  return undefined;
};

interface Way {
  readonly axis: 'x' | 'y' | 'z';
  readonly step: 1 | -1;
}

const ways: readonly Way[] = (['x', 'y', 'z'] as const).flatMap((axis) => [
  { axis, step: 1 as const },
  { axis, step: -1 as const },
]);

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Where a way from a cell's centre meets the body, as a share of the link and as a coordinate. */
const meet = (
  { grid }: Draft,
  level: Level,
  spot: Spot,
  { axis, step }: Way,
): { readonly share: number; readonly at: number; readonly from: number } | undefined => {
  const line: Axis = grid[axis];
  const here = spot[axis];
  const next = here + step;
  if (next < 0 || next >= line.count) return undefined;
  const from = line.centres[here];
  const length = line.centres[next] - from;
  const place = { x: grid.x.centres[spot.x], y: grid.y.centres[spot.y], z: grid.z.centres[spot.z] };
  const share = entry((t) => {
    const moved = { ...place, [axis]: from + t * length };
    return level(moved.x, moved.y, moved.z);
  }, FOLLOWED);
  return share === undefined ? undefined : { share, at: from + share * length, from };
};

/** Cells of an axis within reach of a place, and two beyond. */
const near = (axis: Axis, at: number, reach: number): number[] => {
  const found: number[] = [];
  for (let n = 0; n < axis.count; n++) {
    const margin = 2 * (axis.edges[n + 1] - axis.edges[n]);
    if (axis.edges[n + 1] + margin > at - reach && axis.edges[n] - margin < at + reach) found.push(n);
  }
  return found;
};

const spotsNear = ({ grid }: Draft, shape: Sphere | Spheroid | Ring): Spot[] => {
  const { centre, radius } = shape;
  const thick = shape.kind === 'ring' ? shape.wireRadius : 0;
  const half = shape.kind === 'spheroid' ? shape.halfLength : shape.kind === 'ring' ? thick : radius;
  const [is, js] = [near(grid.x, centre.x, radius + thick), near(grid.y, centre.y, radius + thick)];
  return near(grid.z, centre.z, half).flatMap((z) => js.flatMap((y) => is.map((x) => ({ x, y, z }))));
};

const linkArea = ({ grid }: Draft, { x, y, z }: Spot, axis: 'x' | 'y' | 'z'): number => {
  const [a, b, c] = [grid.x.widths[x], grid.y.widths[y], grid.z.widths[z]];
  return axis === 'x' ? b * c : axis === 'y' ? a * c : a * b;
};

interface Part {
  readonly at: number;
  /** Share of the cell. */
  readonly share: number;
}

/** Parts of the n-th cell of an axis; one where nothing varies along it. */
const partsOf = ({ metric, count, edges, centres }: Axis, n: number): Part[] => {
  if (count === 1) return [{ at: centres[n], share: 1 }];
  const [low, high] = [edges[n], edges[n + 1]];
  const whole = widthOf(metric, low, high);
  const edge = (part: number): number => low + (part / PARTS) * (high - low);
  return Array.from({ length: PARTS }, (_, part) => ({
    at: edge(part + 0.5),
    share: widthOf(metric, edge(part), edge(part + 1)) / whole,
  }));
};

/** Share of a cell that is outside the body: what has the heat capacity of tissue. */
const tissueShare = ({ grid }: Draft, level: Level, spot: Spot): number => {
  let share = 0;
  for (const z of partsOf(grid.z, spot.z)) {
    for (const y of partsOf(grid.y, spot.y)) {
      for (const x of partsOf(grid.x, spot.x)) {
        if (level(x.at, y.at, z.at) > 0) share += x.share * y.share * z.share;
      }
    }
  }
  return share;
};

/**
 * Puts a round body into the grid: a link that meets its surface ends there, over the face's whole area, as in the
 * symmetric second-order scheme for a Dirichlet boundary that cuts the grid (heat.23). Cells keep the volume that lies
 * outside the body.
 */
export const embedBody = (draft: Draft, shape: Sphere | Spheroid | Ring, electrode: number): void => {
  const { grid, metal, volumes } = draft;
  const level = levelOf(shape);
  const spots = spotsNear(draft, shape);
  const numberOf = ({ x, y, z }: Spot): number => x + grid.x.count * (y + grid.y.count * z);
  for (const spot of spots) {
    const isInside = level(grid.x.centres[spot.x], grid.y.centres[spot.y], grid.z.centres[spot.z]) <= 0;
    const isNear = (): boolean => ways.some((way) => (meet(draft, level, spot, way)?.share ?? 1) < NEAREST);
    if (isInside || isNear()) metal[numberOf(spot)] = electrode + 1;
    volumes[numberOf(spot)] *= tissueShare(draft, level, spot);
  }
  for (const spot of spots) {
    const cell = numberOf(spot);
    if (metal[cell] > 0) continue;
    for (const way of ways) {
      const next = { ...spot, [way.axis]: spot[way.axis] + way.step };
      const found = meet(draft, level, spot, way);
      if (found === undefined || metal[numberOf(next)] !== electrode + 1) continue;
      const { metric } = grid[way.axis];
      const resistance = axisResistance(
        metric,
        Math.min(found.from, found.at),
        Math.max(found.from, found.at),
      );
      const weight = linkArea(draft, spot, way.axis) / resistance;
      draft.contacts[electrode].push({
        cell,
        electric: weight,
        thermal: weight,
        layer: next.z,
        gap: Math.abs(found.at - found.from),
      });
    }
  }
};
