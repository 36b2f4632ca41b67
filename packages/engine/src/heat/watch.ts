import type { StartHelper } from '@percuta/numerics';

/** State of heat at one time of a run, of the run itself: copy what is to be kept. */
export interface Moment {
  /** s. */
  readonly time: number;
  /** K, one value a cell of the grid. */
  readonly temperatures: Float64Array;
  /** 0 where a cell is tissue, else the number of its electrode. */
  readonly metal: Uint8Array;
  /** The damage integral (no unit) by the name of the kinetics, one value a cell. */
  readonly damage: ReadonlyMap<string, Float64Array>;
}

/** How a run tells how far it is, and hears that it should end. */
export interface Watch {
  readonly progress?: (done: number, total: number, what: string) => void;
  /** Sees the start and every accepted step; it changes nothing of the run. */
  readonly seen?: (moment: Moment) => void;
  readonly signal?: AbortSignal;
  /** Starts a thread that does a part of the work on large grids. Results do not depend on it. */
  readonly helper?: StartHelper;
}

/** Tells how many thousandths of a run are done, and ends it here with the reason of its signal where it was aborted. */
export const heed = ({ signal, progress }: Watch, thousandths: number): void => {
  signal?.throwIfAborted();
  progress?.(thousandths, 1000, 'heat');
};
