import { hill, hillSlope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) s = k12 [s12 + (1 − s12) Hl(T, K_T12)] */
export const switching: Term = {
  id: 'sw',
  meaning: 'rate at which macrophages turn reparative',
  value: (s, p) => p.k12 * (p.s12 + (1 - p.s12) * hill(s.T, p.K_T12)),
  slopes: (s, p) => ({ T: p.k12 * (1 - p.s12) * hillSlope(s.T, p.K_T12) }),
};
