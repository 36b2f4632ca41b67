import type { RareChance } from '@percuta/numerics';
import type { Counterfactual } from '../../plan/explain/counterfactual.ts';
import type {
  CourseReasons,
  HeatReasons,
  PlanReasons,
  RefusalReasons,
  ZoneReasons,
} from '../../plan/explain/plan-reasons.ts';
import type { HealingTime, HealingTimes, SessionPlan } from '../../plan/explain/session-plan.ts';
import type { Scenario } from '../../plan/explain/robustness.ts';
import { writeMargin } from '../../plan/write-plan.ts';
import type { Rejected } from '../../plan/plan.ts';
import type { TailMargin } from '../../safety/tail-margin.ts';
import { shown, shownBand } from '../../wire.ts';
import { energyText } from '../heat/heat-facts.ts';

const share = (value: number): number => Number(value.toPrecision(3));

const writeTail = ({ margin, median, quantile, worstMean, share: of }: TailMargin) => ({
  distance: margin,
  worst_share: shown(of, '%'),
  median: shown(median, 'mm'),
  value_at_risk: shown(quantile, 'mm'),
  conditional_value_at_risk: shown(worstMean, 'mm'),
});

const writeScenario = ({ name, margins, worst, used, depth, dose, isHeatJudged }: Scenario) => ({
  scenario: name,
  ...(isHeatJudged ? {} : { heat: 'not judged' }),
  ...(worst === undefined ? {} : { worst: worst.limit, used: share(used) }),
  margins: margins.map((margin) => ({ limit: margin.limit, value: shown(margin.value, margin.unit) })),
  insertion_depth: shownBand(depth, 'mm'),
  target_holes_per_course: shown(dose, '1/cm2'),
});

const kindUnits: Readonly<Record<Counterfactual['change']['kind'], string>> = {
  depth: 'mm',
  needles: 'mm',
  energy: 'mJ',
  power: 'W',
  voltage: 'V',
  pulse: 'ms',
  passes: '1',
  'hand speed': 'mm/s',
  frequency: 'Hz',
  interval: 'days',
  sessions: '1',
  reading: 'mm',
};

const writeChange = (
  { change, value, upper, keeps, isInside, isHeatJudged, gentlest }: Counterfactual,
  { binding: { unit } }: Rejected,
) => ({
  change: change.kind,
  to: shown(change.to, kindUnits[change.kind]),
  value: shown(value, unit),
  ...(upper === undefined ? {} : { upper: shown(upper, unit) }),
  limit_kept: keeps,
  ...(isHeatJudged ? { inside: isInside } : { heat: 'not judged' }),
  ...(gentlest === undefined ? {} : { with: energyText(gentlest) }),
});

const followed = (time: number): string => (Number.isFinite(time) ? shown(time, 'days') : 'over a year');

const writeTime = ({ low, median, high, longest }: HealingTime) => ({
  low: followed(low),
  median: followed(median),
  high: followed(high),
  longest: followed(longest),
});

const writeHealing = ({ draws, closed, redness, inflammation, proliferation }: HealingTimes) => ({
  draws,
  channels_closed: writeTime(closed),
  redness_gone: writeTime(redness),
  inflammation_subsided: writeTime(inflammation),
  proliferation_half_back: writeTime(proliferation),
});

const writeSessions = ({ onRecord, interval, because, blocks, stopRule, oneMore }: SessionPlan) => ({
  ...(onRecord === undefined ? {} : { interval_on_record: shown(onRecord, 'days') }),
  ...(interval === undefined ? {} : { interval: shown(interval, 'days'), because }),
  blocks: blocks.map(({ from, to, days, judged }) => ({
    sessions: [from, to],
    days: days.map((day) => shown(day, 'days')),
    judged: shown(judged, 'days'),
  })),
  stop_rule: stopRule,
  one_more: {
    target_holes: shownBand(oneMore.dose, '1/cm2'),
    most_people_of_100: oneMore.mostGain.map(({ level, most }) => ({
      level,
      median: share(most.median),
      low: share(most.low),
      high: share(most.high),
    })),
  },
});

const writeRare = ({ chance, upper, evaluations }: RareChance) => ({
  method: 'subset simulation',
  chance: shown(chance, '%'),
  upper: shown(upper, '%'),
  evaluations,
});

const kelvins = (value: number): string => `${Number(value.toPrecision(3))} K`;

const writeHeat = ({ rooms, matters }: HeatReasons) => ({
  room_below: rooms
    .filter(({ worstMean }) => Number.isFinite(worstMean))
    .map(({ room, median, quantile, worstMean, share: of }) => ({
      harm: room === 'epidermis' ? 'cells of the epidermis die' : 'tissue boils',
      worst_share: shown(of, '%'),
      median: kelvins(median),
      value_at_risk: kelvins(quantile),
      conditional_value_at_risk: kelvins(worstMean),
    })),
  matters: matters.map(({ name, meaning, total }) => ({
    name,
    meaning,
    epidermis: share(total.epidermis.value),
    coagulation: share(total.coagulation.value),
    boiling: share(total.boiling.value),
  })),
});

const writeSettingReasons = (reasons: CourseReasons) => ({
  binding: writeMargin(reasons.binding),
  ...(reasons.next === undefined ? {} : { next: writeMargin(reasons.next) }),
  ...(reasons.joint === undefined ? {} : { joint: writeMargin(reasons.joint) }),
  distances: reasons.tails.filter(({ worstMean }) => Number.isFinite(worstMean)).map(writeTail),
  ...(reasons.rare === undefined ? {} : { tip_leaves_dermis: writeRare(reasons.rare) }),
  matters: reasons.matters.map(({ name, meaning, total }) => ({
    name,
    meaning,
    insertion_depth: share(total.insertionDepth.value),
    dermal_density: share(total.dermalDensity.value),
    room_to_fat: share(total.roomToFat.value),
  })),
  ...(reasons.heat === undefined ? {} : { heat: writeHeat(reasons.heat) }),
  measured_first: {
    error: shown(reasons.measured.error, 'mm'),
    readings: reasons.measured.readings.map(({ reading, keepsCourse, deepest }) => ({
      reading: shown(reading, 'mm'),
      inside: keepsCourse,
      maximum_safe_depth: shown(deepest, 'mm'),
    })),
  },
  scenarios: reasons.scenarios.map(writeScenario),
  ...(reasons.worst === undefined ? {} : { worst_scenario: reasons.worst.name }),
});

const writeCourseReasons = (reasons: CourseReasons) => ({
  id: reasons.candidate.id,
  names: reasons.names,
  ...writeSettingReasons(reasons),
  sessions: writeSessions(reasons.sessions),
});

const writeRefusal = ({ limit, count, closest, changes }: RefusalReasons) => ({
  limit,
  courses: count,
  closest: closest.id,
  changes: changes.map((change) => writeChange(change, closest)),
});

const writeZone = ({ site, settings, refusals }: ZoneReasons) => ({
  site,
  settings: settings.map(({ courses, reasons }) => ({
    courses,
    candidate: reasons.candidate.id,
    ...writeSettingReasons(reasons),
  })),
  refusals: refusals.map(writeRefusal),
});

/** The reasons behind a plan as they are written to disk: quantities as text. */
export const writeReasons = (reasons: PlanReasons) => ({
  kind: 'percuta reasons',
  version: 1,
  ...(reasons.healing === undefined ? {} : { healing: writeHealing(reasons.healing) }),
  courses: reasons.courses.map(writeCourseReasons),
  refusals: reasons.refusals.map(writeRefusal),
  ...(reasons.zones === undefined ? {} : { zones: reasons.zones.map(writeZone) }),
});
