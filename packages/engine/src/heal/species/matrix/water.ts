import { hill, hillSlope, positive, positiveSlope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) W' = L_W V [w_AW Hl(A, K_AW) + w_dW dil/(K_dW + dil)] (1 − W)+ + a_WH (H − 1)+ − k_W W */
export const water: Species = {
  id: 'W',
  meaning: 'interstitial water excess',
  scale: 'arbitrary',
  rest: () => 0,
  rate: (s, p) => {
    const leak = p.w_AW * hill(s.A, p.K_AW) + p.w_dW * hill(s.dil, p.K_dW);
    return p.L_W * s.V * leak * positive(1 - s.W) + p.a_WH * positive(s.H - 1) - p.k_W * s.W;
  },
  slopes: (s, p) => {
    const leak = p.w_AW * hill(s.A, p.K_AW) + p.w_dW * hill(s.dil, p.K_dW);
    const room = positive(1 - s.W);
    return {
      V: p.L_W * leak * room,
      A: p.L_W * s.V * p.w_AW * hillSlope(s.A, p.K_AW) * room,
      dil: p.L_W * s.V * p.w_dW * hillSlope(s.dil, p.K_dW) * room,
      H: p.a_WH * positiveSlope(s.H - 1),
      W: -p.L_W * s.V * leak * positiveSlope(1 - s.W) - p.k_W,
    };
  },
};
