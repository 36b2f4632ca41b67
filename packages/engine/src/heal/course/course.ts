import type { StiffSystem, StiffTally } from '@percuta/numerics';
import type { Tissue } from '../geometry/tissue.ts';
import { healingSystem, restingField } from '../integrate/healing-system.ts';
import type { Rates } from '../rates.ts';
import type { HealInput, HealOptions } from '../result/healing.ts';
import type { Running } from '../result/recorder.ts';

/** Everything that one run of healing carries along. */
export interface Course {
  readonly input: HealInput;
  readonly tissue: Tissue;
  readonly p: Rates;
  readonly system: StiffSystem;
  readonly options: HealOptions;
  /** The field: index = species + 25 × place. */
  readonly y: Float64Array;
  readonly running: Running;
  /** Collagen cut by the sessions so far, of each layer. */
  readonly cut: Float64Array;
  readonly tally: StiffTally;
}

/** The time from one session to the next, or to the end; s. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const stretchesOf = ({ sessions, duration }: HealInput): Stretch[] =>
  sessions.map((from, i) => ({ from, to: sessions[i + 1] ?? duration }));

/** A course at rest, before its first session. */
export const beginCourse = (input: HealInput, tissue: Tissue, p: Rates, options: HealOptions): Course => ({
  input,
  tissue,
  p,
  system: healingSystem(tissue, p),
  options,
  y: restingField(tissue, p),
  running: {
    surplus: new Float64Array(tissue.layers),
    crossLinks: new Float64Array(tissue.layers).fill(p.k_hhl / (p.k_hhl + p.p1)),
    epidermis: { opened: 0, thickness: 1, melanin: 0 },
  },
  cut: new Float64Array(tissue.layers),
  tally: { steps: 0, rejected: 0, rates: 0, jacobians: 0, factors: 0 },
});
