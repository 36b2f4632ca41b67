import { integrateStiff, StepFailed, type StiffStep, type StiffTally } from '@percuta/numerics';
import { papillaryLayers } from '../geometry/papillary-layers.ts';
import { healingTolerance } from './tolerance.ts';
import type { CourseRecord } from '../result/record.ts';
import { createRunner } from '../result/recorder.ts';
import type { Course, Stretch } from './course.ts';
import { clamp, failureAt } from './failure.ts';

const addUp = (sum: StiffTally, part: StiffTally): void => {
  sum.steps += part.steps;
  sum.rejected += part.rejected;
  sum.rates += part.rates;
  sum.jacobians += part.jacobians;
  sum.factors += part.factors;
};

/** Keeps the moments that fall into a step, with what runs beside the states carried on to each of them. */
const observerOf = (course: Course, { from, to }: Stretch, times: Float64Array, record: CourseRecord) => {
  const { tissue, p, running, cut, options } = course;
  const run = createRunner(tissue, papillaryLayers(tissue.depths, p.z_pap), p);
  const y = new Float64Array(course.y.length);
  let next = 1;
  return (step: StiffStep): void => {
    options.signal?.throwIfAborted();
    options.progress?.(Math.round((1000 * (from + step.to)) / to), 1000, 'healing');
    let reached = step.from;
    for (; next < times.length && times[next] <= step.to; next += 1) {
      const time = times[next];
      run(running, { ...step, from: reached, to: time });
      reached = time;
      step.at(time, y);
      clamp(y, from + time, tissue);
      record.keep({ time: from + time, sinceSession: time, y, cut, running });
    }
    if (reached < step.to) run(running, { ...step, from: reached });
  };
};

/** Lets a stretch of time pass; `times` are those to keep, s after its session, from 0. Throws NotConverged. */
export const follow = (course: Course, stretch: Stretch, times: Float64Array, record: CourseRecord): void => {
  const { tissue, system, y, running, cut, options, tally } = course;
  const { from, to } = stretch;
  record.keep({ time: from, sinceSession: 0, y, cut, running });
  const observe = observerOf(course, stretch, times, record);
  try {
    const tolerances = {
      ...healingTolerance,
      relative: options.relative ?? healingTolerance.relative,
      absolute: options.absolute ?? healingTolerance.absolute,
    };
    const { end, tally: spent } = integrateStiff(system, y, to - from, tolerances, observe);
    clamp(end, to, tissue);
    y.set(end);
    addUp(tally, spent);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    throw failureAt(error.index, from + error.time, tissue, `did not settle at a step of ${error.step} s`);
  }
};
