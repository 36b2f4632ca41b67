import type { Case } from '../../case/case.ts';
import type { Course } from '../../safety/limit.ts';
import type { Binding } from '../plan.ts';

/** The wish of the person that a course breaks, if any. Wishes are no limits of safety. */
export const brokenWish = (given: Case, course: Course): Binding | undefined => {
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
