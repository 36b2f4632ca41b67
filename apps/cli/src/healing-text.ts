import { shown, type HealingSummary, type ZoneHealing } from '@percuta/engine';
import { table } from './table.ts';

const days = (time: number): string =>
  Number.isFinite(time) ? shown(time, 'days', 2) : 'longer than followed';
const percent = (value: number): string => `${value > 0 ? '+' : ''}${shown(value, '%', 2)}`;

const eachSession = (times: readonly number[]): string => times.map(days).join(', ');

const rows = (summary: HealingSummary): string[][] => [
  ['channels closed after', shown(summary.closed, 'h', 2)],
  ['redness seen, session by session', eachSession(summary.redness)],
  ['swelling seen, session by session', eachSession(summary.swelling)],
  ...summary.phases.map(({ name, from, to }) => [
    `${name} after the last session`,
    `${days(from)} to ${days(to)}`,
  ]),
  ['earliest sensible interval', `${days(summary.interval.time)}, until ${summary.interval.because}`],
  ['net collagen at the end, mean of the dermis', percent(summary.gain)],
  ['the most that mass balance allows', percent(summary.bound)],
];

const matrix = ({ changes }: HealingSummary): string => {
  const [first] = changes;
  if (first === undefined) return '';
  const heads = ['against rest, mean of the dermis', ...changes.map(({ time }) => days(time))];
  return table(
    heads,
    first.parts.map(({ name }, i) => [name, ...changes.map(({ parts }) => percent(parts[i]?.whole ?? NaN))]),
  );
};

/** Healing of a zone on a terminal. */
export const healingText = (zone: ZoneHealing): string =>
  zone.status === 'healed'
    ? [
        table(['healing, everything at its central value', ''], rows(zone.summary)),
        matrix(zone.summary),
        'Most constants behind these numbers are estimates; amounts of collagen are no forecast without a band.',
      ].join('\n\n')
    : `Healing: ${zone.reason}`;
