import { site as siteOf } from '@percuta/evidence';
import type { Binding, Candidate, Plan, Reason, Refused, Rejected, WorkedOut, ZonePlan } from '../plan.ts';
import { byTradeOff, type Objectives } from '../search/front.ts';
import { laddersOf, matchIn } from './match-zone.ts';

/** The worst of the zones counts for these; of the others the mean over the area. */
const worstCounts = new Set<keyof Objectives>(['discomfort', 'heat']);

interface Part {
  readonly area: number;
  readonly objectives: Objectives;
}

const joinedValue = (parts: readonly Part[], name: keyof Objectives): number => {
  const values = parts.map(({ objectives }) => objectives[name]);
  if (worstCounts.has(name)) return Math.max(...values);
  const area = parts.reduce((sum, part) => sum + part.area, 0);
  return parts.reduce((sum, part) => sum + (part.area / area) * part.objectives[name], 0);
};

/** Objectives of a course over its zones (plan.9). */
const joinedObjectives = (parts: readonly Part[]): Objectives => {
  const of = (name: keyof Objectives): number => joinedValue(parts, name);
  return {
    dose: of('dose'),
    bleeding: of('bleeding'),
    coveredShare: of('coveredShare'),
    sessions: of('sessions'),
    downtime: of('downtime'),
    discomfort: of('discomfort'),
    pigment: of('pigment'),
    thermalDose: of('thermalDose'),
    heat: of('heat'),
  };
};

const zonesTogether = (able: number, zones: number): Binding => ({
  limit: 'zones-together',
  title: 'zones of the area with a course inside for this device and these visits',
  value: able,
  bound: zones,
  unit: '1',
  direction: 'at least',
  remedy: 'plan the zones one by one, or with another device',
});

const rejectedFor = ({ id, device, settings, course }: Candidate, binding: Binding): Rejected => ({
  id,
  device,
  settings,
  course,
  binding,
});

const joinCandidates = (lead: WorkedOut, others: readonly WorkedOut[]) => {
  const own = laddersOf(lead.candidates);
  const ladders = others.map((plan) => ({ plan, ladder: laddersOf(plan.candidates) }));
  const joined: Candidate[] = [];
  const rejected: Rejected[] = [];
  for (const candidate of lead.candidates) {
    const zones = ladders.flatMap(({ plan, ladder }) => {
      const found = matchIn(own, ladder, candidate);
      return found === undefined ? [] : [{ site: plan.given.site.id, area: plan.given.site.area, found }];
    });
    if (zones.length < others.length) {
      rejected.push(rejectedFor(candidate, zonesTogether(1 + zones.length, 1 + others.length)));
      continue;
    }
    const parts = [
      { area: lead.given.site.area, objectives: candidate.objectives },
      ...zones.map(({ area, found }) => ({ area, objectives: found.objectives })),
    ];
    joined.push({
      ...candidate,
      objectives: joinedObjectives(parts),
      zones: zones.map(({ site, found }) => ({ site, candidate: found })),
    });
  }
  return { joined, rejected };
};

const isPlanned = (plan: Plan): plan is WorkedOut => plan.status === 'planned';
const isWorkedOut = (plan: Plan): plan is WorkedOut => plan.status !== 'refused';

const zoneOf = (plan: Plan): ZonePlan => ({ site: plan.given.site.id, area: plan.given.site.area, plan });

const whyLeftOut = (plan: Plan): string =>
  plan.status === 'refused'
    ? (plan.reasons[0]?.because ?? 'it is refused')
    : 'no course of these devices keeps every limit there';

const leftOutNotices = (plans: readonly Plan[]): string[] =>
  plans
    .filter((plan) => !isPlanned(plan))
    .map((plan) => `${siteOf(plan.given.site.id).name} is left out of the course: ${whyLeftOut(plan)}.`);

/** Which zone the figures of a course are of, where it has several. */
const leadNotice = ({ given }: WorkedOut): string =>
  `Figures, expectation and reasons of a course are those of ${siteOf(given.site.id).name}, which heads it; what it sets in the other zones stands zone by zone.`;

/** Every reason of every zone, each once. */
const refusedTogether = (first: Refused, plans: readonly Plan[]): Refused => {
  const all = plans.flatMap((plan): readonly Reason[] => (plan.status === 'refused' ? plan.reasons : []));
  const reasons = all.filter(
    (one, i) => all.findIndex((other) => other.about === one.about && other.because === one.because) === i,
  );
  return { ...first, reasons };
};

/**
 * Plans of the zones of an area as one: courses of the first zone that can be planned, each with what every other zone
 * that can be planned gets in the same visits. A zone that cannot is left out by name. One plan is itself.
 */
export const joinZones = (plans: readonly Plan[]): Plan => {
  const [first] = plans;
  if (first === undefined) throw new RangeError('an area has at least one zone');
  if (plans.length === 1) return first;
  const [lead, ...others] = plans.filter(isPlanned);
  const zones = plans.map(zoneOf);
  if (lead === undefined) {
    const tried = plans.find(isWorkedOut);
    if (tried !== undefined)
      return { ...tried, zones, notices: [...leftOutNotices(plans), ...tried.notices] };
    return first.status === 'refused' ? refusedTogether(first, plans) : first;
  }
  const { joined, rejected } = joinCandidates(lead, others);
  const { front, rest } = byTradeOff(joined);
  return {
    ...lead,
    status: joined.length > 0 ? 'planned' : 'no safe plan',
    candidates: [
      ...front.map((candidate) => ({ ...candidate, isOnFront: true })),
      ...rest.map((candidate) => ({ ...candidate, isOnFront: false })),
    ],
    rejected: [...lead.rejected, ...rejected],
    notices: [
      ...new Set([
        ...leftOutNotices(plans),
        leadNotice(lead),
        ...[lead, ...others].flatMap(({ notices }) => notices),
      ]),
    ],
    zones,
  };
};
