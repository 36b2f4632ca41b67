import { BadInput } from '../../error.ts';
import type { Candidate, Plan, WorkedOut, ZonePlan } from '../plan.ts';

/** A course as one zone has it: the plan of the zone, and its candidate there. */
export interface CourseInZone {
  readonly plan: WorkedOut;
  readonly candidate: Candidate;
}

const refuse = (zone: ZonePlan['site'], known: readonly string[]): BadInput =>
  new BadInput([
    {
      path: 'zone',
      given: zone,
      problem: 'is no zone of this course',
      allowed: known.join(', '),
      remedy: 'name a zone that the plan has settings for',
    },
  ]);

/** The course of an area as its heading zone has it by itself. */
const leadOf = (plan: WorkedOut, chosen: Candidate): CourseInZone => {
  const own = plan.zones?.find(({ site }) => site === plan.given.site.id)?.plan;
  const [id] = chosen.id.split('+');
  const candidate =
    own === undefined || own.status === 'refused' ? undefined : own.candidates.find((one) => one.id === id);
  return own === undefined || own.status === 'refused' || candidate === undefined
    ? { plan, candidate: chosen }
    : { plan: own, candidate };
};

/**
 * What a course of an area sets in one of its zones, within the plan of that zone by itself. Throws BadInput for a zone
 * that the course does not have.
 */
export const planOfZone = (plan: Plan, chosen: Candidate, zone: ZonePlan['site']): CourseInZone => {
  if (plan.status === 'refused') throw new TypeError('a refused plan has no course');
  if (zone === plan.given.site.id) return leadOf(plan, chosen);
  const zones = chosen.zones ?? [];
  const own = zones.find(({ site }) => site === zone);
  const found = plan.zones?.find(({ site }) => site === zone)?.plan;
  if (own === undefined || found === undefined || found.status === 'refused') {
    throw refuse(zone, [plan.given.site.id, ...zones.map(({ site }) => site)]);
  }
  return { plan: found, candidate: own.candidate };
};
