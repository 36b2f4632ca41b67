import { isPercutaError, type Problem } from '../error.ts';

/** The problems of the BadInput that `act` must throw. */
export const problemsOf = (act: () => unknown): readonly Problem[] => {
  try {
    act();
  } catch (error) {
    if (isPercutaError(error, 'BadInput')) return error.problems;
    throw error;
  }
  throw new Error('expected BadInput, nothing was thrown');
};
