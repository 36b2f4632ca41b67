import { clip, clipSlope, hill2, hill2Slope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) Sy = (F + eta_Y Y) (1 + A_C Hl2(Te, K_C) + A_D De) (1 + a_47 H47) cap / (1 + A/K_AC), cap = clip((C_cap − Ct)/(C_cap − 1), 0, 1) */
export const synthesis: Term = {
  id: 'Sy',
  meaning: 'collagen synthesis, multiples of rest',
  value: (s, p) => {
    const makers = s.F + p.eta_Y * s.Y;
    const boost = 1 + p.A_C * hill2(s.Te, p.K_C) + p.A_D * s.De;
    const cap = clip((p.C_cap - s.Ct) / (p.C_cap - 1));
    return (makers * boost * (1 + p.a_47 * s.H47) * cap) / (1 + s.A / p.K_AC);
  },
  slopes: (s, p) => {
    const makers = s.F + p.eta_Y * s.Y;
    const boost = 1 + p.A_C * hill2(s.Te, p.K_C) + p.A_D * s.De;
    const chaperone = 1 + p.a_47 * s.H47;
    const room = (p.C_cap - s.Ct) / (p.C_cap - 1);
    const calm = 1 / (1 + s.A / p.K_AC);
    const yielded = chaperone * clip(room) * calm;
    return {
      F: boost * yielded,
      Y: p.eta_Y * boost * yielded,
      Te: makers * p.A_C * hill2Slope(s.Te, p.K_C) * yielded,
      De: makers * p.A_D * yielded,
      H47: makers * boost * p.a_47 * clip(room) * calm,
      Ct: (-makers * boost * chaperone * clipSlope(room) * calm) / (p.C_cap - 1),
      A: (-makers * boost * yielded * calm) / p.K_AC,
    };
  },
};
