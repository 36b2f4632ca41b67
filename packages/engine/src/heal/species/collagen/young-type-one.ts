import { severed } from '../severed.ts';
import type { Species } from '../species.ts';

/** (heal.5) C1i' = p1 [C_set (1 − phi3b) + h_col (Sy (1 − ph3) − (1 − phi3b))] − k_x C1i − k_iX Xe C1i + y_rem rem */
export const youngTypeOne: Species = {
  id: 'C1i',
  meaning: 'new collagen I',
  scale: 'rest',
  rest: (p) => p.C_set * p.C1i0,
  rate: (s, p) => {
    const resting = 1 - p.phi3b;
    return (
      p.p1 * (p.C_set * resting + p.h_col * (s.Sy * (1 - s.ph3) - resting)) -
      (p.k_x + p.k_iX * s.Xe) * s.C1i +
      p.y_rem * s.rem
    );
  },
  slopes: (s, p) => ({
    Sy: p.p1 * p.h_col * (1 - s.ph3),
    ph3: -p.p1 * p.h_col * s.Sy,
    Xe: -p.k_iX * s.C1i,
    rem: p.y_rem,
    C1i: -(p.k_x + p.k_iX * s.Xe),
  }),
  wounded: (s, w, p) => severed(s.C1i, w, p),
};
