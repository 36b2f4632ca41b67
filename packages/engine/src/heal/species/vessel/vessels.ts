import { positive, positiveSlope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) V' = D_V ∇²V + k_V G V (1 − V/Vmax)+ + k_V0 V (1 − V)+ − d_V (V − 1)+ */
export const vessels: Species = {
  id: 'V',
  meaning: 'perfused vessels',
  scale: 'rest',
  rest: () => 1,
  diffusivity: (p) => p.D_V,
  rate: (s, p) =>
    p.k_V * s.G * s.V * positive(1 - s.V / p.Vmax) +
    p.k_V0 * s.V * positive(1 - s.V) -
    p.d_V * positive(s.V - 1),
  slopes: (s, p) => {
    const free = 1 - s.V / p.Vmax;
    return {
      G: p.k_V * s.V * positive(free),
      V:
        p.k_V * s.G * (positive(free) - (s.V * positiveSlope(free)) / p.Vmax) +
        p.k_V0 * (positive(1 - s.V) - s.V * positiveSlope(1 - s.V)) -
        p.d_V * positiveSlope(s.V - 1),
    };
  },
  wounded: (s, w, p) => s.V * (1 - (1 - p.f_bed) * Math.max(w.gap, w.coag)),
};
