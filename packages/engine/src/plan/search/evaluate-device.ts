import { scaleBand } from '../../band.ts';
import type { Settings } from '../../case/protocol.ts';
import type { Run } from '../../run.ts';
import { bindingOf, marginsAt, type Margin } from '../../safety/envelope.ts';
import type { Subject } from '../../safety/limit.ts';
import { candidateId } from './candidate-id.ts';
import type { CourseOption } from './course-options.ts';
import { passOptions, strokeSettings } from './decision-space.ts';
import type { Objectives } from './front.ts';
import type { Binding, Candidate, Rejected } from '../plan.ts';
import type { Setting } from '../situation.ts';
import { sessionOutcome, strokeOutcome, type StrokeOutcome } from '../stroke-outcome.ts';
import { brokenWish } from './wish.ts';

type Verdict =
  | { readonly isInside: true; readonly candidate: Omit<Candidate, 'isOnFront'> }
  | { readonly isInside: false; readonly rejected: Rejected };

const brokenOf = (margins: readonly Margin[]): Binding | undefined => {
  const binding = bindingOf(margins);
  return binding?.isBroken === true ? binding : undefined;
};

const objectivesOf = (candidate: Omit<Candidate, 'isOnFront' | 'objectives'>): Objectives => ({
  dose: candidate.courseDose.median,
  bleeding: candidate.session.bleeding.median,
  coveredShare: candidate.session.coveredShare.median,
  sessions: candidate.course.sessions,
});

const judge = (
  setting: Setting,
  stroke: StrokeOutcome,
  settings: Settings,
  course: CourseOption,
  margins: readonly Margin[],
): Verdict => {
  const id = candidateId(setting.sheet, settings, course);
  const device = setting.sheet.id;
  const broken = brokenOf(margins) ?? brokenWish(setting.given, course);
  const binding = bindingOf(margins);
  if (broken !== undefined || binding === undefined) {
    if (broken === undefined) throw new RangeError(`no limit applies to ${id}`);
    return { isInside: false, rejected: { id, device, settings, course, binding: broken } };
  }
  const session = sessionOutcome(stroke, settings.passes);
  const courseDose = scaleBand(session.targetHoles, course.sessions);
  const partial = { id, device, settings, course, stroke, session, courseDose, margins, binding };
  return { isInside: true, candidate: { ...partial, objectives: objectivesOf(partial) } };
};

/** Every course of one setting of depth, frequency and speed. */
const judgeStroke = (setting: Setting, stroke: StrokeOutcome): Verdict[] => {
  const { given, site, sheet, adjustments, courses } = setting;
  const { tracks } = stroke;
  const subjectOf = (settings: Settings, course: CourseOption): Subject => ({
    given,
    site,
    sheet,
    settings,
    course,
    tracks,
  });
  const [anyCourse] = courses;
  if (anyCourse === undefined) return [];
  const caseMargins = marginsAt('case', subjectOf(stroke.settings, anyCourse), adjustments);
  const strokeMargins = marginsAt('stroke', subjectOf(stroke.settings, anyCourse), adjustments);
  return passOptions(sheet).flatMap((passes) => {
    const settings = { ...stroke.settings, passes };
    const sessionMargins = marginsAt('session', subjectOf(settings, anyCourse), adjustments);
    return courses.map((course) => {
      const courseMargins = marginsAt('course', subjectOf(settings, course), adjustments);
      return judge(setting, stroke, settings, course, [
        ...caseMargins,
        ...strokeMargins,
        ...sessionMargins,
        ...courseMargins,
      ]);
    });
  });
};

/** Runs the chain over the whole decision space of one device. `step` is called once for each setting. */
const evaluateDevice = (
  setting: Setting,
  step: () => void,
): { strokes: StrokeOutcome[]; verdicts: Verdict[] } => {
  const strokes = strokeSettings(setting.sheet).map((settings) => {
    step();
    return strokeOutcome(setting.sheet, settings, setting.skins, setting.ensemble, setting.target);
  });
  return { strokes, verdicts: strokes.flatMap((stroke) => judgeStroke(setting, stroke)) };
};

/** What the search over all devices found. */
export interface Evaluation {
  readonly strokes: readonly StrokeOutcome[];
  readonly inside: readonly Omit<Candidate, 'isOnFront'>[];
  readonly rejected: readonly Rejected[];
}

/** Runs the chain over the decision space of every device, with progress; stops when the run is aborted. */
export const evaluateDevices = (settings: readonly Setting[], run: Run): Evaluation => {
  const total = settings.reduce((sum, { sheet }) => sum + strokeSettings(sheet).length, 0);
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
