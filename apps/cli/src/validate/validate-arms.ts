import { readDocument } from '@percuta/engine';
import { armsSchemaFor, isPublishedArms, predictArms, type ArmPredictions } from '@percuta/evidence';
import { cachedPosterior } from '../posterior-cache.ts';

/** As for the forecasts of the repository. */
const settings = { seed: 5, draws: 2000, warmup: 1000 };

/** A study or a list of them, as opposed to rows of measurements. */
export const isArmsFile = (document: unknown): boolean =>
  Array.isArray(document) || (typeof document === 'object' && document !== null && 'arms' in document);

/** Predicts the arms of a file and scores those that count people; throws BadInput with every problem of the file. */
export const validateArms = (document: unknown): ArmPredictions => {
  const studies: unknown = Array.isArray(document) || isPublishedArms(document) ? document : [document];
  readDocument(armsSchemaFor(studies), studies);
  const { posterior } = cachedPosterior(settings);
  return predictArms(studies, { ...settings, posterior });
};
