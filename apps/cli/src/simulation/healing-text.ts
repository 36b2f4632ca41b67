import {
  calibratedRows,
  shown,
  writeEnsemble,
  type HealEnsemble,
  type HealingSummary,
  type ZoneHealing,
} from '@percuta/engine';
import { table } from '../table.ts';

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
  [
    'end of inflammation, an estimate by a share of its peak',
    `${days(summary.inflammation.atTwice)} at ${shown(2 * summary.inflammation.share, '%', 2)}, ${days(summary.inflammation.atHalf)} at ${shown(summary.inflammation.share / 2, '%', 2)}`,
  ],
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
        'A single run at central values: it has no band. Most constants behind it are estimates; amounts of collagen are no forecast without a band.',
      ].join('\n\n')
    : `Healing: ${zone.reason}`;

const bandText = (values: readonly string[]): string =>
  values.length < 3 ? '' : `${values[1]} (${values[0]} to ${values[2]})`;

/** Bands of an ensemble on a terminal. */
export const ensembleText = (ensemble: HealEnsemble): string => {
  const written = writeEnsemble(ensemble);
  const refusals = Object.entries(ensemble.refused).map(([rule, count]) => `${rule} ${count}`);
  return [
    table(
      ['over the calibrated ensemble', 'median (10 to 90 %)'],
      [
        ['channels closed after', bandText(written.closed_after)],
        ['redness after the first session', bandText(written.redness_after_the_first_session)],
        ['redness after the last session', bandText(written.redness_after_the_last_session)],
        ['earliest sensible interval', bandText(written.earliest_sensible_interval)],
        ['net collagen at the end', bandText(written.net_collagen_at_the_end)],
        ['the most that mass balance allows', bandText(written.most_that_mass_balance_allows)],
      ],
    ),
    ...(ensemble.closure.low === 0 && ensemble.closure.high === 0
      ? []
      : [
          `Before each session the model spreads what earlier channels left evenly. What that leaves away was measured (validation/heal/closure) and is in the bands of matrix and cells: it moves the ends of the net collagen by ${written.of_it_from_levelling_out_between_sessions.join(' and ')}.`,
        ]),
    `${written.draws} of the first ${written.tries} draws of the calibrated ensemble; refused here by rule: ${refusals.join(', ') || 'none'}. ` +
      `Every draw meets what was asked of the records ${calibratedRows.join(', ')}; what they leave open is prior.`,
  ].join('\n\n');
};
