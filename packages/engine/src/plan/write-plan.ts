import { tell, type Run } from '../run.ts';
import { contextOfUse, notWeighedYet } from '../context-of-use.ts';
import { mapBand } from '../band.ts';
import { writeCase } from '../case/case.ts';
import { writeExpectation } from '../expectation/write-expectation.ts';
import type { Margin } from '../safety/envelope.ts';
import type { Screening } from '../safety/screening.ts';
import { shown, shownBand } from '../wire.ts';
import { writeEmulator, writeFinalist, writeHeat } from './heat/write-heat.ts';
import { influenceFloor } from './influence.ts';
import type { Candidate, DeviceFacts, Plan, Rejected, SkinSummary, WorkedOut } from './plan.ts';
import type { SessionOutcome, StrokeOutcome } from './stroke-outcome.ts';
import { writeRisks } from './write-risks.ts';
import { upperOf, writeBinding, writeObjectives, writeSettings } from './write-settings.ts';
import {
  writeCombined,
  writeMasks,
  writeZones,
  writeZonesOf,
  writeLeftOutOf,
  writeSession,
  type PlannedPlace,
} from './zones/write-zones.ts';

type Told = Pick<Run, 'signal' | 'progress'>;

const writeCourse = ({ sessions, interval, tag, basis, sources, isFromThisRegion }: Candidate['course']) => ({
  sessions,
  ...(interval === undefined ? {} : { interval: shown(interval, 'days') }),
  basis,
  tag,
  sources: sources.map(({ key }) => key),
  from_this_region: isFromThisRegion,
});

export const writeMargin = (margin: Margin) => ({
  limit: margin.limit,
  value: shown(margin.value, margin.unit),
  ...(margin.low === undefined ? {} : { low: shown(margin.low, margin.unit) }),
  ...(margin.high === undefined ? {} : { high: shown(margin.high, margin.unit) }),
  ...upperOf(margin),
  bound: `${margin.direction} ${shown(margin.bound, margin.unit)}`,
  used: Number(margin.used.toPrecision(6)),
  broken: margin.isBroken,
  ...(margin.isOverridden ? { overridden: true } : {}),
});

const shownShare = ({ value, low, high }: StrokeOutcome['occupancy']['dermis']) => ({
  mean: shown(value, '%'),
  low: shown(low, '%'),
  high: shown(high, '%'),
});

/** Outcomes of a setting and a session, under the names of 21 CFR 878.4430 where they match. */
export const writeOutcome = (stroke: StrokeOutcome, session: SessionOutcome) => ({
  insertion_depth: shownBand(stroke.depth, 'mm'),
  penetration_depth_accuracy: shownBand(
    mapBand(stroke.depth, (depth) => depth / stroke.settings.depth),
    '%',
  ),
  ...(stroke.strokeRate === undefined ? {} : { puncture_rate: shownBand(stroke.strokeRate, '1/s') }),
  force_per_needle: shownBand(stroke.force, 'mN'),
  fraction_puncturing: shownBand(stroke.fractionPuncturing, '%'),
  tips: {
    outside: shownShare(stroke.occupancy.outside),
    epidermis: shownShare(stroke.occupancy.epidermis),
    dermis: shownShare(stroke.occupancy.dermis),
    fat: shownShare(stroke.occupancy.fat),
  },
  drag: shownBand(stroke.drag, 'mm'),
  tear_chance: shown(stroke.tearChance, '%'),
  track_mark_chance: shown(stroke.trackMarkChance, '%'),
  holes_per_session: shownBand(session.holes, '1/cm2'),
  dermal_holes_per_session: shownBand(session.dermalHoles, '1/cm2'),
  target_holes_per_session: shownBand(session.targetHoles, '1/cm2'),
  bleeding_points_per_session: shownBand(session.bleeding, '1/cm2'),
  covered_share: shownBand(session.coveredShare, '%'),
  nearest_neighbour: shownBand(session.nearestNeighbour, 'mm'),
});

/** What a course does, at length. Over several zones that stands with each of them, once for all courses. */
const writeDetail = (candidate: Candidate) =>
  candidate.zones === undefined
    ? {
        outcome: writeOutcome(candidate.stroke, candidate.session),
        ...(candidate.heat === undefined ? {} : { heat: writeHeat(candidate.heat) }),
        margins: candidate.margins.map(writeMargin),
      }
    : writeZonesOf(candidate);

const writeCandidate = (plan: PlannedPlace) => (candidate: Candidate) => ({
  id: candidate.id,
  device: candidate.device,
  settings: writeSettings(candidate.settings),
  course: writeCourse(candidate.course),
  on_front: candidate.isOnFront,
  target_holes_per_course: shownBand(candidate.courseDose, '1/cm2'),
  compared_by: writeObjectives(candidate.objectives),
  ...writeDetail(candidate),
  ...writeSession(candidate, plan),
  binding: writeBinding(candidate.binding),
});

