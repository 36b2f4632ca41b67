import { readingError, settingWithReading } from '../plan/explain/counterfactual.ts';
import { createJudge } from '../plan/explain/judge-course.ts';
import type { MeasuredFirst } from '../plan/explain/plan-reasons.ts';
import { possibleReadings } from '../plan/explain/readings.ts';
import { maximumSafeDepth } from '../plan/maximum-safe-depth.ts';
import type { Candidate } from '../plan/plan.ts';
import type { Setting } from '../plan/situation.ts';
import { deepestSetting } from '../puncture/device.ts';
import type { Run } from '../run.ts';

/** What readings of the skin would say of courses of one device; the readings are worked out once for all of them. */
export const measuredFirst = (setting: Setting, overrides: Run['overrides'], tick: () => void) => {
  const readings = possibleReadings(setting.skins, readingError, setting.ensemble.seed);
  const deepest = deepestSetting(setting.sheet) ?? 0;
  const tried = readings.map((reading) => {
    tick();
    const measured = settingWithReading(setting, { value: reading, error: readingError }, overrides);
    return { reading, judge: createJudge(measured), deepest: maximumSafeDepth(measured, deepest, tick) };
  });
  return ({ settings, course }: Candidate): MeasuredFirst => ({
    error: readingError,
    readings: tried.map(({ reading, judge, deepest: safe }) => {
      tick();
      return { reading, keepsCourse: judge(settings, course).isInside, deepest: safe };
    }),
  });
};
