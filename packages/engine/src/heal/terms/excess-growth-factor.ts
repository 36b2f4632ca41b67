import { positive, positiveSlope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) Te = (T − T0)+ */
export const excessGrowthFactor: Term = {
  id: 'Te',
  meaning: 'active TGF-b above rest',
  value: (s, p) => positive(s.T - p.T0),
  slopes: (s, p) => ({ T: positiveSlope(s.T - p.T0) }),
};
