import { defaultRun, planCourse, readCase } from '@percuta/engine';
import { deviceSheet } from '@percuta/evidence';
import { benchCase } from '../bench-case.ts';

/** The first trade-off of a needling case with the default draws, in processor time, ms. */
export interface FirstTradeOff {
  readonly median: number;
  readonly least: number;
  /** Longest time without a word or a chance to cancel. */
  readonly pause: number;
}

const rounds = 5;

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const once = (): { total: number; pause: number } => {
  const begun = processorTime();
  let last = begun;
  let pause = 0;
  const word = (): void => {
    const time = processorTime();
    pause = Math.max(pause, time - last);
    last = time;
  };
  planCourse(readCase(benchCase), [deviceSheet('skinpen_precision')], { ...defaultRun, progress: word });
  word();
  return { total: last - begun, pause };
};

/** Processor time does not count what other programs take of the machine. */
export const measureFirst = (): FirstTradeOff => {
  const runs = Array.from({ length: rounds }, once);
  const totals = runs.map(({ total }) => total).toSorted((a, b) => a - b);
  return {
    median: totals[Math.floor(rounds / 2)] ?? 0,
    least: totals[0] ?? 0,
    pause: runs.map((run) => run.pause).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0,
  };
};

export const firstText = ({ median, least, pause }: FirstTradeOff): string =>
  `first trade-off, 2000 draws: ${median.toFixed(0)} ms of processor time (least ${least.toFixed(0)}); longest without progress or a chance to cancel ${pause.toFixed(0)} ms`;
