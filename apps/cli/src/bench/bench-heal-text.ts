import { healKernelBytes } from '@percuta/engine';
import { kernelBytes } from '@percuta/numerics';
import type { EnsembleTiming } from './bench-ensemble.ts';
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
    `WebAssembly of healing: ${healKernelBytes()} bytes, of the integrator and heat: ${kernelBytes()} bytes`,
  ].join('\n');

const sessionsText = (count: number): string => (count === 1 ? 'one session' : `${count} sessions`);

/** What `bench heal` prints of the ensemble. */
export const benchEnsembleText = (timings: readonly EnsembleTiming[]): string =>
  table(
    [
      'calibrated ensemble, a year after',
      'draws',
      'layers',
      'threads',
      's of processor',
      's by the clock',
      'asked for',
    ],
    timings.map(({ sessions, draws, layers, threads, processor, clock, limit }) => [
      sessionsText(sessions),
      String(draws),
      String(layers),
      String(threads),
      processor.toFixed(1),
      clock.toFixed(1),
      `at most ${limit} by the clock`,
    ]),
  );
