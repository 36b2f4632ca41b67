import { workerData } from 'node:worker_threads';
import { heatDraws, readProtocol, type Run } from '@percuta/engine';
import { sheetOf } from '../input.ts';
import { answerNumbers } from '../parallel/answer-numbers.ts';

/** A protocol as a document, and how often its heat is drawn. */
export interface HeatThreadData {
  readonly document: unknown;
  readonly run: Pick<Run, 'draws' | 'seed' | 'overrides'>;
  readonly draws: number;
}

// The one who starts the thread hands over exactly this.
const { document, run, draws } = workerData as HeatThreadData;

answerNumbers(() => {
  const protocol = readProtocol(document);
  return heatDraws(protocol, sheetOf(protocol), run, draws);
});
