import { pow } from '@percuta/numerics';
import type { HealValues } from '../heal-stage.ts';
import { radialCells, type RadialCells } from './radial-cells.ts';

/** The unit cell: rings in r, layers of dermis in z. Place i = ring + rings × layer. Lengths in m. */
export interface Tissue {
  readonly radial: RadialCells;
  /** Depths below the epidermis at which layers begin and end, layers + 1 of them, from 0. */
  readonly depths: Float64Array;
  readonly layers: number;
  /** Rings times layers. */
  readonly places: number;
}

/** Edges of the layers through a dermis of this thickness: z = d (l/N_z)^z_exp, finer towards the epidermis. */
export const layerDepths = (
  dermis: number,
  { n_layers, z_grade }: Pick<HealValues, 'n_layers' | 'z_grade'>,
): Float64Array =>
  Float64Array.from({ length: n_layers + 1 }, (_, l) => (l === 0 ? 0 : dermis * pow(l / n_layers, z_grade)));

export const tissueOf = (
  cellRadius: number,
  depths: Float64Array,
  values: Pick<HealValues, 'N_r' | 'g_lin' | 'g_exp'>,
): Tissue => {
  const radial = radialCells(cellRadius, values);
  const layers = depths.length - 1;
  return { radial, depths, layers, places: radial.count * layers };
};

/** Thickness of a layer, m. */
export const thicknessOf = ({ depths }: Tissue, layer: number): number => depths[layer + 1] - depths[layer];

/** Area mean over the rings of one layer of what `at` gives for a ring. */
export const areaMean = ({ radial }: Tissue, at: (ring: number) => number): number => {
  let sum = 0;
  let area = 0;
  for (let k = 0; k < radial.count; k += 1) {
    const part = radial.areas[k];
    sum += part * at(k);
    area += part;
  }
  return sum / area;
};
