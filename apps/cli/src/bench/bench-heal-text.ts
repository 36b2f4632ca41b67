import type { HealBench } from './bench-heal.ts';
import { table } from '../table.ts';

/** What `bench heal` prints. */
export const benchHealText = ({ timings, growth, ensemblePerHour }: HealBench): string =>
  [
    table(
      ['heal, one year', 'steps', 'ms of processor, median (range)', 'asked for'],
      timings.map(({ what, steps, median, least, most, limit }) => [
        what,
        String(steps),
        `${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`,
        limit === undefined ? '' : `at most ${limit}`,
      ]),
    ),
    '',
    `time of a step, 48 layers over 12: ${growth.layers.toFixed(2)} of proportional`,
    `time of a step, 208 rings over 52: ${growth.rings.toFixed(2)} of proportional`,
    `six layers, one session: ${Math.round(ensemblePerHour)} years of healing an hour on one core`,
  ].join('\n');
