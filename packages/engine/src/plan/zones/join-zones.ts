import { site as siteOf } from '@percuta/evidence';
import { treatedArea } from '../../case/exclusions.ts';
import type {
  Binding,
  Candidate,
  Plan,
  Reason,
  Refused,
  Rejected,
  WorkedOut,
  ZonePlan,
  ZoneSetting,
} from '../plan.ts';
import { byTradeOff } from '../search/front.ts';
import { objectivesOfCosts } from './area-objectives.ts';
import { combineVisits, partsOf, type Combination, type ZoneChoices } from './combine-zones.ts';

/** Courses that can be given in the same visits with the same handpiece. */
const visitsOf = ({ device, course: { sessions, interval } }: Candidate): string =>
  [device, sessions, interval].join(' ');

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

/** Courses of an area that are kept, those that stand best for the others. */
const mostKept = 2000;

/** What a zone gets, under a name without what all zones share. */
const partId = ({ site, candidate: { id, device, course } }: ZoneSetting): string => {
  const setting = id.slice(`${device}_`.length, id.lastIndexOf(`_${course.sessions}s`));
  return `${site}_${setting}`;
};

/** The course of a combination: that of the heading zone, with what the other zones get. */
const courseOf = (combination: Combination, plans: readonly WorkedOut[]): Candidate[] => {
  const [lead, ...others] = partsOf(combination);
  if (lead === undefined) return [];
  const zones = others.flatMap((candidate, i) => {
    const site = plans[i + 1]?.given.site.id;
    return site === undefined ? [] : [{ site, candidate }];
  });
  return [
    {
      ...lead,
      id: [lead.id, ...zones.map(partId)].join('+'),
      objectives: objectivesOfCosts(combination.costs),
      zones,
      isOnFront: true,
    },
  ];
};

/** Candidates of every zone for the visits of a group, where each has some. */
const choicesFor = (visits: string, plans: readonly WorkedOut[]): ZoneChoices[] => {
  const area = plans.reduce((sum, { given }) => sum + treatedArea(given.site).value, 0);
  return plans.map(({ given, candidates }) => ({
    share: treatedArea(given.site).value / area,
    candidates: candidates.filter((one) => visitsOf(one) === visits),
  }));
};

const joinCandidates = (plans: readonly WorkedOut[]) => {
  const [lead] = plans;
  const groups = [...Map.groupBy(lead?.candidates ?? [], visitsOf)].map(([visits, own]) => {
    const choices = choicesFor(visits, plans);
    return { own, choices, able: choices.filter(({ candidates }) => candidates.length > 0).length };
  });
  const whole = groups.filter(({ able }) => able === plans.length).map(({ choices }) => choices);
  const { combinations, within } = combineVisits(whole, mostKept);
  return {
    joined: combinations.flatMap((one) => courseOf(one, plans)),
    rejected: groups
      .filter(({ able }) => able < plans.length)
      .flatMap(({ own, able }) => own.map((one) => rejectedFor(one, zonesTogether(able, plans.length)))),
    search: {
      combinations: whole.reduce(
        (sum, choices) => sum + choices.reduce((product, { candidates }) => product * candidates.length, 1),
        0,
      ),
      within,
    },
  };
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
  `Figures and expectation of a course are those of ${siteOf(given.site.id).name}, which heads it; what it sets in the other zones, and why, stands zone by zone.`;

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
  const { joined, rejected, search } = joinCandidates([lead, ...others]);
  return {
    ...lead,
    status: joined.length > 0 ? 'planned' : 'no safe plan',
    candidates: byTradeOff(joined).front,
    rejected: [...lead.rejected, ...rejected],
    notices: [
      ...new Set([
        ...leftOutNotices(plans),
        leadNotice(lead),
        ...[lead, ...others].flatMap(({ notices }) => notices),
      ]),
    ],
    zones,
    combined: { ...search, kept: joined.length },
  };
};
