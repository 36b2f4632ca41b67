import { positive, positiveSlope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) X' = d_X (1 − X) + h_mmp [p_XA A + p_XM1 M1 + p_XF (F + Y − 1)+/(1 + iX_T T)] */
export const collagenase: Species = {
  id: 'X',
  meaning: 'net collagenolytic activity',
  scale: 'rest',
  rest: () => 1,
  rate: (s, p) =>
    p.d_X * (1 - s.X) +
    p.h_mmp * (p.p_XA * s.A + p.p_XM1 * s.M1 + (p.p_XF * positive(s.F + s.Y - 1)) / (1 + p.iX_T * s.T)),
  slopes: (s, p) => {
    const held = 1 + p.iX_T * s.T;
    const excess = s.F + s.Y - 1;
    const cells = (p.h_mmp * p.p_XF * positiveSlope(excess)) / held;
    return {
      X: -p.d_X,
      A: p.h_mmp * p.p_XA,
      M1: p.h_mmp * p.p_XM1,
      F: cells,
      Y: cells,
      T: (-p.h_mmp * p.p_XF * p.iX_T * positive(excess)) / (held * held),
    };
  },
};
