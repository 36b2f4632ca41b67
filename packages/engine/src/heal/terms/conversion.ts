import { hill2, hill2Slope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) conv = k_FY sigma F Hl2(Te, K_FY) */
export const conversion: Term = {
  id: 'conv',
  meaning: 'fibroblasts that become myofibroblasts',
  value: (s, p) => p.k_FY * p.sigma * s.F * hill2(s.Te, p.K_FY),
  slopes: (s, p) => ({
    F: p.k_FY * p.sigma * hill2(s.Te, p.K_FY),
    Te: p.k_FY * p.sigma * s.F * hill2Slope(s.Te, p.K_FY),
  }),
};
