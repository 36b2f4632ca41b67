import { severed } from '../severed.ts';
import type { Species } from '../species.ts';

/** (heal.5) C1m' = k_x C1i − d_m C1m − k_mX Xe C1m − ex C1m */
export const matureTypeOne: Species = {
  id: 'C1m',
  meaning: 'functional collagen I',
  scale: 'rest',
  rest: (p) => p.C_set * p.C1m0,
  rate: (s, p) => p.k_x * s.C1i - (p.d_m + p.k_mX * s.Xe + s.ex) * s.C1m,
  slopes: (s, p) => ({
    C1i: p.k_x,
    Xe: -p.k_mX * s.C1m,
    ex: -s.C1m,
    C1m: -(p.d_m + p.k_mX * s.Xe + s.ex),
  }),
  wounded: (s, w, p) => severed(s.C1m, w, p),
};
