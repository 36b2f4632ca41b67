import { bandOf, scaleBand, type Band } from '../band.ts';
import { settingOfPlan } from '../plan/explain/judge-course.ts';
import { heatOutcome, heatStrokeOf } from '../plan/heat/heat-outcome.ts';
import { knownOption } from '../plan/heat/known-option.ts';
import type { Candidate, Rejected, WorkedOut } from '../plan/plan.ts';
import type { Downtime, WeighedCourses } from '../plan/explain/weighed-courses.ts';
import type { Setting } from '../plan/situation.ts';
import { sessionOutcome, strokeOutcome, type StrokeOutcome } from '../plan/stroke-outcome.ts';
import { byNearness } from '../report/limit-lines.ts';
import { shortlistOf } from '../report/shortlist.ts';
import { tell, type Run } from '../run.ts';
import type { Drawing, DrawPool } from '../simulation/drawing.ts';
import { drawingHere, drawingWith } from '../simulation/make-draws.ts';
import { downtimeOf } from './downtime.ts';
import { healDraws } from './healing-times.ts';

type Course = Pick<Candidate, 'id' | 'device' | 'settings' | 'course'>;

/** Of the courses that one limit keeps out, by how far past it they are: the closest, and two further on. */
const shares = [0, 1 / 4, 1 / 2];
const some = (rejected: readonly Rejected[]): Rejected[] =>
  [...Map.groupBy(rejected, ({ binding }) => binding.limit).values()].flatMap((group) => {
    const near = byNearness(group);
    return [...new Set(shares.map((share) => near[Math.floor(share * (near.length - 1))]))].filter(
      (one) => one !== undefined,
    );
  });

const recalled = <T>(make: (one: Course) => T, keyOf: (one: Course) => string): ((one: Course) => T) => {
  const known = new Map<string, { readonly made: T }>();
  return (one) => {
    const key = keyOf(one);
    const found = known.get(key) ?? { made: make(one) };
    known.set(key, found);
    return found.made;
  };
};

const sessionKey = ({ device, settings }: Course): string => JSON.stringify([device, settings]);

const strokeIn = ({ sheet, skins, ensemble, target }: Setting, { settings }: Course): StrokeOutcome =>
  strokeOutcome(sheet, settings, skins, ensemble, target);

/** Volume a needle kills by heat, m³; undefined where nothing says so. */
const killedBy = (setting: Setting, stroke: StrokeOutcome, { settings }: Course): Band | undefined => {
  const known = knownOption(setting, settings);
  if (known === undefined) return undefined;
  const heated = heatStrokeOf(known.knowledge, stroke, setting.skins);
  return bandOf(heatOutcome(heated, known.option).volumes.cells);
};

const benefitIn = (measure: WeighedCourses['measure'], setting: Setting) => (one: Course) => {
  const stroke = strokeIn(setting, one);
  const { holes, targetHoles } = sessionOutcome(stroke, one.settings.passes);
  if (measure === 'holes at the target') return targetHoles;
  const volume = killedBy(setting, stroke, one);
  return volume === undefined ? undefined : scaleBand(volume, holes.median);
};

/** A course that is weighed; why it is refused where it is not offered. */
interface Weighed {
  readonly one: Course;
  readonly refused: Rejected['binding'] | undefined;
}

/** Courses on offer, and of each limit some that it keeps out. */
const toWeigh = (plan: WorkedOut): Weighed[] => [
  ...shortlistOf(plan).map(({ candidate }) => ({ one: candidate, refused: undefined })),
  ...some(plan.rejected).map((one) => ({ one, refused: one.binding })),
];

/** Benefit and downtime of courses; each session is healed once, over draws where its course is on offer. */
function* weighing(plan: WorkedOut, all: readonly Weighed[], run: Run): Drawing<WeighedCourses> {
  const isHeated = plan.devices.length > 0 && plan.devices.every(({ emulators }) => emulators.length > 0);
  const measure = isHeated ? 'tissue that heat kills' : 'holes at the target';
  const settings = recalled(
    ({ device }) => benefitIn(measure, settingOfPlan(plan, device, run.overrides)),
    ({ device }) => device,
  );
  const perSession = recalled((one) => settings(one)(one), sessionKey);
  const healed = new Map<string, Downtime | undefined>();
  const courses: WeighedCourses['courses'][number][] = [];
  for (const [i, { one, refused }] of all.entries()) {
    tell(run, i, all.length, 'courses weighed');
    const draws = refused === undefined ? (run.ensemble ?? healDraws) : 0;
    const key = `${draws} ${sessionKey(one)}`;
    if (!healed.has(key)) healed.set(key, yield* downtimeOf(plan, one, draws, run));
    const { id, device, settings: set, course } = one;
    const benefit = perSession(one);
    courses.push({
      id,
      device,
      settings: set,
      course,
      benefit: benefit === undefined ? undefined : scaleBand(benefit, course.sessions),
      downtime: healed.get(key),
      refused,
    });
  }
  return { measure, courses };
}

/** Whatever is worked out for a course, how many have been weighed is told. */
const sayingWeighed = (run: Run): Run => {
  let [weighed, total] = [0, 0];
  return {
    ...run,
    progress: (done, count, what) => {
      if (what === 'courses weighed') [weighed, total] = [done, count];
      run.progress?.(weighed, total, 'courses weighed');
    },
  };
};

/**
 * What the courses of the shortlist bring and cost, and as much of those outside as shows where the limits lie: of each
 * limit a few. Costs are visits and how long redness is seen after one. Takes two seconds for each course offered,
 * with energy four seconds for each; throws what the signal of the run says.
 */
export const weighCourses = (plan: WorkedOut, run: Run): WeighedCourses => {
  const told = sayingWeighed(run);
  return drawingHere(weighing(plan, toWeigh(plan), told), told);
};

/** The same, with the draws of healing made by a pool. */
export const weighCoursesWith = (pool: DrawPool, plan: WorkedOut, run: Run): Promise<WeighedCourses> => {
  const told = sayingWeighed(run);
  return drawingWith(pool, weighing(plan, toWeigh(plan), told), told);
};
