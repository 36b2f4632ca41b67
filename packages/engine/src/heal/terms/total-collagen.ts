import type { Term } from '../species/species.ts';

/** (heal.4) Ct = C3 + C1i + C1m */
export const totalCollagen: Term = {
  id: 'Ct',
  meaning: 'collagen in fibres',
  value: (s) => s.C3 + s.C1i + s.C1m,
  slopes: () => ({ C3: 1, C1i: 1, C1m: 1 }),
};
