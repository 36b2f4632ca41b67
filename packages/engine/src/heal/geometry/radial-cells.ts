import { pow } from '@percuta/numerics';
import type { HealValues } from '../heal-stage.ts';

/** Rings around one channel, from its axis to half-way to the next: (heal.1). Lengths in m. */
export interface RadialCells {
  readonly count: number;
  /** count + 1 radii. */
  readonly edges: Float64Array;
  readonly centres: Float64Array;
  /** Area of each ring over pi, m². */
  readonly areas: Float64Array;
  /** Conductance of the edge beyond each ring over pi, for a diffusivity of 1; 1. */
  readonly conductances: Float64Array;
}

/** Radius of the disc that belongs to one channel at this density, m: R_c = 1/√(π n). */
export const cellRadius = (density: number): number => 1 / Math.sqrt(Math.PI * density);

type Grading = Pick<HealValues, 'N_r' | 'g_lin' | 'g_exp'>;

/** e_k = R_c [g_lin k/N_r + (1 − g_lin)(k/N_r)^g_exp]: fine at the channel, coarse half-way to the next. */
export const radialCells = (radius: number, { N_r: count, g_lin, g_exp }: Grading): RadialCells => {
  const edges = Float64Array.from({ length: count + 1 }, (_, k) => {
    const share = k / count;
    return radius * (g_lin * share + (1 - g_lin) * (k === 0 ? 0 : pow(share, g_exp)));
  });
  const ring = (k: number): [number, number] => [edges[k], edges[k + 1]];
  const centres = Float64Array.from({ length: count }, (_, k) => (ring(k)[0] + ring(k)[1]) / 2);
  const areas = Float64Array.from(
    { length: count },
    (_, k) => ring(k)[1] * ring(k)[1] - ring(k)[0] * ring(k)[0],
  );
  const conductances = Float64Array.from({ length: count - 1 }, (_, k) => {
    const gap = centres[k + 1] - centres[k];
    return (2 * ring(k)[1]) / gap;
  });
  return { count, edges, centres, areas, conductances };
};
