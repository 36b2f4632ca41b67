import type { Species } from '../species.ts';

/** (heal.5) T' = D_T ∇²T + p_TP P B + p_TM1 M1 + p_TM2 M2 + p_TY Y + f_TX p_TX Xe + p_TD De F + d_T (T0 − T) */
export const growthFactor: Species = {
  id: 'T',
  meaning: 'active TGF-b, in units of K_T',
  scale: 'wound',
  rest: (p) => p.T0,
  diffusivity: (p) => p.D_T,
  rate: (s, p) =>
    p.p_TP * s.P * s.B +
    p.p_TM1 * s.M1 +
    p.p_TM2 * s.M2 +
    p.p_TY * s.Y +
    p.f_TX * p.p_TX * s.Xe +
    p.p_TD * s.De * s.F +
    p.d_T * (p.T0 - s.T),
  slopes: (s, p) => ({
    P: p.p_TP * s.B,
    B: p.p_TP * s.P,
    M1: p.p_TM1,
    M2: p.p_TM2,
    Y: p.p_TY,
    Xe: p.f_TX * p.p_TX,
    De: p.p_TD * s.F,
    F: p.p_TD * s.De,
    T: -p.d_T,
  }),
};
