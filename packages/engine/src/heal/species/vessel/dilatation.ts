import { hill2, hill2Slope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) dil' = k_dil Hl2(A, K_Ad) − d_dil dil */
export const dilatation: Species = {
  id: 'dil',
  meaning: 'vasodilatation',
  scale: 'arbitrary',
  rest: () => 0,
  rate: (s, p) => p.k_dil * hill2(s.A, p.K_Ad) - p.d_dil * s.dil,
  slopes: (s, p) => ({ A: p.k_dil * hill2Slope(s.A, p.K_Ad), dil: -p.d_dil }),
};
