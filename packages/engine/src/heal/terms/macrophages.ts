import type { Term } from '../species/species.ts';

/** (heal.4) M = M1 + M2 */
export const macrophages: Term = {
  id: 'M',
  meaning: 'macrophages',
  value: (s) => s.M1 + s.M2,
  slopes: () => ({ M1: 1, M2: 1 }),
};
