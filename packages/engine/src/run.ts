import type { StartHelper } from '@percuta/numerics';
import type { Overrides } from './ensemble.ts';
import type { TrainedEmulator } from './heat/emulator/trained.ts';
import type { Moment } from './heat/watch.ts';

/** What the host gives to a run; nothing else is ambient. */
export interface Run {
  /** Number of joint draws; best a power of two. */
  readonly draws: number;
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Parameter values in place of their distributions, text by name. */
  readonly overrides: Overrides;
  /** Draws of heat that a simulation judges the envelope with; each costs seconds. None where left out. */
  readonly heatDraws?: number;
  /** False leaves healing out of a simulation; it takes most of its time. */
  readonly heals?: boolean;
  /** Draws of the constants of healing; left out or 0 heals at central values alone, which gives no bands. */
  readonly ensemble?: number;
  /** Keep the whole field of the central healing at every time, for files of fields. */
  readonly keepsFields?: boolean;
  /** Emulators of the heat of devices, without which no device with radio frequency is planned. */
  readonly emulators?: readonly TrainedEmulator[];
  /** Most courses with heat that are recomputed with the whole model; each costs seconds. None where left out. */
  readonly finalists?: number;
  readonly progress?: (done: number, total: number, what: string) => void;
  /** Sees the heat of every zone at central values, step by step; each zone begins at time 0. */
  readonly seen?: (moment: Moment) => void;
  readonly signal?: AbortSignal;
  /** Starts a thread that does a part of the heat of large grids at central values. Results do not depend on it. */
  readonly helper?: StartHelper;
}

/** Says how far a run is, and ends it here with the reason of its signal where it was aborted. */
export const tell = (
  { signal, progress }: Pick<Run, 'signal' | 'progress'>,
  done: number,
  total: number,
  what: string,
): void => {
  signal?.throwIfAborted();
  progress?.(done, total, what);
};

/** As many draws as a run takes: more would not fit into memory. */
export const mostDraws = 1_048_576;

/** How a run is made unless told otherwise: its draws and seed, and no value of a parameter overridden. */
export const defaultRun: Run = { draws: 2000, seed: 20261122, overrides: {} };
