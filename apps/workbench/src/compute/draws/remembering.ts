import { hashOf, type Drawn, type DrawPool } from '@percuta/engine';

/** Draws that were made, by what they are of. */
export type MadeDraws = Map<string, readonly Drawn[]>;

/**
 * A pool that makes no draws of healing twice: the chart of a plan and its reasons follow the same session. Of one plan alone, whose
 * skin, needles and heat at central values hang on the protocol, the sheet and what is overridden.
 */
export const remembering =
  (made: MadeDraws, pool: DrawPool): DrawPool =>
  async (job, run) => {
    if (job.kind === 'heat') return pool(job, run);
    const { protocol, sheet, overrides, count } = job;
    const key = hashOf({ protocol, sheet, overrides, count });
    const draws = made.get(key) ?? (await pool(job, run));
    made.set(key, draws);
    return draws;
  };
