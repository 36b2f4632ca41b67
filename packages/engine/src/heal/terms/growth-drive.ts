import { hill, hill2, hill2Slope, hillSlope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) S = 1 − [1 − Hl(P, K_PF)] [1 − w_TF Hl2(Te, K_TF)] [1 − w_D De] */
export const growthDrive: Term = {
  id: 'S',
  meaning: 'drive of fibroblast growth',
  value: (s, p) => 1 - (1 - hill(s.P, p.K_PF)) * (1 - p.w_TF * hill2(s.Te, p.K_TF)) * (1 - p.w_D * s.De),
  slopes: (s, p) => {
    const quiet = 1 - hill(s.P, p.K_PF);
    const still = 1 - p.w_TF * hill2(s.Te, p.K_TF);
    const full = 1 - p.w_D * s.De;
    return {
      P: hillSlope(s.P, p.K_PF) * still * full,
      Te: quiet * p.w_TF * hill2Slope(s.Te, p.K_TF) * full,
      De: quiet * still * p.w_D,
    };
  },
};
