import { drawCount, validateHealing, type HealValidation } from '@percuta/engine';
import { progressLine } from '../progress.ts';

/** Records of healing skin at every calibrated draw. */
export const validateHealed = (document: unknown): HealValidation => {
  const progress = progressLine();
  const result = validateHealing(document, { progress: progress.step }, drawCount);
  progress.end();
  return result;
};
