/**
 * Heights of a surface on square cells, m, positive outward from the skin; values stand at the centres of cells.
 * Index i + nx * j, x fastest.
 */
export interface HeightMap {
  readonly nx: number;
  readonly ny: number;
  /** Side of a cell, m. */
  readonly spacing: number;
  readonly data: Float64Array;
}

/** Heights from a function of place; x and y in metres from the middle of the patch. */
export const heightMap = (
  size: Pick<HeightMap, 'nx' | 'ny' | 'spacing'>,
  height: (x: number, y: number) => number,
): HeightMap => {
  const { nx, ny, spacing } = size;
  const data = new Float64Array(nx * ny);
  for (let j = 0; j < ny; j += 1) {
    const y = (j + 0.5 - ny / 2) * spacing;
    for (let i = 0; i < nx; i += 1) data[i + nx * j] = height((i + 0.5 - nx / 2) * spacing, y);
  }
  return { nx, ny, spacing, data };
};

/** Adds maps of the same size, cell by cell. */
export const addMaps = (a: HeightMap, b: HeightMap, factor = 1): HeightMap => ({
  ...a,
  data: a.data.map((value, k) => value + factor * (b.data[k] ?? Number.NaN)),
});

/** z = mean + slopeX x + slopeY y, in metres from the middle of the patch. */
export interface Plane {
  readonly mean: number;
  readonly slopeX: number;
  readonly slopeY: number;
}

/** Cells that count. */
export type Mask = (x: number, y: number) => boolean;

interface Sums {
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
  z: number;
  xz: number;
  yz: number;
}

const sumsOver = ({ nx, ny, spacing, data }: HeightMap, counts: Mask): Sums => {
  const s: Sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0, z: 0, xz: 0, yz: 0 };
  for (let j = 0; j < ny; j += 1) {
    const y = (j + 0.5 - ny / 2) * spacing;
    for (let i = 0; i < nx; i += 1) {
      const x = (i + 0.5 - nx / 2) * spacing;
      if (!counts(x, y)) continue;
      const z = data[i + nx * j] ?? Number.NaN;
      s.n += 1;
      s.x += x;
      s.y += y;
      s.xx += x * x;
      s.xy += x * y;
      s.yy += y * y;
      s.z += z;
      s.xz += x * z;
      s.yz += y * z;
    }
  }
  return s;
};

const everywhere: Mask = () => true;

/** Plane of least squares through the cells that count; RangeError where they do not span one. */
export const planeThrough = (map: HeightMap, counts: Mask = everywhere): Plane => {
  const s = sumsOver(map, counts);
  const [xx, xy, yy] = [s.xx - (s.x * s.x) / s.n, s.xy - (s.x * s.y) / s.n, s.yy - (s.y * s.y) / s.n];
  const [xz, yz] = [s.xz - (s.x * s.z) / s.n, s.yz - (s.y * s.z) / s.n];
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 0)) throw new RangeError(`a plane needs cells that do not lie on one line, got ${s.n}`);
  const slopeX = (xz * yy - yz * xy) / determinant;
  const slopeY = (yz * xx - xz * xy) / determinant;
  return { mean: (s.z - slopeX * s.x - slopeY * s.y) / s.n, slopeX, slopeY };
};

/** Heights above a plane. */
export const abovePlane = (map: HeightMap, { mean, slopeX, slopeY }: Plane): HeightMap =>
  addMaps(
    map,
    heightMap(map, (x, y) => mean + slopeX * x + slopeY * y),
    -1,
  );
