import type { Species } from '../species.ts';

/** (heal.5) Pg' = −k_rel Pg */
export const platelets: Species = {
  id: 'Pg',
  meaning: 'platelets not yet degranulated',
  scale: 'wound',
  rest: () => 0,
  rate: (s, p) => -p.k_rel * s.Pg,
  slopes: (_, p) => ({ Pg: -p.k_rel }),
  wounded: (s, w, p) => s.Pg + p.bleed * w.halo,
};
