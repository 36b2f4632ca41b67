import { bandOf, scaleBand, type Band } from '../band.ts';
import { settingOfPlan } from '../plan/explain/judge-course.ts';
import { heatOutcome, heatStrokeOf } from '../plan/heat/heat-outcome.ts';
import { knownOption } from '../plan/heat/known-option.ts';
import type { Candidate, Rejected, WorkedOut } from '../plan/plan.ts';
import type { WeighedCourses } from '../plan/explain/weighed-courses.ts';
import type { Setting } from '../plan/situation.ts';
import { sessionOutcome, strokeOutcome, type StrokeOutcome } from '../plan/stroke-outcome.ts';
import { byNearness } from '../report/limit-lines.ts';
import { shortlistOf } from '../report/shortlist.ts';
import { tell, type Run } from '../run.ts';
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
  const option = knownOption(setting, settings);
  if (setting.heat === undefined || option === undefined) return undefined;
  return bandOf(heatOutcome(heatStrokeOf(setting.heat, stroke, setting.skins), option).volumes.cells);
};

const benefitIn = (measure: WeighedCourses['measure'], setting: Setting) => (one: Course) => {
  const stroke = strokeIn(setting, one);
  const { holes, targetHoles } = sessionOutcome(stroke, one.settings.passes);
  if (measure === 'holes at the target') return targetHoles;
  const volume = killedBy(setting, stroke, one);
  return volume === undefined ? undefined : scaleBand(volume, holes.median);
};

/**
 * What the courses of the shortlist bring and cost, and as much of those outside as shows where the limits lie: of each
 * limit a few. Costs are visits and how long redness is seen after one. Takes two seconds for each course offered,
 * with energy four seconds for each; throws what the signal of the run says.
 */
export const weighCourses = (plan: WorkedOut, run: Run): WeighedCourses => {
  const isHeated = plan.devices.length > 0 && plan.devices.every(({ emulator }) => emulator !== undefined);
  const measure = isHeated ? 'tissue that heat kills' : 'holes at the target';
  const settings = recalled(
    ({ device }) => benefitIn(measure, settingOfPlan(plan, device, run.overrides)),
    ({ device }) => device,
  );
  const perSession = recalled((one) => settings(one)(one), sessionKey);
  const offered = shortlistOf(plan).map(({ candidate }) => ({ one: candidate, refused: undefined }));
  const outside = some(plan.rejected).map((one) => ({ one, refused: one.binding }));
  const all = [...offered, ...outside];
  let weighed = 0;
  const progress = (): void => run.progress?.(weighed, all.length, 'courses weighed');
  const lasting = recalled(
    (one) => downtimeOf(plan, one, run.ensemble ?? healDraws, { ...run, progress }),
    sessionKey,
  );
  const briefly = recalled((one) => downtimeOf(plan, one, 0, { ...run, progress }), sessionKey);
  return {
    measure,
    courses: all.map(({ one, refused }, i) => {
      weighed = i;
      tell(run, i, all.length, 'courses weighed');
      const { id, device, settings: set, course } = one;
      const benefit = perSession(one);
      return {
        id,
        device,
        settings: set,
        course,
        benefit: benefit === undefined ? undefined : scaleBand(benefit, course.sessions),
        downtime: refused === undefined ? lasting(one) : briefly(one),
        refused,
      };
    }),
  };
};
