import { createDrawer, type Drawn } from '@percuta/engine';
import type { DrawQuestion } from '../messages.ts';

let drawer: ReturnType<typeof createDrawer> | undefined;

/** Makes a draw of the job that comes with it, else of the last job that came. Throws what the engine throws. */
export const answerDraw = ({ job, draw }: DrawQuestion): Drawn => {
  if (job !== undefined) drawer = createDrawer(job);
  if (drawer === undefined) throw new RangeError('a draw is asked for before its job');
  return drawer(draw);
};
