import { isPercutaError } from '../../error.ts';
import type { HealValues } from '../heal-stage.ts';
import { toSI } from '@percuta/quantity';
import { brokenGain, unresolved } from '../stability/broken-rule.ts';
import { coreOf } from './core.ts';
import { courseReadings } from './course-reading.ts';
import { runExperiment, valuesIn, type Experiment } from './experiment.ts';
import { surfaceReadings } from './surface-reading.ts';
import { courseConditions, experiments, relativeTolerance, surfaceConditions } from './targets.ts';

/** What a draw comes to: readings as far as it got, SI, and what refused it. */
export interface Judged {
  readonly readings: Readonly<Record<string, number>>;
  /** A condition, a rule of stability or `SOLVER`; undefined for an accepted draw. */
  readonly refusedBy: string | undefined;
}

/** Time after which a course has come to rest, s. */
const year = toSI(1, 'years');

const isWithin = (value: number, { low, high }: { readonly low: number; readonly high: number }): boolean =>
  value >= low && value <= high;

/** Readings of one experiment, in the order of its conditions. Throws as `heal` does. */
export const readExperiment = (
  name: string,
  experiment: Experiment,
  drawn: HealValues,
): { readonly readings: Readonly<Record<string, number>>; readonly refusedBy: string | undefined } => {
  const healing = runExperiment(experiment, drawn, relativeTolerance);
  const values = valuesIn(experiment, drawn);
  const core = coreOf(healing, experiment.coreRadius, values);
  const readings: Record<string, number> = {};
  let refusedBy: string | undefined;
  for (const condition of courseConditions) {
    if (condition.experiment !== name) continue;
    const { id, reading, at, against } = condition;
    const value = courseReadings[reading]({ healing, core, values, at, against });
    readings[id] = value;
    if (!isWithin(value, condition)) refusedBy ??= id;
  }
  // A course of a year has had the time to come to rest.
  const yearAfter = experiment.end - (experiment.sessions.at(-1) ?? 0) >= year;
  return { readings, refusedBy: refusedBy ?? (yearAfter ? unresolved(healing)?.rule : undefined) };
};

/** Holds values against the conditions of the surface, up to the first that refuses them. */
export const judgeSurface = (drawn: HealValues): Judged => {
  const readings: Record<string, number> = {};
  for (const condition of surfaceConditions) {
    const value = surfaceReadings[condition.reading](condition.opening, drawn);
    readings[condition.id] = value;
    if (!isWithin(value, condition)) return { readings, refusedBy: condition.id };
  }
  return { readings, refusedBy: undefined };
};

/** Holds values against stability and every experiment, the cheapest first, up to the first that refuses them. */
export const judgeTissue = (drawn: HealValues): Judged => {
  let readings: Readonly<Record<string, number>> = {};
  const gain = brokenGain(drawn);
  if (gain !== undefined) return { readings, refusedBy: gain.rule };
  for (const [name, experiment] of experiments) {
    try {
      const one = readExperiment(name, experiment, drawn);
      readings = { ...readings, ...one.readings };
      if (one.refusedBy !== undefined) return { readings, refusedBy: one.refusedBy };
    } catch (error) {
      if (!isPercutaError(error, 'NotConverged')) throw error;
      return { readings, refusedBy: 'SOLVER' };
    }
  }
  return { readings, refusedBy: undefined };
};
