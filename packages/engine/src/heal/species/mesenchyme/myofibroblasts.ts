import { killed } from '../killed.ts';
import type { Species } from '../species.ts';

/** (heal.5) Y' = conv − [dY0 + dY1/(1 + T/K_TY)] Y */
export const myofibroblasts: Species = {
  id: 'Y',
  meaning: 'myofibroblasts, per resting fibroblast',
  scale: 'rest',
  rest: () => 0,
  rate: (s, p) => s.conv - (p.dY0 + p.dY1 / (1 + s.T / p.K_TY)) * s.Y,
  slopes: (s, p) => {
    const kept = 1 + s.T / p.K_TY;
    return { conv: 1, Y: -(p.dY0 + p.dY1 / kept), T: (p.dY1 * s.Y) / (p.K_TY * kept * kept) };
  },
  wounded: killed('Y'),
};
