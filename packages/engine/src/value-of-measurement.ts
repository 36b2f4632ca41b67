import type { DeviceSheet } from '@percuta/evidence';
import { mean } from '@percuta/numerics';
import type { Case, MeasuredThickness } from './case/case.ts';
import { planCourse } from './plan-course.ts';
import { possibleReadings } from './plan/explain/readings.ts';
import type { WorkedOut } from './plan/plan.ts';
import type { Run } from './run.ts';

/** A plan with the thickness of the skin read as something it may well be. */
export interface ReadingOutcome {
  /** Epidermis and dermis, m. */
  readonly reading: number;
  /** Deepest setting inside every depth limit, m. */
  readonly deepest: number;
  /** Courses inside. */
  readonly inside: number;
  /** Most holes per area that reach the target over a course inside, 1/m2. */
  readonly bestDose: number;
  /** Is the course that would be taken without a reading inside? Undefined where none was. */
  readonly keepsCourse: boolean | undefined;
}

/** What a thickness measured before the plan, with a standard error in m, would change; readings are equally likely. */
export interface MeasurementValue {
  readonly error: number;
  readonly without: Omit<ReadingOutcome, 'reading' | 'keepsCourse'>;
  readonly readings: readonly ReadingOutcome[];
  /** Means over the readings: deepest setting inside, m, and most holes that reach the target, 1/m2. */
  readonly deepest: number;
  readonly bestDose: number;
  /** Chance that a reading would find the course outside. */
  readonly courseLost: number;
}

/** Draws of each plan; the differences that matter here are far larger than their noise. */
const mostDraws = 512;

const summaryOf = ({ devices, candidates }: WorkedOut): Omit<ReadingOutcome, 'reading' | 'keepsCourse'> => ({
  deepest: devices.reduce((deepest, one) => Math.max(deepest, one.maximumSafeDepth), 0),
  inside: candidates.length,
  bestDose: candidates.reduce((best, { courseDose }) => Math.max(best, courseDose.median), 0),
});

/**
 * The value of measuring the thickness of the skin before anything is planned: the plan is made again for readings
 * that are as likely as the atlas says, each taken with the standard `error` (m). `course` is the id of the candidate
 * that would be taken without; the one with the most dose when left out. Undefined for a case that is refused.
 * Throws what `planCourse` throws.
 */
export const valueOfMeasurement = (
  given: Case,
  sheets: readonly DeviceSheet[],
  run: Run,
  { error, course }: { readonly error: number; readonly course?: string | undefined },
): MeasurementValue | undefined => {
  const runAt = (done: number, total: number): Run => ({
    ...run,
    draws: Math.min(run.draws, mostDraws),
    progress: () => run.progress?.(done, total, 'readings of the skin'),
  });
  const without = planCourse(given, sheets, runAt(0, 1));
  if (without.status === 'refused') return undefined;
  const id = course ?? without.candidates[0]?.id;
  const possible = possibleReadings(without.skins, error, run.seed);
  const readings = possible.flatMap((reading, i): ReadingOutcome[] => {
    const read: MeasuredThickness = { layer: 'skin', method: 'ultrasound', value: reading, error };
    const plan = planCourse(
      { ...given, measured: [...(given.measured ?? []), read] },
      sheets,
      runAt(i, possible.length),
    );
    if (plan.status === 'refused') return [];
    const keepsCourse = id === undefined ? undefined : plan.candidates.some((one) => one.id === id);
    return [{ reading, ...summaryOf(plan), keepsCourse }];
  });
  return {
    error,
    without: summaryOf(without),
    readings,
    deepest: mean(readings.map(({ deepest }) => deepest)),
    bestDose: mean(readings.map(({ bestDose }) => bestDose)),
    courseLost: mean(readings.map(({ keepsCourse }) => (keepsCourse === false ? 1 : 0))),
  };
};
