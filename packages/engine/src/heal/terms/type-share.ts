import { hill, hillSlope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) ph3 = phi3b + (phi3w − phi3b) [1 − (1 − Hl(Te, K_3)) (1 − De)] */
export const typeShare: Term = {
  id: 'ph3',
  meaning: 'share of type III in synthesis',
  value: (s, p) => p.phi3b + (p.phi3w - p.phi3b) * (1 - (1 - hill(s.Te, p.K_3)) * (1 - s.De)),
  slopes: (s, p) => ({
    Te: (p.phi3w - p.phi3b) * hillSlope(s.Te, p.K_3) * (1 - s.De),
    De: (p.phi3w - p.phi3b) * (1 - hill(s.Te, p.K_3)),
  }),
};
