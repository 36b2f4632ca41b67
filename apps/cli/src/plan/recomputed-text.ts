import {
  bareBand,
  contextOfUse,
  energyText,
  exclusionText,
  shown,
  treatedText,
  type FurtherPasses,
  type NextCourse,
  type Recomputed,
  type SessionDone,
  type SessionSettings,
} from '@percuta/engine';
import { table } from '../table.ts';

const passesText = ({ depth, passes, rf }: FurtherPasses): string[] => [
  shown(depth, 'mm'),
  `${passes}x`,
  ...(rf === undefined ? [] : [energyText(rf)]),
];

const settingText = ({ handSpeed, further = [], ...first }: SessionSettings): string =>
  [
    ...passesText(first),
    ...(handSpeed === undefined ? [] : [shown(handSpeed, 'mm/s')]),
    ...further.map((one) => `and ${passesText(one).join(' ')}`),
  ].join(', ');

const changedWords: Readonly<Record<SessionDone['changed'][number], string>> = {
  depth: 'depth',
  passes: 'passes',
  handSpeed: 'hand speed',
  frequency: 'frequency',
  energy: 'energy',
  further: 'further depths',
  interval: 'interval',
  exclusions: 'exclusions',
};

const limitsText = ({ broken, isHeatJudged }: SessionDone): string =>
  [
    broken.length === 0 && isHeatJudged
      ? 'kept'
      : broken.map(({ limit, value, unit }) => `${limit} ${shown(value, unit, 3)}`).join('; '),
    ...(isHeatJudged ? [] : ['heat not judged']),
  ]
    .filter((part) => part !== '')
    .join('; ');

const doneRow = (done: SessionDone, i: number): string[] => {
  const { session, settings, changed, dose, planned } = done;
  return [
    String(i + 1),
    shown(session.day, 'days'),
    settingText(settings),
    changed.length === 0 ? 'as planned' : changed.map((one) => changedWords[one]).join(', '),
    `${bareBand(dose, '1/cm2')}, planned ${bareBand(planned, '1/cm2')}`,
    limitsText(done),
    session.reactions.map(({ reaction, severity }) => `${reaction} (${severity})`).join(', '),
  ];
};

const leftOutText = (done: readonly SessionDone[]): string =>
  done
    .flatMap(({ place }, i) =>
      (place.exclusions ?? []).length === 0
        ? []
        : [
            `\n  Session ${i + 1}, ${treatedText(place)}; left out: ${(place.exclusions ?? []).map(exclusionText).join('; ')}`,
          ],
    )
    .join('');

const doneTable = ({ done }: Recomputed): string =>
  `Sessions done\n${table(
    ['', 'day', 'setting', 'not as planned', 'holes/cm² at target', 'limits', 'reactions'],
    done.map(doneRow),
  )}${leftOutText(done)}`;

const leftText = ({ dose, plannedDose, plannedSoFar, remaining }: Recomputed): string =>
  [
    `Holes at the target so far, per cm²: ${bareBand(dose, '1/cm2')}; planned by now ${bareBand(plannedSoFar, '1/cm2')}, of ${bareBand(plannedDose, '1/cm2')} in all`,
    `Left of the course: ${remaining.sessions} sessions${remaining.wished === undefined ? '' : `; by wish or budget ${remaining.wished}`}; the next no earlier than day ${shown(remaining.earliest, 'days').replace(/ .*/, '')}; no deeper than ${shown(remaining.maximumSafeDepth, 'mm', 2)}`,
  ].join('\n');

const stopsText = ({ stops }: Recomputed): string =>
  stops.length === 0
    ? ''
    : `Stop\n${stops.map(({ because, wouldChange }) => `  ${because}\n    would change it: ${wouldChange}`).join('\n')}`;

const nextRow = ({ candidate, sessions, days, dose, isAsPlanned }: NextCourse): string[] => [
  isAsPlanned ? 'as planned' : candidate.id,
  settingText(candidate.settings),
  `${sessions}, on day ${days.map((day) => shown(day, 'days').replace(/ .*/, '')).join(', ')}`,
  bareBand(dose, '1/cm2'),
  `${candidate.binding.limit} ${Math.round(candidate.binding.used * 100)} %`,
];

const nextText = ({ next, stops, remaining }: Recomputed): string => {
  if (next.length > 0) {
    return `How to go on\n${table(['', 'setting', 'sessions', 'holes/cm² over all', 'most used limit'], next.map(nextRow))}`;
  }
  if (stops.length > 0) return '';
  return remaining.sessions === 0
    ? 'The course is done: judge the result before anything further is planned.'
    : 'No course of the plan has sessions left that may be done.';
};

const comparisonText = ({ comparisons }: Recomputed): string =>
  comparisons.length === 0
    ? ''
    : `Predicted and reported\n${table(
        ['day', 'by', 'reported', 'chance from trials'],
        comparisons.map(({ outcome, predicted }) => [
          shown(outcome.day, 'days'),
          outcome.by,
          outcome.level,
          predicted === undefined
            ? 'no figure'
            : `${shown(predicted.median, '%', 2)} (${shown(predicted.low, '%', 2)} to ${shown(predicted.high, '%', 2)})`,
        ]),
      )}`;

/** A course as far as it was delivered, on a terminal; `notice` stands above it. */
export const recomputedText = (recomputed: Recomputed, files: readonly string[], notice: string): string =>
  [
    notice,
    `Delivered of ${recomputed.planned.id}`,
    doneTable(recomputed),
    leftText(recomputed),
    stopsText(recomputed),
    nextText(recomputed),
    comparisonText(recomputed),
    files.length === 0 ? '' : `Written: ${files.join(', ')}`,
    contextOfUse,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
