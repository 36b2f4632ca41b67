import { hill, hillSlope } from '../../limiters.ts';
import type { Species } from '../species.ts';

/** (heal.5) H47' = k_47 [g_47 HS + Hl(Te, K_47)] − H47/tau_47 */
export const collagenChaperone: Species = {
  id: 'H47',
  meaning: 'HSP47 induction',
  scale: 'arbitrary',
  rest: () => 0,
  rate: (s, p) => p.k_47 * (p.g_47 * s.HS + hill(s.Te, p.K_47)) - s.H47 / p.tau_47,
  slopes: (s, p) => ({ HS: p.k_47 * p.g_47, Te: p.k_47 * hillSlope(s.Te, p.K_47), H47: -1 / p.tau_47 }),
};
