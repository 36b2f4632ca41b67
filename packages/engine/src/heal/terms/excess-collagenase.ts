import { positive, positiveSlope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) Xe = (X − 1)+ */
export const excessCollagenase: Term = {
  id: 'Xe',
  meaning: 'collagenase above rest',
  value: (s) => positive(s.X - 1),
  slopes: (s) => ({ X: positiveSlope(s.X - 1) }),
};
