import type { Plan } from '../plan/plan.ts';
import { planOfZone, type CourseInZone } from '../plan/zones/plan-of-zone.ts';
import { chooseCourse } from '../report/course/choose-course.ts';
import type { Delivered } from './delivered.ts';

/**
 * The course that a record is of, in the zone that it is of. Throws BadInput for a course that is none of the plan, and
 * for a zone that the course does not have.
 */
export const chosenInZone = (
  area: Plan,
  { course, zone }: Pick<Delivered, 'course' | 'zone'>,
): CourseInZone => planOfZone(area, chooseCourse(area, course, 'course'), zone ?? area.given.site.id);
