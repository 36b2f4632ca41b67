import { positive, positiveSlope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) rem = k_rem min(F, F_rem) (C3 − phi3b Ct)+ */
export const replacement: Term = {
  id: 'rem',
  meaning: 'type III replaced by type I',
  value: (s, p) => p.k_rem * Math.min(s.F, p.F_rem) * positive(s.C3 - p.phi3b * s.Ct),
  slopes: (s, p) => {
    const excess = s.C3 - p.phi3b * s.Ct;
    const rate = p.k_rem * Math.min(s.F, p.F_rem) * positiveSlope(excess);
    return { F: s.F < p.F_rem ? p.k_rem * positive(excess) : 0, C3: rate, Ct: -p.phi3b * rate };
  },
};
