import { healPlace } from '../film/heal-field.ts';
import { leastShown } from '../paint/paint-healing.ts';
import type { HealFilm } from '../skin-block.ts';
import { micrometres } from './micrometres.ts';

/** A place where a mark may stand, m from the axis and below the surface; it does where there is more than a share. */
interface Spot {
  readonly x: number;
  readonly z: number;
  readonly place: number;
  readonly share: number;
  /** For looks, 0 to 1. */
  readonly turn: number;
}

const fraction = (value: number): number => value - Math.floor(value);

// The plastic number: steps of its powers fill a square evenly, and so does every beginning of them.
const plastic = 1.324717957244746;
const [stepX, stepZ] = [1 / plastic, 1 / plastic ** 2];
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Spots over a section through the axis, `apart` m from one another where all are taken. The first ask for little, the
 * last for the most there is: as many are taken as the share says, everywhere evenly spread.
 */
const spotsOf = (film: HealFilm, apart: number, start: number): readonly Spot[] => {
  const { junction, depths, radii } = film;
  const [half, deepest] = [radii.at(-1) ?? 0, depths.at(-1) ?? 0];
  const count = Math.round((2 * half * deepest) / apart ** 2);
  return Array.from({ length: count }, (_, n) => {
    const x = half * (2 * fraction(start + n * stepX) - 1);
    const z = junction + deepest * fraction(start / 2 + n * stepZ);
    return {
      x,
      z,
      place: healPlace(film, Math.abs(x), z),
      share: (n + 0.5) / count,
      turn: fraction(n * golden),
    };
  });
};

/** Marks of one kind over a section: how far apart they stand at the most there is (m), and where they begin. */
interface Scatter {
  readonly apart: number;
  readonly start: number;
}

const kept = new WeakMap<HealFilm, Map<number, readonly Spot[]>>();

/** Spots that are taken: they stay where they are while more or fewer are. */
const taken = (film: HealFilm, shares: Float32Array, { apart, start }: Scatter): readonly Spot[] => {
  const known = kept.get(film) ?? new Map<number, readonly Spot[]>();
  kept.set(film, known);
  const spots = known.get(start) ?? spotsOf(film, apart, start);
  known.set(start, spots);
  return spots.filter(({ place, share }) => (shares[place] ?? 0) > Math.max(leastShown, share));
};

const cellsApart = 4.2e-5;

/** Dots, as many as there are cells at a place: a path of points, in micrometres, to be drawn with round ends. */
export const dotPath = (film: HealFilm, shares: Float32Array, start: number): string =>
  taken(film, shares, { apart: cellsApart, start })
    .map(({ x, z }) => `M${micrometres(x)} ${micrometres(z)}h0`)
    .join('');

const fibres: Scatter = { apart: 2.6e-5, start: 0.5 };
const fibreLength = { least: 4e-5, spread: 3.5e-5 };
const fibreBend = 2e-5;

/** Fibres, as many as have been laid at a place: strokes that lie mostly level. Path in micrometres. */
export const fibrePath = (film: HealFilm, shares: Float32Array): string =>
  taken(film, shares, fibres)
    .map(({ x, z, turn }) => {
      const length = fibreLength.least + turn * fibreLength.spread;
      const bend = (turn - 0.5) * 2 * fibreBend;
      const [half, whole] = [micrometres(length / 2), micrometres(length)];
      return `M${micrometres(x - length / 2)} ${micrometres(z)}q${half} ${micrometres(bend)} ${whole} ${micrometres(bend / 3)}`;
    })
    .join('');
