import { scaleBand } from '../../band.ts';
import type { Settings } from '../../case/protocol.ts';
import { bindingOf, marginsAt, type Margin } from '../../safety/envelope.ts';
import type { Subject } from '../../safety/limit.ts';
import type { TriedHeat } from '../heat/heat-summary.ts';
import type { Binding, Candidate, Rejected } from '../plan.ts';
import type { Setting } from '../situation.ts';
import { sessionOutcome, type StrokeOutcome } from '../stroke-outcome.ts';
import { candidateId } from './candidate-id.ts';
import type { CourseOption } from './course-options.ts';
import { passOptions } from './decision-space.ts';
import { objectivesOf } from './objectives.ts';
import { brokenWish } from './wish.ts';

/** A course inside the envelope, or why not. */
export type Verdict =
  | { readonly isInside: true; readonly candidate: Omit<Candidate, 'isOnFront'> }
  | { readonly isInside: false; readonly rejected: Rejected };

/** What decides where a limit is broken. */
export const brokenOf = (margins: readonly Margin[]): Binding | undefined => {
  const binding = bindingOf(margins);
  return binding?.isBroken === true ? binding : undefined;
};

/** One setting in all draws, with what its heat does where it has any. */
export interface Tried {
  readonly setting: Setting;
  readonly stroke: StrokeOutcome;
  readonly heat: TriedHeat | undefined;
}

export const rejectedOf = (
  { setting: { sheet } }: Tried,
  settings: Settings,
  course: CourseOption,
  binding: Binding,
): Verdict => ({
  isInside: false,
  rejected: { id: candidateId(sheet, settings, course), device: sheet.id, settings, course, binding },
});

const judge = (
  tried: Tried,
  settings: Settings,
  course: CourseOption,
  margins: readonly Margin[],
): Verdict => {
  const { setting, stroke, heat } = tried;
  const id = candidateId(setting.sheet, settings, course);
  const device = setting.sheet.id;
  const broken = brokenOf(margins) ?? brokenWish(setting.given, course);
  const binding = bindingOf(margins);
  if (broken !== undefined) return rejectedOf(tried, settings, course, broken);
  if (binding === undefined) throw new RangeError(`no limit applies to ${id}`);
  const session = sessionOutcome(stroke, settings.passes);
  const courseDose = scaleBand(session.targetHoles, course.sessions);
  const partial = {
    id,
    device,
    settings,
    course,
    stroke,
    session,
    courseDose,
    margins,
    binding,
    ...(heat?.summary === undefined ? {} : { heat: heat.summary }),
  };
  return { isInside: true, candidate: { ...partial, objectives: objectivesOf(partial, heat) } };
};

export const settingsOf = ({ stroke, heat }: Tried): Settings =>
  heat === undefined ? stroke.settings : { ...stroke.settings, rf: heat.option.rf };

const subjectOf =
  ({ setting, stroke, heat }: Tried) =>
  (settings: Settings, course: CourseOption): Subject => ({
    given: setting.given,
    site: setting.site,
    sheet: setting.sheet,
    settings,
    course,
    tracks: stroke.tracks,
    ...(heat === undefined ? {} : { heatChances: heat.chances }),
  });

/** Limits that hold or break whatever the passes and the course. */
export const strokeMargins = (tried: Tried, course: CourseOption): Margin[] => {
  const subject = subjectOf(tried)(settingsOf(tried), course);
  const { adjustments } = tried.setting;
  return [...marginsAt('case', subject, adjustments), ...marginsAt('stroke', subject, adjustments)];
};

/** Every course of one setting of depth, frequency and speed. */
export const judgeCourses = (tried: Tried, anyCourse: CourseOption, before: readonly Margin[]): Verdict[] => {
  const { sheet, adjustments, courses } = tried.setting;
  const subject = subjectOf(tried);
  return passOptions(sheet).flatMap((passes) => {
    const settings = { ...settingsOf(tried), passes };
    const sessionMargins = marginsAt('session', subject(settings, anyCourse), adjustments);
    return courses.map((course) => {
      const courseMargins = marginsAt('course', subject(settings, course), adjustments);
      return judge(tried, settings, course, [...before, ...sessionMargins, ...courseMargins]);
    });
  });
};
