import type { Species } from '../species.ts';

/** (heal.5) P' = D_P ∇²P + k_rel Pg + p_PM M + p_PD De F − d_P P */
export const plateletSignal: Species = {
  id: 'P',
  meaning: 'platelet and PDGF signal',
  scale: 'wound',
  rest: () => 0,
  diffusivity: (p) => p.D_P,
  rate: (s, p) => p.k_rel * s.Pg + p.p_PM * s.M + p.p_PD * s.De * s.F - p.d_P * s.P,
  slopes: (s, p) => ({ Pg: p.k_rel, M: p.p_PM, De: p.p_PD * s.F, F: p.p_PD * s.De, P: -p.d_P }),
};
