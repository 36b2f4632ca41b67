import { isPercutaError, readCase, screen, type Problem, type Screening } from '@percuta/engine';
import type { Json } from './document.ts';

/** A case as the engine reads it: what is wrong with it, or what screening says of it. */
export interface Judged {
  readonly problems: readonly Problem[];
  readonly screening: Screening | undefined;
}

export const judge = (document: Json): Judged => {
  try {
    return { problems: [], screening: screen(readCase(document), 'needling') };
  } catch (error) {
    if (isPercutaError(error, 'BadInput')) return { problems: error.problems, screening: undefined };
    throw error;
  }
};
