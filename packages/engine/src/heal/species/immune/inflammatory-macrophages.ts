import { hill2, hill2Slope, positive, positiveSlope } from '../../limiters.ts';
import { killed } from '../killed.ts';
import type { Species } from '../species.ts';

/** (heal.5) M1' = D_M ∇²M1 + V [k_M Hl2(A, K_AM) + k_MD De + k_MC Cd] (1 − M/Mmax)+ − s M1 − d_M M1 */
export const inflammatoryMacrophages: Species = {
  id: 'M1',
  meaning: 'pro-inflammatory macrophages',
  scale: 'wound',
  rest: () => 0,
  diffusivity: (p) => p.D_M,
  rate: (s, p) => {
    const call = p.k_M * hill2(s.A, p.K_AM) + p.k_MD * s.De + p.k_MC * s.Cd;
    return s.V * call * positive(1 - s.M / p.Mmax) - (s.sw + p.d_M) * s.M1;
  },
  slopes: (s, p) => {
    const call = p.k_M * hill2(s.A, p.K_AM) + p.k_MD * s.De + p.k_MC * s.Cd;
    const free = 1 - s.M / p.Mmax;
    const room = positive(free);
    return {
      V: call * room,
      A: s.V * p.k_M * hill2Slope(s.A, p.K_AM) * room,
      De: s.V * p.k_MD * room,
      Cd: s.V * p.k_MC * room,
      M: (-s.V * call * positiveSlope(free)) / p.Mmax,
      sw: -s.M1,
      M1: -(s.sw + p.d_M),
    };
  },
  wounded: killed('M1'),
};
