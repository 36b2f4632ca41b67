import type { Plan } from '../plan/plan.ts';
import type { WorkedPlan } from './content.ts';
import { rejectedGroups } from './limit-lines.ts';
import { counted } from './numbers.ts';
import { noNameOfEffect, standIns } from './course/course-names.ts';
import { letterOf, whyFewer } from './shortlist.ts';

const courses = (count: number): string => counted(count, 'course', 'courses');

const noSafePlan = (plan: WorkedPlan): string => {
  const [first] = rejectedGroups(plan.rejected);
  const why =
    first === undefined
      ? ''
      : ` What decides most often, in ${first.count} of them: ${first.limit.toLowerCase()}.`;
  return `No safe plan: none of the ${courses(plan.rejected.length)} that can be set keeps every limit and wish.${why}`;
};

/** Stands with the answer, so that no course of a device that is not there is read as one that can be given. */
export const hypotheticalText = ({ devices }: WorkedPlan): string => {
  const names = devices.filter(({ sheet }) => sheet.hypothetical === true).map(({ sheet }) => sheet.name);
  return names.length === 0 ? '' : `Nobody makes ${names.join(' or ')}: hypothetical.`;
};

const planned = (plan: WorkedPlan, shown: number): string => {
  const total = plan.candidates.length + plan.rejected.length;
  const range = shown === 1 ? 'course A is shown' : `A to ${letterOf(shown - 1)} are shown`;
  return `Planned: ${plan.candidates.length} of ${courses(total)} that can be set keep every limit and wish; ${range}. ${hypotheticalText(plan)}`.trimEnd();
};

/** The answer in a sentence or two; `shown` is the length of the shortlist. */
export const verdictOf = (plan: Plan, shown: number): string => {
  if (plan.status === 'refused')
    return `Refused: ${counted(plan.reasons.length, 'reason stops', 'reasons stop')} this plan before any course is worked out.`;
  return plan.status === 'planned' ? planned(plan, shown) : noSafePlan(plan);
};

/** How the shortlist was made. */
export const choiceText = (plan: WorkedPlan, shown: number): string => {
  const front = plan.candidates.filter(({ isOnFront }) => isOnFront).length;
  const beaten = plan.candidates.length - front;
  const fewer = whyFewer(plan, shown);
  return [
    `${courses(front)} are beaten by no other in dose, bleeding, surface covered, sessions and what stands for downtime, discomfort and risk of pigment change at once${
      beaten === 0 ? '' : `; ${beaten} are beaten and left out`
    }.`,
    'Courses with other passes and hand speed but the same holes and bleeding are the same in effect: one is shown, without a warning if there is such, then with the better evidence, then with fewer passes.',
    `${counted(shown, 'course is', 'courses are')} shown: each that is best in something, under that name, and some between them by dose. The order is no recommendation. ${noNameOfEffect}. ${standIns}.`,
    ...(fewer === undefined ? [] : [fewer]),
  ].join(' ');
};
