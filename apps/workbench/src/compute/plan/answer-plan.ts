import { renderCourse, renderPlan } from '@percuta/document';
import {
  chooseCourse,
  chosenCourse,
  courseAtDepth,
  depthsOf,
  letterOf,
  readReason,
  reportManifestOf,
  reportOf,
  shortlistOf,
  totalInfluences,
  writeChosenCourse,
  type CourseAtDepth,
  type Plan,
} from '@percuta/engine';
import type { ChosenAnswer, Lettered, PlanAnswer, PlanQuestion, Question } from '../messages.ts';
import type { Report } from '../report.ts';
import { planFor } from './planned.ts';

const shownOf = (plan: Plan): Lettered[] =>
  plan.status === 'refused'
    ? []
    : shortlistOf(plan).map(({ candidate }, i) => ({
        letter: letterOf(i),
        candidate,
        depths: depthsOf(plan, candidate),
      }));

/** Throws what the engine throws. */
export const answerPlan = async (question: PlanQuestion, report: Report): Promise<PlanAnswer> => {
  const { plan, manifest } = await planFor(question, report);
  const printed = reportManifestOf(manifest);
  return {
    status: plan.status,
    report: reportOf(plan, printed),
    shown: shownOf(plan),
    skin: plan.status === 'refused' ? undefined : plan.skin,
    manifest,
    html: renderPlan(plan, printed),
  };
};

/** Throws RangeError for a course that the plan does not have. */
export const answerChoice = async (
  question: Extract<Question, { kind: 'choose' }>,
  report: Report,
): Promise<ChosenAnswer> => {
  const { plan, run, manifest } = await planFor(question, report);
  const chosen = chooseCourse(plan, question.course);
  const influences = plan.status === 'refused' ? [] : totalInfluences(plan, chosen, run.overrides);
  const note = { reason: readReason(question.reason, 'reason'), influences };
  const origin = reportManifestOf(manifest);
  const content = chosenCourse(plan, chosen, note, origin);
  return {
    summary: content.summary,
    html: renderCourse(content),
    json: `${JSON.stringify(writeChosenCourse(plan, chosen, note, origin), undefined, 2)}\n`,
  };
};

/** A course of the plan at another depth, m. Throws BadInput for a course or a depth that there is not. */
export const answerDepth = async (
  question: Extract<Question, { kind: 'depth' }>,
  report: Report,
): Promise<CourseAtDepth> => {
  const { plan, run } = await planFor(question, report);
  const course = chooseCourse(plan, question.course, 'course');
  if (plan.status === 'refused') throw new RangeError('a refused case has no course');
  return courseAtDepth(plan, course, question.depth, run.overrides);
};
