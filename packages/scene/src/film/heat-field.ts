import type { HeatFilm } from '../skin-block.ts';
import { between } from './moment-at.ts';
import { logDamageOf, temperatureOf } from './pack.ts';

/** What a heat film is asked for: temperature, or damage by the name of its kinetics. */
export type HeatAspect =
  | { readonly kind: 'temperature' }
  | { readonly kind: 'damage'; readonly name: string };

/** A field at one time: K, or the logarithm of damage to the base of 10. */
export interface HeatField {
  readonly film: HeatFilm;
  readonly values: Float32Array;
}

/** Packed frames of an aspect; none where the film does not have it. */
export const framesOf = ({ temperature, damage }: HeatFilm, aspect: HeatAspect): readonly Uint16Array[] =>
  aspect.kind === 'temperature'
    ? temperature
    : (damage.find(({ name }) => name === aspect.name)?.frames ?? []);

interface Kept {
  readonly time: number;
  readonly field: HeatField | undefined;
}

/** The last field of each aspect of each film: faces and surfaces of a block ask for the same ones. */
const kept = new WeakMap<HeatFilm, Map<string, Kept>>();

/** The field at a time, between two frames linear in time. Undefined where the film does not have the aspect. */
export const heatFieldAt = (film: HeatFilm, aspect: HeatAspect, time: number): HeatField | undefined => {
  const fields = kept.get(film) ?? new Map<string, Kept>();
  kept.set(film, fields);
  const name = aspect.kind === 'temperature' ? '' : aspect.name;
  const last = fields.get(name);
  if (last?.time === time) return last.field;
  const field = unpackedAt(film, aspect, time);
  fields.set(name, { time, field });
  return field;
};

const unpackedAt = (film: HeatFilm, aspect: HeatAspect, time: number): HeatField | undefined => {
  const frames = framesOf(film, aspect);
  const { before, after, share } = between(film.times, time);
  const [early, late] = [frames[before], frames[after]];
  if (early === undefined || late === undefined) return undefined;
  const read = aspect.kind === 'temperature' ? temperatureOf : logDamageOf;
  const values = new Float32Array(early.length);
  for (let cell = 0; cell < values.length; cell += 1) {
    const packed = early[cell] ?? 0;
    values[cell] = read(packed + share * ((late[cell] ?? 0) - packed));
  }
  return { film, values };
};

/** Coordinates of the grid for a point of the block. */
export const gridPoint = (
  { geometry, centre, fold }: HeatFilm,
  x: number,
  y: number,
  z: number,
): readonly [number, number, number] => {
  switch (geometry) {
    case 'block':
      return [(fold.x ? Math.abs(x) : x) - centre.x, (fold.y ? Math.abs(y) : y) - centre.y, z];
    case 'axisymmetric':
      return [Math.hypot(x, y), 0, z];
    case 'slab':
      return [0, 0, z];
    case 'cylinder':
      return [Math.hypot(x, y), 0, 0];
    case 'sphere':
      return [Math.hypot(x, y, z), 0, 0];
  }
};
