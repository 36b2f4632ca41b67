import { severed } from '../severed.ts';
import type { Species } from '../species.ts';

/** (heal.5) C3' = p1 [C_set phi3b + h_c3 (Sy ph3 − phi3b)] − d_3 C3 − k_3X Xe C3 − rem − ex C3 */
export const typeThree: Species = {
  id: 'C3',
  meaning: 'collagen III',
  scale: 'rest',
  rest: (p) => p.C_set * p.phi3b,
  rate: (s, p) =>
    p.p1 * (p.C_set * p.phi3b + p.h_c3 * (s.Sy * s.ph3 - p.phi3b)) -
    (p.d_3 + p.k_3X * s.Xe + s.ex) * s.C3 -
    s.rem,
  slopes: (s, p) => ({
    Sy: p.p1 * p.h_c3 * s.ph3,
    ph3: p.p1 * p.h_c3 * s.Sy,
    Xe: -p.k_3X * s.C3,
    ex: -s.C3,
    rem: -1,
    C3: -(p.d_3 + p.k_3X * s.Xe + s.ex),
  }),
  wounded: (s, w, p) => severed(s.C3, w, p),
};