/** Short, since there are many: titles, sources and remedies stand once, under `limits` and in the candidates. */
const writeRejected = ({ id, device, settings, course, binding }: Rejected) => ({
  id,
  device,
  settings: writeSettings(settings),
  course: {
    sessions: course.sessions,
    ...(course.interval === undefined ? {} : { interval: shown(course.interval, 'days') }),
    basis: course.basis,
  },
  binding: {
    limit: binding.limit,
    value: shown(binding.value, binding.unit),
    ...upperOf(binding),
    bound: `${binding.direction} ${shown(binding.bound, binding.unit)}`,
  },
});

/** What each limit that was met is, once. */
const writeLimits = (plan: WorkedOut) => [
  ...new Map(
    [
      ...plan.candidates.flatMap(({ margins }) => margins),
      ...plan.rejected.map(({ binding }) => binding),
    ].map((limit) => [limit.limit, { limit: limit.limit, title: limit.title, would_change: limit.remedy }]),
  ).values(),
];

const writeDevice = ({
  sheet,
  maximumPenetrationDepth,
  maximumSafeDepth,
  isLabelledUse,
  emulators,
}: DeviceFacts) => ({
  id: sheet.id,
  name: sheet.name,
  ...(maximumPenetrationDepth === undefined
    ? {}
    : { maximum_penetration_depth: shown(maximumPenetrationDepth, 'mm') }),
  maximum_safe_depth: shown(maximumSafeDepth, 'mm'),
  labelled_use: isLabelledUse,
  ...(sheet.hypothetical === true ? { hypothetical: true } : {}),
  ...(emulators.length === 0 ? {} : { heat_emulators: emulators.map(writeEmulator) }),
});

const writeSkin = (skin: SkinSummary) => ({
  site: skin.site,
  stratum_corneum: shownBand(skin.stratumCorneum, 'um'),
  epidermis: shownBand(skin.epidermis, 'um'),
  dermis: shownBand(skin.dermis, 'mm'),
  fat: shownBand(skin.fat, 'mm'),
  to_fat: shownBand(skin.toFat, 'mm'),
  measured: skin.isMeasured,
});

export const writeScreening = ({ verdict, findings, unanswered }: Screening) => ({
  verdict,
  findings: findings.map(({ item, action }) => ({
    item: item.id,
    action,
    rule: item.rule,
    sources: item.sources.map(({ key }) => key),
  })),
  unanswered: unanswered.map(({ id }) => id),
});

const share = (value: number): number => Number(value.toPrecision(3));

/** Says how many of all courses are written while they are. */
const courseBy = (run: Told, total: number) => {
  let written = 0;
  return <Course, Written>(write: (course: Course) => Written) =>
    (course: Course): Written => {
      tell(run, written, total, 'courses written');
      written += 1;
      return write(course);
    };
};

const writeBody = (plan: Plan, run: Told) => {
  if (plan.status === 'refused') return { reasons: plan.reasons, candidates: [], rejected: [] };
  const by = courseBy(run, plan.candidates.length + plan.rejected.length);
  return {
    skin: writeSkin(plan.skin),
    devices: plan.devices.map(writeDevice),
    limits: writeLimits(plan),
    candidates: plan.candidates.map(by(writeCandidate(plan))),
    rejected: plan.rejected.map(by(writeRejected)),
    expectation: writeExpectation(plan.expectation),
    risks: writeRisks(plan.risks),
    notices: plan.notices,
    masks: writeMasks(plan.masks),
    ...(plan.zones === undefined
      ? {}
      : { zones: writeZones(plan.zones, (zone) => by(writeCandidate(zone))) }),
    ...(plan.combined === undefined ? {} : { combined: writeCombined(plan.combined) }),
    influence_floor: share(influenceFloor(plan.ensemble.draws.length)),
    unverified_priors: plan.priors.map(({ name, meaning, read, influence }) => ({
      name,
      meaning,
      read,
      influence: {
        insertion_depth: share(influence.insertionDepth),
        dermal_density: share(influence.dermalDensity),
        room_to_fat: share(influence.roomToFat),
      },
    })),
    target_depth_known: plan.isTargetKnown,
    ...(plan.finalists === undefined ? {} : { recomputed: plan.finalists.map(writeFinalist) }),
  };
};

/** The plan as it is written to disk: quantities as text, no clock times, so that two runs compare byte for byte. */
export const writePlan = (plan: Plan, run: Told = {}) => ({
  kind: 'percuta plan',
  version: 1,
  context_of_use: contextOfUse,
  status: plan.status,
  case: writeCase(plan.given),
  ...writeLeftOutOf(plan),
  screening: writeScreening(plan.screening),
  refused_devices: plan.refusedDevices,
  overrides: plan.given.overrides ?? [],
  not_weighed_yet: notWeighedYet,
  ...writeBody(plan, run),
});
