import { tell, type Run } from '../run.ts';
import { createHealingDrawer } from './draw-healing.ts';
import { createHeatDrawer } from './draw-heat.ts';
import { drawsOf, type Drawn, type Drawing, type DrawJob, type DrawPool } from './drawing.ts';

type Told = Pick<Run, 'progress' | 'signal'>;

/** Makes any draw of a job; skin and needles stay central for healing. Throws what `heal` and `heatSkin` throw. */
export const createDrawer = (job: DrawJob, run: Told = {}): ((k: number) => Drawn) =>
  job.kind === 'heat' ? createHeatDrawer(job, run) : createHealingDrawer(job, run);

/** The draws of a job one after the other, on the thread of the caller; throws what the signal of the run says. */
export const drawHere = (job: DrawJob, run: Told): Drawn[] => {
  const drawer = createDrawer(job, run);
  return Array.from({ length: job.count }, (_, k) => {
    tell(run, k, job.count, drawsOf[job.kind]);
    return drawer(k);
  });
};

/** Runs a computation to its end and makes its draws here. */
export const drawingHere = <Result>(drawing: Drawing<Result>, run: Told): Result => {
  let step = drawing.next();
  while (step.done !== true) step = drawing.next(drawHere(step.value, run));
  return step.value;
};

/** Runs a computation to its end and has its draws made by a pool. */
export const drawingWith = async <Result>(
  pool: DrawPool,
  drawing: Drawing<Result>,
  run: Told,
): Promise<Result> => {
  let step = drawing.next();
  while (step.done !== true) step = drawing.next(await pool(step.value, run));
  return step.value;
};
