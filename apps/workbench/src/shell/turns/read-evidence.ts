import { measures, study, studyIds, tableReading } from '@percuta/evidence';
import { inTurns } from './in-turns.ts';

/** Reads and checks what is known, study by study: read all at once where it is first shown, it would hold up the page. */
export const readEvidence = (): Promise<void> =>
  inTurns([...studyIds.map((id) => () => study(id)), measures, tableReading]);
