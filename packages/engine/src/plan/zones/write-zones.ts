import type { Mask } from '@percuta/evidence';
import { shown, shownBand } from '../../wire.ts';
import type { DeviceFacts, ZonePlan, ZoneSetting } from '../plan.ts';
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

/** What every further zone gets in the sessions of a course. */
export const writeZoneSettings = (zones: readonly ZoneSetting[]) =>
  zones.map(({ site, candidate }) => ({
    site,
    candidate: candidate.id,
    settings: writeSettings(candidate.settings),
    insertion_depth: shownBand(candidate.stroke.depth, 'mm'),
    target_holes_per_course: shownBand(candidate.courseDose, '1/cm2'),
    bleeding_points_per_session: shownBand(candidate.session.bleeding, '1/cm2'),
    covered_share: shownBand(candidate.session.coveredShare, '%'),
    binding: writeBinding(candidate.binding),
  }));

const writeDevice = ({ sheet, maximumSafeDepth, isLabelledUse }: DeviceFacts) => ({
  id: sheet.id,
  maximum_safe_depth: shown(maximumSafeDepth, 'mm'),
  labelled_use: isLabelledUse,
});

const writeZone = ({ site, area, plan }: ZonePlan) => ({
  site,
  area: shown(area, 'cm2'),
  status: plan.status,
  ...(plan.status === 'refused'
    ? { reasons: plan.reasons.map(({ about, because, wouldChange }) => ({ about, because, wouldChange })) }
    : {
        to_fat: shownBand(plan.skin.toFat, 'mm'),
        devices: plan.devices.map(writeDevice),
        courses_inside: plan.candidates.length,
        masks: writeMasks(plan.masks),
      }),
});

/** Every zone of an area: how it stands by itself, and what is left out of it. */
export const writeZones = (zones: readonly ZonePlan[]) => zones.map(writeZone);
