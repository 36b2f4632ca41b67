import { hill2, hill2Slope, positive, positiveSlope } from '../../limiters.ts';
import { killed } from '../killed.ts';
import type { Species } from '../species.ts';

/** (heal.5) N' = D_N ∇²N + k_N V Hl2(A, K_AN) (1 − N/Nmax)+ − d_N N */
export const neutrophils: Species = {
  id: 'N',
  meaning: 'neutrophils',
  scale: 'wound',
  rest: () => 0,
  diffusivity: (p) => p.D_N,
  rate: (s, p) => p.k_N * s.V * hill2(s.A, p.K_AN) * positive(1 - s.N / p.Nmax) - p.d_N * s.N,
  slopes: (s, p) => {
    const room = 1 - s.N / p.Nmax;
    const call = p.k_N * hill2(s.A, p.K_AN);
    return {
      V: call * positive(room),
      A: p.k_N * s.V * hill2Slope(s.A, p.K_AN) * positive(room),
      N: (-call * s.V * positiveSlope(room)) / p.Nmax - p.d_N,
    };
  },
  wounded: killed('N'),
};
