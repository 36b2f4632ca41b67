import { clip, clipSlope, positive } from '../../limiters.ts';
import type { Rates } from '../../rates.ts';
import type { Local, Species } from '../species.ts';

/** Tropoelastin up to the resting level is used as at rest, what a wound adds with a yield of its own. */
const assembled = (s: Local, p: Rates): number =>
  p.k_E * (p.y_E * p.E_set * Math.min(s.Et, p.Et0) + p.y_Ew * positive(s.Et - p.Et0));

/** (heal.5) E' = k_E [y_E E_set min(Et, Et0) + y_Ew (Et − Et0)+] cap − (d_E + k_EX Xe + k_EN N) E */
export const elastin: Species = {
  id: 'E',
  meaning: 'functional elastin',
  scale: 'rest',
  rest: (p) => p.E_set,
  rate: (s, p) =>
    assembled(s, p) * clip((p.E_cap - s.E) / (p.E_cap - 1)) - (p.d_E + p.k_EX * s.Xe + p.k_EN * s.N) * s.E,
  slopes: (s, p) => {
    const room = (p.E_cap - s.E) / (p.E_cap - 1);
    return {
      Et: p.k_E * (s.Et > p.Et0 ? p.y_Ew : p.y_E * p.E_set) * clip(room),
      E: (-assembled(s, p) * clipSlope(room)) / (p.E_cap - 1) - (p.d_E + p.k_EX * s.Xe + p.k_EN * s.N),
      Xe: -p.k_EX * s.E,
      N: -p.k_EN * s.E,
    };
  },
  wounded: (s, w, p) => s.E * (1 - p.f_lost * w.gap) * (1 - Math.max(p.f_coagE * w.coag, p.f_cutE * w.cut)),
};
