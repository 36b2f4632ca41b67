import type { Place } from './place.ts';
import type { HealValues } from './heal-stage.ts';

/** What follows from the resting state and is never fitted (heal.5). */
export interface Rest {
  /** Functional and young collagen I at rest, 1. */
  readonly C1m0: number;
  readonly C1i0: number;
  /** Collagen made and lost at rest, 1/s. */
  readonly p1: number;
  readonly d_3: number;
  /** Tropoelastin made at rest, 1/s, and its level, 1. */
  readonly p_E: number;
  readonly Et0: number;
}

/** Every number of the equations, SI. */
export type Rates = HealValues & Rest & Place;

/** Homeostasis: synthesis and loss balance in unwounded skin, whatever the turnover. */
const restOf = (p: HealValues): Rest => {
  const C1m0 = (1 - p.phi3b) / (1 + p.d_m / p.k_x);
  const p1 = (p.d_m * C1m0) / (1 - p.phi3b);
  const p_E = p.d_E / p.y_E;
  return { C1m0, C1i0: 1 - p.phi3b - C1m0, p1, d_3: p1, p_E, Et0: p_E / p.k_E };
};

export const ratesOf = (values: HealValues, place: Place): Rates => ({
  ...values,
  ...restOf(values),
  ...place,
});
