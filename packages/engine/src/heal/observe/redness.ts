import type { HealValues } from '../heal-stage.ts';
import type { Healing } from '../result/healing.ts';
import { depthMean } from './depth-mean.ts';

/** (heal.9) Erythema index above that at rest: e1 [mean V (1 + dil) − 1] + e2 mean B, over the top z_EI. */
export const erythema = (healing: Healing, p: Pick<HealValues, 'e1' | 'e2' | 'z_EI'>): Float64Array => {
  const perfusion = depthMean(healing, healing.perfusion, p.z_EI);
  const clot = depthMean(healing, healing.means.B, p.z_EI);
  return perfusion.map((value, t) => p.e1 * (value - 1) + p.e2 * clot[t]);
};
