import type { StiffTally } from '@percuta/numerics';
import type { SpeciesId } from '../species/species.ts';
import type { ThermalInjury } from '../injury/thermal-injury.ts';
import type { Place } from '../place.ts';

/** What one zone of skin goes through. SI. */
export interface HealInput {
  /** Channels per area of one session, 1/m²; 0 where nothing is pierced. */
  readonly density: number;
  /** Depths below the epidermis at which the layers begin and end, m; from 0, rising. */
  readonly depths: Float64Array;
  /** Radius of the gap that a needle leaves in each layer, m. */
  readonly gapRadii: Float64Array;
  /** Share of the thickness of each layer that is pierced, 0 to 1. */
  readonly pierced: Float64Array;
  /** Radius of the gap where a needle leaves the epidermis, m; 0 where it stays within. */
  readonly gapAtJunction: number;
  /** On the grid of `healingGrid`; zeros from `noThermalInjury` where there is no energy. */
  readonly thermal: ThermalInjury;
  /** Times of the sessions after the first, s; the first is 0. */
  readonly sessions: readonly number[];
  /** Time at which to stop, s; after the last session. */
  readonly duration: number;
  readonly place: Place;
}

/** Every state at one time, s since the first session: index = species + 25 × (ring + rings × layer). */
export interface Snapshot {
  readonly time: number;
  readonly values: Float64Array;
}

/** The epidermis over the channels, one value a time. */
export interface SurfaceCourse {
  /** Radius of the gap in the epidermis of the latest session, m. */
  readonly gapRadius: Float64Array;
  /** Barrier over the newest channels, from 0 to 1. */
  readonly barrier: Float64Array;
  /** Thickness of the epidermis, relative to that at rest. */
  readonly thickness: Float64Array;
  /** Melanin excess, 1. */
  readonly melanin: Float64Array;
}

/** What collagen can have been gained at most (heal.12). Index = layer + layers × time; 1 = collagen at rest. */
export interface MassBalance {
  /** Area-mean collagen less what stood there before. */
  readonly gain: Float64Array;
  /** Above which the gain cannot lie. */
  readonly bound: Float64Array;
  /** Removed or severed by the sessions so far. */
  readonly cut: Float64Array;
}

/** One course of healing. Depth-time series have index = layer + layers × time. */
export interface Healing {
  /** Depths below the epidermis at which the layers begin and end, m. */
  readonly depths: Float64Array;
  readonly layers: number;
  /** Layers that count as papillary, from the top. */
  readonly papillary: number;
  /** Edges of the rings, m. */
  readonly radii: Float64Array;
  /** s; the first is 0. */
  readonly sessions: readonly number[];
  /**
   * s since the first session, rising; at a session the state right after it, then log-spaced from a minute on, until a
   * second before the next session.
   */
  readonly times: Float64Array;
  /** Area mean of every state, in its own units. */
  readonly means: Readonly<Record<SpeciesId, Float64Array>>;
  /** Area-mean collagen synthesis, multiples of rest. */
  readonly synthesis: Float64Array;
  /** Area mean of V (1 + dil) over its value at rest: how much more blood flows, 1. */
  readonly perfusion: Float64Array;
  /** Mature cross-links of collagen, as a share; (heal.9). */
  readonly crossLinks: Float64Array;
  readonly surface: SurfaceCourse;
  readonly balance: MassBalance;
  /** Where every state rests in this place. */
  readonly rest: Readonly<Record<SpeciesId, number>>;
  /** The whole field at every time, when it was asked for. */
  readonly fields: readonly Snapshot[] | undefined;
  readonly cost: StiffTally;
}

/** What is kept of a course of healing, and how exactly it is integrated. */
export interface HealOptions {
  /** Keep the whole field at every time. */
  readonly keepsFields?: boolean;
  /** Allowed error of a step; area means are then good to about a tenth of it times ten thousand. */
  readonly relative?: number;
  readonly absolute?: number;
  readonly signal?: AbortSignal;
  /** Called at every step. */
  readonly progress?: ((done: number, total: number, what: string) => void) | undefined;
}
