import { parentPort, workerData } from 'node:worker_threads';
import { chunksOf, type Study } from '@percuta/engine';

export interface ThreadData {
  readonly study: Study;
  readonly input: string;
}

/** What a thread sends back for the number of a chunk. */
export interface ThreadAnswer {
  readonly chunk: number;
  readonly lines: readonly string[];
}

// The one who starts the thread hands over exactly this.
const { study, input } = workerData as ThreadData;
const chunks = chunksOf(study, input);

parentPort?.on('message', (chunk: number) => {
  const answer: ThreadAnswer = { chunk, lines: chunks.run(chunk) };
  parentPort?.postMessage(answer);
});
