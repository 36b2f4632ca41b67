import { hill, hillSlope, positive, positiveSlope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) H' = d_H [1 + a_HP Hl(P, K_HP) + a_HF (F − 1)+] − d_H H */
export const hyaluronan: Species = {
  id: 'H',
  meaning: 'hyaluronan',
  scale: 'rest',
  rest: () => 1,
  rate: (s, p) => p.d_H * (1 + p.a_HP * hill(s.P, p.K_HP) + p.a_HF * positive(s.F - 1) - s.H),
  slopes: (s, p) => ({
    P: p.d_H * p.a_HP * hillSlope(s.P, p.K_HP),
    F: p.d_H * p.a_HF * positiveSlope(s.F - 1),
    H: -p.d_H,
  }),
};
