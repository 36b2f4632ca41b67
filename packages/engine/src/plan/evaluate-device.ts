import type { DeviceSheet, Site } from '@percuta/evidence';
import { formatQuantity } from '@percuta/quantity';
import { scaleBand } from '../band.ts';
import type { Case } from '../case/case.ts';
import type { Settings } from '../case/protocol.ts';
import type { Ensemble } from '../ensemble.ts';
import type { Adjustment } from '../safety/adjustments.ts';
import { bindingOf, marginsAt, type Margin } from '../safety/envelope.ts';
import type { Subject } from '../safety/limit.ts';
import type { Skin } from '../skin/skin.ts';
import type { CourseOption } from './course-options.ts';
import { passOptions, strokeSettings } from './decision-space.ts';
import type { Objectives } from './front.ts';
import type { Binding, Candidate, Rejected } from './plan.ts';
import { sessionOutcome, strokeOutcome, type StrokeOutcome } from './stroke-outcome.ts';
import type { Target } from './target.ts';

/** What every course of one device is judged in. */
export interface Setting {
  readonly given: Case;
  readonly site: Site;
  readonly sheet: DeviceSheet;
  readonly skins: readonly Skin[];
  readonly ensemble: Ensemble;
  readonly target: Target | undefined;
  readonly courses: readonly CourseOption[];
  readonly adjustments: readonly Adjustment[];
}

export type Verdict =
  | { readonly isInside: true; readonly candidate: Omit<Candidate, 'isOnFront'> }
  | { readonly isInside: false; readonly rejected: Rejected };

const candidateId = (sheet: DeviceSheet, settings: Settings, course: CourseOption): string =>
  [
    sheet.id,
    formatQuantity(settings.depth, 'mm').replace(' ', ''),
    ...(settings.frequency === undefined ? [] : [`${Math.round(settings.frequency)}Hz`]),
    ...(settings.handSpeed === undefined ? [] : [`${Math.round(settings.handSpeed * 1000)}mmps`]),
    `${settings.passes}x`,
    `${course.sessions}s`,
    ...(course.interval === undefined ? [] : [formatQuantity(course.interval, 'days').replace(/ .*/, 'd')]),
  ].join('_');

/** The wishes of the person that a course can break; they are no limits of safety. */
const wishOf = (given: Case, course: CourseOption): Binding | undefined => {
  const { most_sessions, budget_visits } = given.preferences ?? {};
  const most = Math.min(most_sessions ?? Infinity, budget_visits ?? Infinity);
  if (course.sessions <= most) return undefined;
  return {
    limit: 'wish-sessions',
    title: 'sessions the person wishes or can pay for',
    value: course.sessions,
    bound: most,
    unit: '1',
    direction: 'at most',
    remedy: 'fewer sessions, or another wish',
  };
};

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
  const broken = brokenOf(margins) ?? wishOf(setting.given, course);
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
export const evaluateDevice = (
  setting: Setting,
  step: () => void,
): { readonly strokes: readonly StrokeOutcome[]; readonly verdicts: readonly Verdict[] } => {
  const strokes = strokeSettings(setting.sheet).map((settings) => {
    step();
    return strokeOutcome(setting.sheet, settings, setting.skins, setting.ensemble, setting.target);
  });
  return { strokes, verdicts: strokes.flatMap((stroke) => judgeStroke(setting, stroke)) };
};
