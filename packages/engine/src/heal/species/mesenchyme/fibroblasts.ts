import { positive, positiveSlope } from '../../limiters.ts';
import { killed } from '../killed.ts';
import type { Species } from '../species.ts';

/** (heal.5) F' = D_F ∇²F − ∇·(chi_F F ∇ln(1 + P/P_chem)) + r_F S F (1 − (F+Y)/Fmax)+ + r_h F (1 − F − Y) q_h/(1 + b_h F) − conv */
export const fibroblasts: Species = {
  id: 'F',
  meaning: 'fibroblasts',
  scale: 'rest',
  rest: () => 1,
  diffusivity: (p) => p.D_F,
  rate: (s, p) => {
    const growth = p.r_F * s.S * s.F * positive(1 - (s.F + s.Y) / p.Fmax);
    const homing = (p.r_h * s.F * (1 - s.F - s.Y) * p.q_h) / (1 + p.b_h * s.F);
    return growth + homing - s.conv;
  },
  slopes: (s, p) => {
    const free = 1 - (s.F + s.Y) / p.Fmax;
    const room = positive(free);
    const crowding = (-p.r_F * s.S * s.F * positiveSlope(free)) / p.Fmax;
    const slow = 1 + p.b_h * s.F;
    const back = (p.r_h * p.q_h) / slow;
    return {
      S: p.r_F * s.F * room,
      F: p.r_F * s.S * room + crowding + (back * (1 - s.F - s.Y)) / slow - back * s.F,
      Y: crowding - back * s.F,
      conv: -1,
    };
  },
  wounded: killed('F'),
};
