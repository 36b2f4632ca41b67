import { damaged } from '../severed.ts';
import type { Species } from '../species.ts';

/** (heal.5) Cd' = −(k_d + k_dX Xe + k_dM M) Cd */
export const denatured: Species = {
  id: 'Cd',
  meaning: 'severed or denatured collagen',
  scale: 'rest',
  rest: () => 0,
  rate: (s, p) => -(p.k_d + p.k_dX * s.Xe + p.k_dM * s.M) * s.Cd,
  slopes: (s, p) => ({
    Cd: -(p.k_d + p.k_dX * s.Xe + p.k_dM * s.M),
    Xe: -p.k_dX * s.Cd,
    M: -p.k_dM * s.Cd,
  }),
  wounded: (s, w, p) => s.Cd + damaged(w, p) * (1 - p.f_lost * w.gap) * (s.C3 + s.C1i + s.C1m),
};
