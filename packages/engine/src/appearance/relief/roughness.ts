import { abovePlane, planeThrough, type HeightMap } from './height-map.ts';

/** Height parameters of ISO 25178-2 over the whole patch, m. */
export interface Roughness {
  /** Arithmetic mean height: the mean of |z|. */
  readonly sa: number;
  /** Root mean square height. */
  readonly sq: number;
  /** Maximum height: highest peak to deepest pit. */
  readonly sz: number;
}

/**
 * Sa, Sq and Sz after the form is taken off: the plane of least squares over all cells (F-operation of first order; no
 * S- or L-filter, so the cell is the shortest and the patch the longest wave). z counts from that plane, whose mean is
 * that of the surface (appearance.19).
 */
export const roughnessOf = (map: HeightMap): Roughness => {
  const { data } = abovePlane(map, planeThrough(map));
  let [absolute, squared, highest, deepest] = [0, 0, -Infinity, Infinity];
  for (const z of data) {
    absolute += Math.abs(z);
    squared += z * z;
    highest = Math.max(highest, z);
    deepest = Math.min(deepest, z);
  }
  return { sa: absolute / data.length, sq: Math.sqrt(squared / data.length), sz: highest - deepest };
};
