import type { HealFilm, HealQuantity } from '../skin-block.ts';
import { between } from './moment-at.ts';

/** A quantity of healing at one time: index = ring + rings × layer. */
export interface HealField {
  readonly film: HealFilm;
  readonly rest: number;
  readonly values: Float32Array;
}

const placesOf = ({ depths, radii }: HealFilm): number => (depths.length - 1) * (radii.length - 1);

/** The field at a time, between two kept times linear in time. */
export const healFieldAt = (film: HealFilm, quantity: HealQuantity, time: number): HealField => {
  const { rest, values: all } = film.series[quantity];
  const size = placesOf(film);
  const { before, after, share } = between(film.times, time);
  const values = new Float32Array(size);
  for (let i = 0; i < size; i += 1) {
    const early = all[before * size + i] ?? 0;
    values[i] = early + share * ((all[after * size + i] ?? 0) - early);
  }
  return { film, rest, values };
};

const cellIn = (edges: Float64Array, at: number): number =>
  Math.min(edges.length - 2, between(edges, at).before);

/** Index of the place at a distance from the nearest channel and a depth below the surface, m; -1 outside the dermis. */
export const healPlace = ({ depths, radii, junction }: HealFilm, distance: number, depth: number): number => {
  const below = depth - junction;
  if (below < 0 || below > (depths.at(-1) ?? 0)) return -1;
  return cellIn(radii, distance) + (radii.length - 1) * cellIn(depths, below);
};

/** Largest departure from rest in a whole film: colours mean the same at every time. */
const departures = new WeakMap<HealFilm, Map<HealQuantity, number>>();
const largestDeparture = (film: HealFilm, quantity: HealQuantity): number => {
  const known = departures.get(film) ?? new Map<HealQuantity, number>();
  departures.set(film, known);
  const found = known.get(quantity);
  if (found !== undefined) return found;
  const { rest, values } = film.series[quantity];
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value - rest)), Number.MIN_VALUE);
  known.set(quantity, most);
  return most;
};

/** Departure from rest at every place at a time, as a share of the largest there is in the course, -1 to 1. */
export const healSharesAt = (film: HealFilm, quantity: HealQuantity, time: number): Float32Array => {
  const { values, rest } = healFieldAt(film, quantity, time);
  const most = largestDeparture(film, quantity);
  return values.map((value) => (value - rest) / most);
};
