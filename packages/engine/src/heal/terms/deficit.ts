import { clip, clipSlope } from '../limiters.ts';
import type { Term } from '../species/species.ts';

/** (heal.4) De = clip(C_set − (Ct + Cd), 0, 1): a coagulum holds its place until it is cleared */
export const deficit: Term = {
  id: 'De',
  meaning: 'matrix deficit',
  value: (s, p) => clip(p.C_set - (s.Ct + s.Cd)),
  slopes: (s, p) => {
    const slope = -clipSlope(p.C_set - (s.Ct + s.Cd));
    return { Ct: slope, Cd: slope };
  },
};
