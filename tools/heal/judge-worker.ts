// Judges runs of tries of the tissue on a thread of its own.
import { parentPort } from 'node:worker_threads';
import { valuesAtDraw } from '../../packages/engine/src/heal/ensemble/draw-values.ts';
import { judgeTissue, type Judged } from '../../packages/engine/src/heal/calibration/judge.ts';
import { seed } from '../../packages/engine/src/heal/calibration/targets.ts';

/** Tries from `first` on. */
export interface Verdicts {
  readonly first: number;
  readonly judged: readonly Judged[];
}

export const stride = 16;

parentPort?.on('message', (first: number) => {
  const judged = Array.from({ length: stride }, (_, i) => judgeTissue(valuesAtDraw(seed, first + i, {})));
  const verdicts: Verdicts = { first, judged };
  parentPort?.postMessage(verdicts);
});
