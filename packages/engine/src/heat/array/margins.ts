import type { ArrayInput } from './array-problem.ts';

/** A resistance over a shot, ohm; NaN where nothing was ever on. */
export interface ResistanceSpan {
  readonly start: number;
  readonly least: number;
  /** At the end of the last pulse. */
  readonly end: number;
}

/** Of a resistance in each step, NaN while nothing is on. */
export const resistanceSpan = (resistance: readonly number[]): ResistanceSpan => {
  const on = resistance.filter(Number.isFinite);
  const [start = Number.NaN, end = Number.NaN] = [on[0], on.at(-1)];
  return { start, least: on.length === 0 ? Number.NaN : Math.min(...on), end };
};

/** Distances of a zone of damage from its borders, m: negative where it goes beyond one, endless without a zone. */
export interface ZoneMargins {
  readonly epidermis: number;
  readonly fat: number;
}

const endless: ZoneMargins = { epidermis: Infinity, fat: Infinity };

/**
 * Distances, m, of a zone of damage from the epidermis above and the fat below: negative where it reaches in,
 * infinite where there is no zone. Depths are from the surface inward.
 */
export const zoneMargins = (
  depth: { readonly from: number; readonly to: number } | undefined,
  { epidermis, dermis }: ArrayInput['skin'],
): ZoneMargins =>
  depth === undefined ? endless : { epidermis: depth.from - epidermis, fat: epidermis + dermis - depth.to };
