import { site as siteOf } from '@percuta/evidence';
import type { RareChance } from '@percuta/numerics';
import type { CourseReasons, PlanReasons, RefusalReasons } from '../../plan/explain/plan-reasons.ts';
import type { HealingTime, HealingTimes, SessionPlan } from '../../plan/explain/session-plan.ts';
import { levelNames } from '../../expectation/words.ts';
import type { Scenario } from '../../plan/explain/robustness.ts';
import { heatRooms, type HeatRoom } from '../../plan/explain/heat-influence.ts';
import type { Outcome } from '../../plan/explain/total-influence.ts';
import type { HeatTail } from '../../plan/heat/heat-tails.ts';
import type { Margin } from '../../safety/envelope.ts';
import type { TailMargin } from '../../safety/tail-margin.ts';
import { courseText, passesText, settingText } from '../course-words.ts';
import { bareBand, chanceText, counted, sentenceCase, shareText, valueText } from '../numbers.ts';
import { letterOf } from '../shortlist.ts';
import { changeText } from './change-words.ts';

/** Two digits of a large number are enough. */
const wholeText = (value: number): string => valueText(Number(value.toPrecision(2)), '1');

/** What is said under one head. */
export interface ReasonLines {
  readonly head: string;
  readonly lines: readonly string[];
}

const marginText = ({ title, value, upper, unit, direction, bound, used }: Margin): string =>
  `${title}: ${chanceText(valueText(value, unit), upper)}, ${direction} ${valueText(bound, unit)}, so ${shareText(used)} used`;

const bindingLine = ({ binding, next }: CourseReasons): string =>
  `Most used limit: ${marginText(binding)}.${next === undefined ? '' : ` Next: ${marginText(next)}.`}`;

/** Who keeps from what, and who reaches it. */
const distanceWords: Readonly<Record<TailMargin['margin'], readonly [string, string]>> = {
  'tip to fat': ['the tip keeps DISTANCE from the fat', 'the tip stands DISTANCE in the fat'],
  'coagulation to fat': [
    'tip or coagulation, whichever is deeper, keeps DISTANCE from the fat',
    'tip or coagulation, whichever is deeper, stands DISTANCE in the fat',
  ],
  'cell death to epidermis': [
    'dead cells keep DISTANCE from the epidermis',
    'dead cells reach DISTANCE into the epidermis',
  ],
};

const tailText = ({ margin, worstMean }: TailMargin): string => {
  const [kept, reached] = distanceWords[margin];
  return (worstMean < 0 ? reached : kept).replace('DISTANCE', valueText(Math.abs(worstMean), 'mm'));
};

const roomWords: Readonly<Record<HeatTail['room'], readonly [string, string]>> = {
  epidermis: [
    'the epidermis stays DISTANCE below what kills its cells',
    'the epidermis comes DISTANCE above what kills its cells',
  ],
  boiling: ['tissue stays DISTANCE below boiling', 'tissue comes to more than boiling by DISTANCE'],
};

const kelvinText = (value: number): string => `${Number(Math.abs(value).toPrecision(2))} K`;

const roomText = ({ room, worstMean }: HeatTail): string => {
  const [kept, passed] = roomWords[room];
  return (worstMean < 0 ? passed : kept).replace('DISTANCE', kelvinText(worstMean));
};

/** What the worst share of draws and places comes to, all of it under one head. */
const worstText = ({ tails, heat }: CourseReasons): string[] => {
  const told = [
    ...tails.filter(({ worstMean }) => Number.isFinite(worstMean)).map(tailText),
    ...(heat?.rooms ?? []).filter(({ worstMean }) => Number.isFinite(worstMean)).map(roomText),
  ];
  const [{ share } = { share: 0 }] = tails;
  return told.length === 0
    ? []
    : [`in the worst ${shareText(share)} of draws and places, as a mean: ${told.join('; ')}`];
};

const rareText = ({ chance, upper }: RareChance): string =>
  `a tip leaves the dermis once in ${wholeText(1 / chance)} (with 95 % confidence no more often than once in ${wholeText(1 / upper)}), by subset simulation, since the draws hold too few`;

const chanceLine = (reasons: CourseReasons): string => {
  const { joint, rare } = reasons;
  return [
    ...(joint === undefined
      ? []
      : [`chance that any limit is broken ${chanceText(valueText(joint.value, '%'), joint.upper)}`]),
    ...(rare === undefined || rare.chance === 0 ? [] : [rareText(rare)]),
    ...worstText(reasons),
  ].join('; ');
};

const outcomeWords: Readonly<Record<Outcome, string>> = {
  insertionDepth: 'the depth tips reach',
  dermalDensity: 'the holes in the dermis',
  roomToFat: 'the room above the fat',
};
const outcomes = ['insertionDepth', 'dermalDensity', 'roomToFat'] as const;

