import type { Mask } from '@percuta/evidence';
import type { Case } from '../../case/case.ts';
import { writeLeftOut } from '../../case/write-left-out.ts';
import { shown, shownBand } from '../../wire.ts';
import type { Candidate, CombinedZones, DeviceFacts, WorkedOut, ZonePlan } from '../plan.ts';
import { cautionOf } from '../search/caution.ts';
import { sessionTotals, writeTotals } from './session-totals.ts';
import { writeBinding, writeSettings } from '../write-settings.ts';

/** Places left out, with why and who says so. */
export const writeMasks = (masks: readonly Mask[]) =>
  masks.map(({ id, keep_out, reason, sources, read }) => ({
    id,
    keep_out,
    because: reason,
    sources: sources.map(({ key }) => key),
    read,
  }));

/** What every further zone gets in the sessions of a course; the rest stands with the zone, under the candidate. */
export const writeZonesOf = (course: Candidate) => ({
  zones: (course.zones ?? []).map(({ site, candidate }) => ({
    site,
    candidate: candidate.id,
    settings: writeSettings(candidate.settings),
    target_holes_per_course: shownBand(candidate.courseDose, '1/cm2'),
    binding: writeBinding(candidate.binding),
  })),
  area: {
    target_holes_per_course: shown(course.objectives.dose, '1/cm2'),
    bleeding_points_per_session: shown(course.objectives.bleeding, '1/cm2'),
    covered_share: shown(course.objectives.coveredShare, '%'),
  },
  any_zone_outside_at_most: shown(Math.min(1, cautionOf(course)), '%'),
});

/** How the courses of several zones were found. */
export const writeCombined = ({ combinations, kept, within }: CombinedZones) => ({
  combinations,
  courses_on_front: kept,
  left_out_within: shown(within, '%', 3),
});

const writeDevice = ({ sheet, maximumSafeDepth, isLabelledUse }: DeviceFacts) => ({
  id: sheet.id,
  maximum_safe_depth: shown(maximumSafeDepth, 'mm'),
  labelled_use: isLabelledUse,
});

/** Every zone of an area: how it stands by itself, and what is left out of it. */
export const writeZones = <T>(
  zones: readonly ZonePlan[],
  writerOf: (plan: WorkedOut) => (candidate: Candidate) => T,
) =>
  zones.map(({ site, area, plan }) => ({
    site,
    area: shown(area, 'cm2'),
    ...writeLeftOut(plan.given.site),
    status: plan.status,
    ...(plan.status === 'refused'
      ? { reasons: plan.reasons.map(({ about, because, wouldChange }) => ({ about, because, wouldChange })) }
      : {
          to_fat: shownBand(plan.skin.toFat, 'mm'),
          devices: plan.devices.map(writeDevice),
          courses_inside: plan.candidates.length,
          candidates: plan.candidates.map(writerOf(plan)),
          masks: writeMasks(plan.masks),
        }),
  }));

/** A plan as far as its area bears on it. */
export interface PlannedPlace {
  readonly given: Case;
  readonly devices: readonly DeviceFacts[];
}

/** What a session comes to over the treated area, where something is left out of it. */
export const writeSession = (candidate: Candidate, { given, devices }: PlannedPlace) => {
  const sheet = devices.find((one) => one.sheet.id === candidate.device)?.sheet;
  return given.site.exclusions === undefined || sheet === undefined
    ? {}
    : { session_over_treated_area: writeTotals(sessionTotals(candidate, sheet, given.site)) };
};

/** What is left out of the area of a plan, or of the zone that heads it. */
export const writeLeftOutOf = ({ given }: Pick<PlannedPlace, 'given'>) => writeLeftOut(given.site);
