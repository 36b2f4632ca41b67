import type { Species } from '../species.ts';

/** (heal.5) Dd' = −(k_d0 + k_ph (N + M)) Dd */
export const debris: Species = {
  id: 'Dd',
  meaning: 'cell debris',
  scale: 'wound',
  rest: () => 0,
  rate: (s, p) => -(p.k_d0 + p.k_ph * (s.N + s.M)) * s.Dd,
  slopes: (s, p) => ({ Dd: -(p.k_d0 + p.k_ph * (s.N + s.M)), N: -p.k_ph * s.Dd, M: -p.k_ph * s.Dd }),
  wounded: (s, w) => s.Dd + w.kill,
};
