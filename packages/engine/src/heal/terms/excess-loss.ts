import { positive } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) ex = k_ex (Ct − 1)+ / max(Ct, C_floor) */
export const excessLoss: Term = {
  id: 'ex',
  meaning: 'loss of collagen above rest',
  value: (s, p) => (p.k_ex * positive(s.Ct - 1)) / Math.max(s.Ct, p.C_floor),
  slopes: (s, p) => ({ Ct: s.Ct > 1 ? p.k_ex / (s.Ct * s.Ct) : 0 }),
};
