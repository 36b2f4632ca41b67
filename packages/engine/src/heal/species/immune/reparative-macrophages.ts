import { killed } from '../killed.ts';
import type { Species } from '../species.ts';

/** (heal.5) M2' = D_M ∇²M2 + s M1 − [d_M + k_em/(1 + b_em A)] M2 */
export const reparativeMacrophages: Species = {
  id: 'M2',
  meaning: 'reparative macrophages',
  scale: 'wound',
  rest: () => 0,
  diffusivity: (p) => p.D_M,
  rate: (s, p) => s.sw * s.M1 - (p.d_M + p.k_em / (1 + p.b_em * s.A)) * s.M2,
  slopes: (s, p) => {
    const held = 1 + p.b_em * s.A;
    return {
      sw: s.M1,
      M1: s.sw,
      A: (p.k_em * p.b_em * s.M2) / (held * held),
      M2: -(p.d_M + p.k_em / held),
    };
  },
  wounded: killed('M2'),
};
