import {
  letterOf,
  reasonLines,
  shown,
  type CourseReasons,
  type PlanReasons,
  type ReasonLines,
} from '@percuta/engine';
import { table } from '../table.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const kelvins = (value: number): string => `${Number(value.toPrecision(2))} K`;

/** Room to a dead epidermis and to boiling in the worst draws, and what matters most for heat; nothing for needles alone. */
const heatCells = ({ heat }: CourseReasons): string[] =>
  heat === undefined
    ? ['', '']
    : [
        heat.rooms.map(({ worstMean }) => kelvins(worstMean)).join(', '),
        heat.matters.map(({ name }) => name.replace(/, .*/, ', …')).join(', '),
      ];

const hasHeat = ({ courses }: PlanReasons): boolean => courses.some(({ heat }) => heat !== undefined);

const rowOf = (reasons: CourseReasons, i: number): string[] => {
  const { binding, next, joint, tails, matters, measured, worst, sessions } = reasons;
  const [tip] = tails;
  const lost = measured.readings.filter(({ keepsCourse }) => !keepsCourse).length;
  return [
    letterOf(i),
    `${binding.limit} ${percent(binding.used)}${next === undefined ? '' : `, then ${next.limit} ${percent(next.used)}`}`,
    joint === undefined
      ? ''
      : `${shown(joint.value, '%', 2)} (up to ${shown(joint.upper ?? joint.value, '%', 2)})`,
    tip === undefined ? '' : shown(tip.worstMean, 'mm', 2),
    matters.map(({ name }) => name.replace(/, .*/, ', …')).join(', '),
    `${lost} of ${measured.readings.length}`,
    worst === undefined ? '' : `${worst.name}: ${worst.worst?.limit ?? ''} ${percent(worst.used)}`,
    sessions.interval === undefined ? '' : shown(sessions.interval, 'days', 2).replace(/ .*/, ''),
  ];
};

const coursesTable = (reasons: PlanReasons): string =>
  table(
    [
      '',
      'most used limits',
      'any limit broken',
      'to fat, worst 5 %',
      'matters most',
      'readings that would put it outside',
      'worst if not as planned',
      'days between',
      ...(hasHeat(reasons)
        ? ['below a dead epidermis, below boiling, worst 5 %', 'matters most for heat']
        : []),
    ],
    reasons.courses.map((course, i) => [...rowOf(course, i), ...(hasHeat(reasons) ? heatCells(course) : [])]),
  );

const block = (told: readonly ReasonLines[]): string =>
  told.map(({ head, lines }) => [`  ${head}`, ...lines.map((line) => `    ${line}`)].join('\n')).join('\n');

/** The first lines of each setting, on what binds, chances and what matters; the report has the rest. */
const toldOnTerminal = 3;

const zoneText = ({ name, settings, refusals }: ReturnType<typeof reasonLines>['zones'][number]): string =>
  [
    `Why, in the zone ${name}`,
    ...(settings.length === 0
      ? []
      : [block(settings.map(({ head, lines }) => ({ head, lines: lines.slice(0, toldOnTerminal) })))]),
    ...(refusals.length === 0 ? [] : [block(refusals)]),
  ].join('\n');

/** Why the courses are as they are and what would change what is refused, on a terminal; the report has it in words. */
export const reasonsText = (reasons: PlanReasons): string => {
  const { healing, sessions, refusals, zones } = reasonLines(reasons);
  return [
    ...(reasons.courses.length === 0
      ? []
      : [
          `Why; in the worst 5 % of draws and places the mean distance of tips to the fat\n${coursesTable(reasons)}`,
        ]),
    ...healing,
    ...(sessions.length === 0 ? [] : [`When, and what one more session adds\n${block(sessions)}`]),
    ...(refusals.length === 0 ? [] : [`What would change a refusal\n${block(refusals)}`]),
    ...zones.map(zoneText),
  ].join('\n\n');
};