const mattersLine = ({ matters }: CourseReasons): string =>
  `Matters most: ${matters
    .map(({ meaning, total }) => {
      const [first = 'roomToFat'] = outcomes.toSorted((a, b) => total[b].value - total[a].value);
      return `${meaning} (${shareText(Math.min(1, total[first].value))} of ${outcomeWords[first]})`;
    })
    .join('; ')}.`;

const heatRoomWords: Readonly<Record<HeatRoom, string>> = {
  epidermis: 'how near cells of the epidermis come to dying',
  coagulation: 'how near collagen comes to coagulating',
  boiling: 'how near tissue comes to boiling',
};

const heatLine = ({ heat }: CourseReasons): string =>
  heat === undefined
    ? ''
    : `Matters most for heat: ${heat.matters
        .map(({ meaning, total }) => {
          const [first = 'epidermis'] = heatRooms.toSorted((a, b) => total[b].value - total[a].value);
          return `${meaning} (${shareText(Math.min(1, total[first].value))} of ${heatRoomWords[first]})`;
        })
        .join('; ')}.`;

const measuredLine = ({ measured: { error, readings } }: CourseReasons): string => {
  const lost = readings.filter(({ keepsCourse }) => !keepsCourse);
  const depths = readings.map(({ deepest }) => deepest);
  const range = `${valueText(Math.min(...depths), 'mm')} to ${valueText(Math.max(...depths), 'mm')}`;
  const worst = Math.max(...lost.map(({ reading }) => reading));
  return `Skin measured first (± ${valueText(error, 'mm')}): of ${readings.length} readings that are equally likely ${
    lost.length === 0 ? 'none' : `${lost.length}, up to ${valueText(worst, 'mm')},`
  } would find this course outside; the deepest setting inside every depth limit would be ${range}.`;
};

const scenarioText = ({ name, worst, used, isHeatJudged }: Scenario): string =>
  worst === undefined
    ? name
    : `${name} (${isHeatJudged ? '' : 'heat not judged; '}${worst.title} ${valueText(worst.value, worst.unit)}, ${shareText(used)} of its bound)`;

const robustLine = ({ worst, scenarios }: CourseReasons): string => {
  if (worst === undefined) return '';
  const broken = scenarios.filter(({ used, name }) => used > 1 && name !== worst.name);
  const rest =
    broken.length === 0
      ? scenarios.every(({ isHeatJudged }) => isHeatJudged)
        ? 'nothing else tried breaks a bound'
        : 'nothing else tried breaks a bound of needles'
      : `also past a bound: ${broken.map(scenarioText).join('; ')}`;
  const doses = scenarios.map(({ dose }) => dose);
  const range = `${valueText(Math.min(...doses), '1/cm2')} to ${valueText(Math.max(...doses), '1/cm2')}`;
  return `If not as planned: worst with ${scenarioText(worst)}; ${rest}; holes at the target then ${range}.`;
};

const dayOf = (time: number): string => valueText(time, 'days').replace(/ .*/, '');

const blockText = ({ from, to, days, judged }: SessionPlan['blocks'][number]): string =>
  `${from === to ? `session ${from}` : `sessions ${from} to ${to}`} on day ${days.map(dayOf).join(', ')}, judged on day ${dayOf(judged)}`;

const becauseWords: Readonly<Record<SessionPlan['because'], string>> = {
  record:
    'the interval on record, by when channels are closed and inflammation has subsided in the middle draw',
  closed: 'channels close later than the interval on record',
  inflammation: 'inflammation subsides later than the interval on record, in the middle draw of healing',
};

const sessionsLine = ({ sessions: { interval, because, blocks, stopRule } }: CourseReasons): string =>
  [
    ...(interval === undefined
      ? []
      : [`${valueText(interval, 'days')} between sessions (${becauseWords[because]})`]),
    ...blocks.map(blockText),
    `stop rule: ${stopRule}`,
  ].join('; ');

const oneMoreLine = ({ sessions: { oneMore } }: CourseReasons): string => {
  const gains = oneMore.mostGain.map(
    ({ level, most }) =>
      `${levelNames[level]} 0 to ${Math.round(most.median)} (${Math.round(most.low)} to ${Math.round(most.high)})`,
  );
  const adds = `One more session adds ${bareBand(oneMore.dose, '1/cm2')} holes per cm² at the target.`;
  return gains.length === 0
    ? `${adds} What that is worth no trial counted.`
    : `${adds} What that is worth no trial counted; of 100 people it can bring no more there than are not there yet: ${gains.join('; ')}.`;
};

const headOf = ({ names }: CourseReasons, i: number): string => `${letterOf(i)}: ${names.join('; ')}`;

