import type { Run } from '../../run.ts';
import { rfOptions } from '../heat/rf-options.ts';
import type { Candidate, Rejected } from '../plan.ts';
import type { Setting } from '../situation.ts';
import { strokeOutcome, type StrokeOutcome } from '../stroke-outcome.ts';
import { strokeSettings } from './decision-space.ts';
import { judgeCourses, strokeMargins, type Verdict } from './judge-courses.ts';
import { judgeHeat } from './judge-heat.ts';

const judgeStroke = (setting: Setting, stroke: StrokeOutcome, step: () => void): Verdict[] => {
  if (setting.heats.length > 0) return judgeHeat(setting, stroke, step);
  const tried = { setting, stroke, heat: undefined };
  const [anyCourse] = setting.courses;
  return anyCourse === undefined ? [] : judgeCourses(tried, anyCourse, strokeMargins(tried, anyCourse));
};

/** Runs the chain over the whole decision space of one device. `step` is called before each setting. */
const evaluateDevice = (
  setting: Setting,
  step: () => void,
): { strokes: StrokeOutcome[]; verdicts: Verdict[] } => {
  const tried = strokeSettings(setting.sheet).map((settings) => {
    step();
    const { sheet, skins, ensemble, target } = setting;
    const stroke = strokeOutcome(sheet, settings, skins, ensemble, target);
    return { stroke, verdicts: judgeStroke(setting, stroke, step) };
  });
  return {
    strokes: tried.map(({ stroke }) => stroke),
    verdicts: tried.flatMap(({ verdicts }) => verdicts),
  };
};

/** What the search over all devices found. */
export interface Evaluation {
  readonly strokes: readonly StrokeOutcome[];
  readonly inside: readonly Omit<Candidate, 'isOnFront'>[];
  readonly rejected: readonly Rejected[];
}

/** Settings of needles, and of energy where every depth were inside the limits of needles. */
const mostSteps = ({ sheet, heats }: Setting): number =>
  strokeSettings(sheet).reduce(
    (sum, { depth }) =>
      heats.reduce((all, { emulator }) => all + rfOptions(sheet, emulator.pattern, depth).length, sum + 1),
    0,
  );

/** Runs the chain over the decision space of every device, with progress; stops when the run is aborted. */
export const evaluateDevices = (settings: readonly Setting[], run: Run): Evaluation => {
  const total = settings.reduce((sum, setting) => sum + mostSteps(setting), 0);
  let done = 0;
  const step = (): void => {
    run.signal?.throwIfAborted();
    run.progress?.(done, total, 'settings');
    done += 1;
  };
  const evaluated = settings.map((setting) => evaluateDevice(setting, step));
  const verdicts = evaluated.flatMap((device) => device.verdicts);
  return {
    strokes: evaluated.flatMap((device) => device.strokes),
    inside: verdicts.flatMap((verdict) => (verdict.isInside ? [verdict.candidate] : [])),
    rejected: verdicts.flatMap((verdict) => (verdict.isInside ? [] : [verdict.rejected])),
  };
};
