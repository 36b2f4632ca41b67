import { workerData } from 'node:worker_threads';
import { createDrawer, type DrawJob } from '@percuta/engine';
import { answerNumbers } from './answer-numbers.ts';

// The thread is started with a job and nothing else.
answerNumbers(() => createDrawer(workerData as DrawJob));
