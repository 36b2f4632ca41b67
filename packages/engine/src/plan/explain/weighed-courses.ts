import type { Band } from '../../band.ts';
import type { Binding, Candidate } from '../plan.ts';
import type { HealingTime } from './session-plan.ts';

/** How long redness is seen after one session, s since it; 0 where it never is. */
export interface Downtime {
  /** At central values. */
  readonly central: number;
  /** Over some draws of healing; undefined where none were made. */
  readonly drawn: (HealingTime & { readonly draws: number }) | undefined;
}

/** What a course brings and what it costs, whether or not it is offered. */
export interface WeighedCourse extends Pick<Candidate, 'id' | 'device' | 'settings' | 'course'> {
  /** In the measure of the whole; undefined where no heat was worked out. */
  readonly benefit: Band | undefined;
  /** Undefined where healing is not modelled. */
  readonly downtime: Downtime | undefined;
  /** What keeps it out; undefined for a course of the shortlist. */
  readonly refused: Binding | undefined;
}

/** Courses that are offered and, for each limit, some of those that are not, in one measure. */
export interface WeighedCourses {
  /**
   * Holes per area that reach the target over the course, 1/m2; where every device has energy the tissue whose cells
   * die of heat, m³/m².
   */
  readonly measure: 'holes at the target' | 'tissue that heat kills';
  readonly courses: readonly WeighedCourse[];
}
