import { hill, hillSlope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) Et' = p_E F (1 + a_E Hl(Te, K_E)) − k_E Et */
export const tropoelastin: Species = {
  id: 'Et',
  meaning: 'tropoelastin',
  scale: 'rest',
  rest: (p) => p.Et0,
  rate: (s, p) => p.p_E * s.F * (1 + p.a_E * hill(s.Te, p.K_E)) - p.k_E * s.Et,
  slopes: (s, p) => ({
    F: p.p_E * (1 + p.a_E * hill(s.Te, p.K_E)),
    Te: p.p_E * s.F * p.a_E * hillSlope(s.Te, p.K_E),
    Et: -p.k_E,
  }),
  wounded: (s, w, p) => s.Et * (1 - p.f_lost * w.gap),
};