/** When sessions are, when they are judged, when to stop, and what one more adds. */
const sessionLines = (reasons: CourseReasons, i: number): ReasonLines => ({
  head: headOf(reasons, i),
  lines: [`${sentenceCase(sessionsLine(reasons))}.`, oneMoreLine(reasons)],
});

/** What is said of a setting, whatever its sessions. */
const settingLines = (reasons: CourseReasons): string[] =>
  [
    bindingLine(reasons),
    `${sentenceCase(chanceLine(reasons))}.`,
    mattersLine(reasons),
    heatLine(reasons),
    measuredLine(reasons),
    robustLine(reasons),
  ].filter((line) => line.length > 1);

const courseLines = (reasons: CourseReasons, i: number): ReasonLines => ({
  head: headOf(reasons, i),
  lines: [...settingLines(reasons), ...sessionLines(reasons, i).lines],
});

const refusalLines = ({ count, closest, changes }: RefusalReasons): ReasonLines => {
  const { title, value, upper, unit, direction, bound } = closest.binding;
  const stands = `${chanceText(valueText(value, unit), upper)} against ${direction} ${valueText(bound, unit)}`;
  return {
    head: `${sentenceCase(title)}: ${counted(count, 'course', 'courses')} outside`,
    lines: [
      `The closest, ${courseText(closest.settings, closest.course)}: ${stands}.`,
      ...(changes.length === 0 ? ['No single change of its settings moves this.'] : []),
      ...changes.map((change) => `${sentenceCase(changeText(change, closest))}.`),
    ],
  };
};

const timeText = ({ low, median, high }: HealingTime): string =>
  Number.isFinite(median)
    ? `${dayOf(median)} days (${dayOf(low)} to ${Number.isFinite(high) ? dayOf(high) : 'over 365'})`
    : 'over 365 days';

/** How often a further draw lies between the second lowest and the second highest of so many, whatever its law. */
const betweenText = (draws: number): string =>
  draws < 4
    ? ''
    : `; a further draw lies between ${Math.round((100 * (draws - 3)) / (draws + 1))} times in 100`;

const longestText = ({ redness: { longest } }: HealingTimes): string =>
  `, in the longest draw after ${Number.isFinite(longest) ? `${dayOf(longest)} days` : 'over 365 days'}`;

/** What healing says of the time between sessions; empty where it was not worked out. */
export const healingLines = ({ healing }: PlanReasons): readonly string[] =>
  healing === undefined
    ? []
    : [
        `After a session ${healing.isHeated ? 'whose heat kills most tissue of those shown (heat at central values)' : 'with the most holes of those shown'}, middle of ${healing.draws} draws of healing (second lowest to second highest${betweenText(healing.draws)}): channels closed after ${timeText(healing.closed)}, redness no longer seen after ${timeText(healing.redness)}${longestText(healing)}, inflammation subsided after ${timeText(healing.inflammation)}.`,
        `Cells of the proliferative phase are half-way back after ${timeText(healing.proliferation)}. Nothing waits for that: the courses that trials tested did not.`,
      ];

/** Reasons of one zone, in sentences. */
export interface ZoneLines {
  readonly name: string;
  /** What the courses set there, under their letters. */
  readonly settings: readonly ReasonLines[];
  readonly refusals: readonly ReasonLines[];
}

const zoneLines = ({ zones = [], courses }: PlanReasons): ZoneLines[] => {
  const letters = new Map(courses.map(({ candidate }, i) => [candidate.id, letterOf(i)]));
  return zones.map(({ site, settings, refusals }) => ({
    name: siteOf(site).name,
    settings: settings.map(({ courses: own, reasons }) => ({
      head: `${own.map((id) => letters.get(id) ?? id).join(', ')}: ${settingText(reasons.candidate.settings)}, ${passesText(reasons.candidate.settings)}`,
      lines: settingLines(reasons),
    })),
    refusals: refusals.map(refusalLines),
  }));
};

/** Why each course is as it is, and what would change what was refused, in sentences. */
export const reasonLines = (
  reasons: PlanReasons,
): {
  readonly healing: readonly string[];
  readonly courses: readonly ReasonLines[];
  /** Of each course the lines on its sessions alone, for where the rest stands in a table. */
  readonly sessions: readonly ReasonLines[];
  readonly refusals: readonly ReasonLines[];
  /** Zones of an area that do not head its courses. */
  readonly zones: readonly ZoneLines[];
} => ({
  healing: healingLines(reasons),
  courses: reasons.courses.map(courseLines),
  sessions: reasons.courses.map(sessionLines),
  refusals: reasons.refusals.map(refusalLines),
  zones: zoneLines(reasons),
});
