import type { Species } from '../species.ts';

/** (heal.5) A' = D_A ∇²A + p_AD Dd + p_AP P + p_AN N + p_AM M1 − d_A (1 + r_A2 M2) A */
export const inflammatorySignal: Species = {
  id: 'A',
  meaning: 'pro-inflammatory signal',
  scale: 'wound',
  rest: () => 0,
  diffusivity: (p) => p.D_A,
  rate: (s, p) =>
    p.p_AD * s.Dd + p.p_AP * s.P + p.p_AN * s.N + p.p_AM * s.M1 - p.d_A * (1 + p.r_A2 * s.M2) * s.A,
  slopes: (s, p) => ({
    Dd: p.p_AD,
    P: p.p_AP,
    N: p.p_AN,
    M1: p.p_AM,
    M2: -p.d_A * p.r_A2 * s.A,
    A: -p.d_A * (1 + p.r_A2 * s.M2),
  }),
};
