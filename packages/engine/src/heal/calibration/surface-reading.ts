import { log } from '@percuta/numerics';
import type { HealValues } from '../heal-stage.ts';
import { closingTime } from '../surface/epidermis.ts';

/** A lesion or a field of pores in healthy skin. SI. */
export interface Opening {
  readonly gap: number;
  readonly density: number;
  /** Water loss above rest that an instrument no longer tells from rest, kg/m²/s. */
  readonly within: number;
}

const healthy = <P>(p: P): P & { readonly h_K: number } => ({ ...p, h_K: 1 });

/** Time from a session until water loss is back (heal.9), s: the opening at which it is, and when the plug gets there. */
const waterLossBack = ({ gap, density, within }: Opening, p: HealValues): number => {
  const perimeter = p.dc_v / within - p.delta_bl / p.D_v;
  const open = 1 / (4 * p.D_v * density * perimeter);
  return perimeter <= 0 || open >= gap ? 0 : p.tau_plug * log(gap / open);
};

/** Readings that follow from constants of the surface alone, without a course; SI. */
export const surfaceReadings = {
  closing: ({ gap }: Opening, p: HealValues): number => closingTime(gap, healthy(p)),
  'half-life of barrier': (_: Opening, p: HealValues): number => log(2) / p.k_bar,
  'life of pores': ({ gap }: Opening, p: HealValues): number =>
    closingTime(gap, healthy(p)) - log(1 - p.b_sure) / p.k_bar,
  'water loss back': waterLossBack,
  'wet loss': (_: Opening, p: HealValues): number => (p.dc_v * p.D_v) / p.delta_bl,
} as const;

export type SurfaceReadingId = keyof typeof surfaceReadings;
