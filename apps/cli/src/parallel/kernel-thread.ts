import { workerData } from 'node:worker_threads';
import { helpKernels, type HelperTask } from '@percuta/numerics/helper';

// The one who starts the thread hands over exactly this.
helpKernels(workerData as HelperTask);
