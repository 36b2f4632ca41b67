import { rings, shells, straight, type AxisMetric } from './axis-metric.ts';

/** An axis of a mesh; z is depth, positive inward. In rings x is the radius, in shells as well. */
export type Axis = 'x' | 'y' | 'z';
/**
 * An outer side of a mesh: west and east where x is least and greatest, north and south likewise of y, top and
 * bottom of z. The top is the surface.
 */
export type Side = 'west' | 'east' | 'north' | 'south' | 'top' | 'bottom';

/** The cells at an outer side, the area each has there, m², and area over distance from its centre to the side, m. */
export interface Border {
  readonly cells: Int32Array;
  readonly areas: Float64Array;
  /** Times conductivity, the conductance from centre to side. */
  readonly faces: Float64Array;
}

/**
 * A tensor-product mesh as conduction sees it: conductance between two cells = face · conductivity, whatever the
 * coordinates. Cells are i + nx (j + ny k): x fastest; z is depth, 0 at the surface, positive inward.
 */
export interface Mesh {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  /** Edges of the cells along each axis, m, ascending: one more than there are cells. */
  readonly edges: Readonly<Record<Axis, readonly number[]>>;
  /**
   * For the face of each cell towards +x, +y, +z area over distance between the two centres, m; 0 at borders. A
   * caller closes a face, or a part of it, by making it less.
   */
  readonly faces: Readonly<Record<Axis, Float64Array>>;
  /** A cell's own share of the way to the next, by index along the axis: ½ where cells are equal and straight. */
  readonly shares: Readonly<Record<Axis, readonly number[]>>;
  /** Of each cell, m³. */
  readonly volumes: Float64Array;
  readonly borders: Readonly<Record<Side, Border>>;
}

export const axes: readonly Axis[] = ['x', 'y', 'z'];

const whole = (): AxisMetric => straight([0, 1], 'unit');

/** A block in Cartesian coordinates. A single cell along an axis makes it a plate or a rod: [0, 1] for unit width. */
export function blockMesh(x: readonly number[], y: readonly number[], z: readonly number[]): Mesh {
  return meshOf({ x: straight(x, 'x'), y: straight(y, 'y'), z: straight(z, 'z') });
}

/** Full rings: x is the radius, z the depth. With z = [0, 1], a cylinder of unit length. */
export function axisymmetricMesh(r: readonly number[], z: readonly number[]): Mesh {
  return meshOf({ x: rings(r), y: whole(), z: straight(z, 'z') });
}

/** Full shells: x is the radius. */
export function sphericalMesh(r: readonly number[]): Mesh {
  return meshOf({ x: shells(r), y: whole(), z: whole() });
}

type Metric = Readonly<Record<Axis, AxisMetric>>;

const record = <T>(value: (axis: Axis) => T): Readonly<Record<Axis, T>> => ({
  x: value('x'),
  y: value('y'),
  z: value('z'),
});

function meshOf(metric: Metric): Mesh {
  const [nx, ny, nz] = axes.map((axis) => metric[axis].cells.length);
  const volume = (i: number, j: number, k: number) =>
    metric.x.cells[i].volume * metric.y.cells[j].volume * metric.z.cells[k].volume;
  return {
    nx,
    ny,
    nz,
    edges: record((axis) => metric[axis].edges),
    faces: record((axis) => facesAlong(metric, axis)),
    shares: record((axis) => sharesOf(metric[axis])),
    volumes: overCells(metric, volume),
    borders: {
      west: borderAt(metric, 'x', 'low'),
      east: borderAt(metric, 'x', 'high'),
      north: borderAt(metric, 'y', 'low'),
      south: borderAt(metric, 'y', 'high'),
      top: borderAt(metric, 'z', 'low'),
      bottom: borderAt(metric, 'z', 'high'),
    },
  };
}

function overCells({ x, y, z }: Metric, value: (i: number, j: number, k: number) => number): Float64Array {
  const [nx, ny, nz] = [x, y, z].map(({ cells }) => cells.length);
  const values = new Float64Array(nx * ny * nz);
  for (let k = 0, c = 0; k < nz; k++) {
    for (let j = 0; j < ny; j++) for (let i = 0; i < nx; i++, c++) values[c] = value(i, j, k);
  }
  return values;
}

/** What the axes other than `axis` contribute to the area of its faces. */
function acrossOf({ x, y, z }: Metric, axis: Axis): (i: number, j: number, k: number) => number {
  if (axis === 'x') return (_i, j, k) => y.across[j] * z.across[k];
  if (axis === 'y') return (i, _j, k) => x.across[i] * z.across[k];
  return (i, j) => x.across[i] * y.across[j];
}

function facesAlong(metric: Metric, axis: Axis): Float64Array {
  const { cells } = metric[axis];
  const factors = cells.map(({ high }, i) => (i + 1 < cells.length ? 1 / (high + cells[i + 1].low) : 0));
  const across = acrossOf(metric, axis);
  return overCells(metric, (i, j, k) => factors[{ x: i, y: j, z: k }[axis]] * across(i, j, k));
}

function sharesOf({ cells }: AxisMetric): number[] {
  return cells.map(({ high }, i) => (i + 1 < cells.length ? high / (high + cells[i + 1].low) : 0.5));
}

function borderAt(metric: Metric, axis: Axis, end: 'low' | 'high'): Border {
  const { cells } = metric[axis];
  const last = end === 'low' ? 0 : cells.length - 1;
  const [nx, ny] = [metric.x.cells.length, metric.y.cells.length];
  const area = end === 'low' ? cells[last].lowArea : cells[last].highArea;
  const across = acrossOf(metric, axis);
  const found: number[] = [];
  const areas: number[] = [];
  const faces: number[] = [];
  overCells(metric, (i, j, k) => {
    if ({ x: i, y: j, z: k }[axis] !== last) return 0;
    found.push(i + nx * (j + ny * k));
    areas.push(area * across(i, j, k));
    faces.push(across(i, j, k) / cells[last][end]);
    return 0;
  });
  return { cells: Int32Array.from(found), areas: Float64Array.from(areas), faces: Float64Array.from(faces) };
}
