import { positive, positiveSlope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) G' = D_G ∇²G + p_GO (1 − V)+ + p_GM M2 − d_G G */
export const vesselSignal: Species = {
  id: 'G',
  meaning: 'VEGF',
  scale: 'wound',
  rest: () => 0,
  diffusivity: (p) => p.D_G,
  rate: (s, p) => p.p_GO * positive(1 - s.V) + p.p_GM * s.M2 - p.d_G * s.G,
  slopes: (s, p) => ({ V: -p.p_GO * positiveSlope(1 - s.V), M2: p.p_GM, G: -p.d_G }),
};
