import type { Boundary, Domain } from '../problem/heat-problem.ts';
import type { Axis } from './axis.ts';
import type { Direction, HeatGrid } from './heat-grid.ts';

/** One side of the domain, face by face. */
export interface Side {
  readonly name: string;
  readonly boundary: Boundary;
  /** The axis that it ends. */
  readonly axis: Direction;
  readonly atEnd: boolean;
  readonly cells: Int32Array;
  /** m² of each face. */
  readonly areas: Float64Array;
  /** Resistance of a unit conductor between centre and face, times nothing: 1/m. */
  readonly resistances: Float64Array;
  /**
   * What a field that falls as 1/r from the middle of the domain (of its top, unless that is open) loses at the face: (n·r)/r², 1/m. A face of
   * an infinite medium lets out conductivity × this × the potential.
   */
  readonly farField: Float64Array;
  /** Cosine between the normal of the face and the way from that middle: 1 in slabs and cylinders. */
  readonly obliquity: Float64Array;
}

interface Place {
  readonly name: string;
  readonly axis: Direction;
  readonly atEnd: boolean;
}

const placesOf = (domain: Domain): readonly Place[] => {
  if (domain.kind === 'block') {
    return [
      { name: 'top', axis: 'z', atEnd: false },
      { name: 'bottom', axis: 'z', atEnd: true },
      { name: 'left', axis: 'x', atEnd: false },
      { name: 'right', axis: 'x', atEnd: true },
      { name: 'front', axis: 'y', atEnd: false },
      { name: 'back', axis: 'y', atEnd: true },
    ];
  }
  if (domain.kind === 'axisymmetric') {
    return [
      { name: 'top', axis: 'z', atEnd: false },
      { name: 'bottom', axis: 'z', atEnd: true },
      { name: 'rim', axis: 'x', atEnd: true },
    ];
  }
  const axis = domain.metric === 'slab' ? 'z' : 'x';
  return [
    { name: 'start', axis, atEnd: false },
    { name: 'end', axis, atEnd: true },
  ];
};

const boundaryOf = (domain: Domain, name: string): Boundary | undefined =>
  (domain.sides as Readonly<Record<string, Boundary | undefined>>)[name];

const areaPerWidth = ({ metric }: Axis, edge: number): number => {
  if (metric === 'slab') return 1;
  return metric === 'cylinder' ? 2 * Math.PI * edge : 4 * Math.PI * edge * edge;
};

/** Coordinates that vary; single axes say nothing of distance. */
const coordinate = (axis: Axis, n: number): number => (axis.count === 1 ? 0 : axis.centres[n]);

const obliquityAt = (
  point: Readonly<Record<Direction, number>>,
  along: Direction,
  { x, z, cells }: HeatGrid,
): number => {
  const square = point.x * point.x + point.y * point.y + point.z * point.z;
  if (cells === x.count || cells === z.count || square === 0) return 1;
  return Math.abs(point[along]) / Math.sqrt(square);
};

const farFieldAt = (point: Readonly<Record<Direction, number>>, along: Direction, grid: HeatGrid): number => {
  const square = point.x * point.x + point.y * point.y + point.z * point.z;
  const { metric } = grid[along];
  // A line through a cylinder has no 1/r field, and a slab none that falls: both end at the face.
  if (grid.cells === grid.x.count && metric === 'cylinder') return Infinity;
  if (grid.cells === grid.z.count) return Infinity;
  return square === 0 ? Infinity : Math.abs(point[along]) / square;
};

const sideAt = (
  grid: HeatGrid,
  boundary: Boundary,
  { name, axis, atEnd, middle }: Place & { readonly middle: number },
): Side => {
  const line = grid[axis];
  const fixed = atEnd ? line.count - 1 : 0;
  const edge = line.edges[atEnd ? line.count : 0];
  const point = { x: 0, y: 0, z: 0 };
  const faces = grid.cells / line.count;
  const cells = new Int32Array(faces);
  const across = new Float64Array(faces);
  const farField = new Float64Array(faces);
  const obliquity = new Float64Array(faces);
  let face = 0;
  for (let k = axis === 'z' ? fixed : 0; k < (axis === 'z' ? fixed + 1 : grid.z.count); k++) {
    for (let j = axis === 'y' ? fixed : 0; j < (axis === 'y' ? fixed + 1 : grid.y.count); j++) {
      for (let i = axis === 'x' ? fixed : 0; i < (axis === 'x' ? fixed + 1 : grid.x.count); i++, face++) {
        cells[face] = i + grid.x.count * (j + grid.y.count * k);
        across[face] = (grid.x.widths[i] * grid.y.widths[j] * grid.z.widths[k]) / line.widths[fixed];
        point.x = axis === 'x' ? edge : coordinate(grid.x, i);
        point.y = axis === 'y' ? edge : coordinate(grid.y, j);
        point.z = (axis === 'z' ? edge : coordinate(grid.z, k)) - middle;
        farField[face] = farFieldAt(point, axis, grid);
        obliquity[face] = obliquityAt(point, axis, grid);
      }
    }
  }
  const half = atEnd ? line.high[fixed] : line.low[fixed];
  const perWidth = areaPerWidth(line, edge);
  return {
    name,
    boundary,
    axis,
    atEnd,
    cells,
    areas: across.map((width) => width * perWidth),
    resistances: across.map((width) => half / width),
    farField,
    obliquity,
  };
};

/** Depth that fields fall off from: sources lie at the surface, or anywhere in a medium that goes on above it. */
const middleOf = (domain: Domain): number => {
  const top = boundaryOf(domain, 'top');
  if (domain.kind === 'line' || top === undefined) return 0;
  return top.electrical.kind === 'open' || top.thermal.kind === 'open' ? domain.depth / 2 : 0;
};

/** The sides of a domain in its grid. A radius that begins at 0 has none there. */
export const sidesOf = (domain: Domain, grid: HeatGrid): Side[] =>
  placesOf(domain).flatMap((place) => {
    const boundary = boundaryOf(domain, place.name);
    const line = grid[place.axis];
    const isAxis = line.metric !== 'slab' && !place.atEnd && line.edges[0] === 0;
    return boundary === undefined || isAxis
      ? []
      : [sideAt(grid, boundary, { ...place, middle: middleOf(domain) })];
  });
