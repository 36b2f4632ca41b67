import { abovePlane, planeThrough, type HeightMap, type Mask } from './height-map.ts';

/** How deep and how large a depression is, against the skin around it. */
export interface LesionMeasure {
  /** Deepest point inside, m below the reference. */
  readonly depth: number;
  /** Missing volume inside, m3: rises above the reference count against it, so texture adds nothing on average. */
  readonly volume: number;
  /** Area inside, m2. */
  readonly area: number;
}

/**
 * Depth and volume of the depression inside a mask (appearance.20). The reference is the plane of least squares through the cells
 * outside: that takes off tilt, and the depression does not pull it down.
 */
export const measureLesion = (map: HeightMap, inside: Mask): LesionMeasure => {
  const level = abovePlane(
    map,
    planeThrough(map, (x, y) => !inside(x, y)),
  );
  const { nx, ny, spacing, data } = level;
  let [deepest, missing, cells] = [Infinity, 0, 0];
  for (let j = 0; j < ny; j += 1) {
    const y = (j + 0.5 - ny / 2) * spacing;
    for (let i = 0; i < nx; i += 1) {
      if (!inside((i + 0.5 - nx / 2) * spacing, y)) continue;
      const z = data[i + nx * j] ?? Number.NaN;
      deepest = Math.min(deepest, z);
      missing -= z;
      cells += 1;
    }
  }
  if (cells === 0) throw new RangeError('no cell of the patch lies inside the lesion; make the patch finer');
  const area = spacing * spacing;
  return { depth: Math.max(0, -deepest), volume: missing * area, area: cells * area };
};
