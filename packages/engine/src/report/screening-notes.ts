import type { Screening } from '../safety/screening.ts';
import type { ScreeningNote } from './content.ts';
import { wordsOf } from './numbers.ts';

/** The answers that change what is done; those that let a plan go on unchanged are not told. */
export const screeningNotes = ({ findings }: Screening): ScreeningNote[] =>
  findings
    .filter(({ action }) => action !== 'proceed')
    .map(({ item, action }) => ({
      factor: item.factor,
      action: wordsOf(action),
      rule: item.rule,
      because: item.reason,
      sources: item.sources,
      read: item.read,
      ...(item.note === undefined ? {} : { note: item.note }),
    }));
