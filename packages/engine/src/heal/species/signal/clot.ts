import type { Species } from '../species.ts';

/** (heal.5) B' = −(k_B + k_BX Xe) B */
export const clot: Species = {
  id: 'B',
  meaning: 'clot, provisional fibrin',
  scale: 'wound',
  rest: () => 0,
  rate: (s, p) => -(p.k_B + p.k_BX * s.Xe) * s.B,
  slopes: (s, p) => ({ B: -(p.k_B + p.k_BX * s.Xe), Xe: -p.k_BX * s.B }),
  wounded: (s, w, p) => Math.max(s.B, p.bleed * w.halo),
};
