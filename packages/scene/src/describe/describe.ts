import { heatFieldAt } from '../film/heat-field.ts';
import { healFieldAt } from '../film/heal-field.ts';
import {
  healQuantities,
  type HealFilm,
  type HealQuantity,
  type HeatFilm,
  type SkinBlock,
} from '../skin-block.ts';

/** Extent in depth of what is above a level, m. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** How hot tissue is at a time, and how deep heat and damage reach. */
export interface HeatFacts {
  /** K, of tissue. */
  readonly hottest: number;
  /** Where it is, m below the surface. */
  readonly hottestDepth: number;
  /** Of tissue at 50 °C or more; undefined where there is none. */
  readonly hot: Reach | undefined;
  /** Of tissue in which damage is done, by the name of its kinetics. */
  readonly damaged: readonly { readonly name: string; readonly reach: Reach | undefined }[];
}

/** What healing has come to at a time, as shares: cells and matrix, collagen, barrier. */
export interface HealFacts {
  /** Mean over the pierced skin: departure from rest, of the largest departure in the whole course, -1 to 1. */
  readonly shares: Readonly<Record<HealQuantity, number>>;
  /** Mean change of collagen against rest, as a share. */
  readonly collagen: number;
  /** Of the surface over the channels, 0 to 1. */
  readonly barrier: number;
}

/** What a block shows at a time, in numbers: for a text that says the same as the picture. */
export interface BlockFacts {
  /** s */
  readonly time: number;
  readonly areNeedlesIn: boolean;
  readonly heat: HeatFacts | undefined;
  readonly healing: HealFacts | undefined;
}

const notable = 323.15;

const reachOver = (film: HeatFilm, values: Float32Array, level: number): Reach | undefined => {
  const { axes, metal } = film;
  const layer = axes.x.length * axes.y.length;
  let [from, to] = [Infinity, -Infinity];
  for (let cell = 0; cell < values.length; cell += 1) {
    if (metal[cell] === 1 || (values[cell] ?? 0) < level) continue;
    const z = axes.z[Math.floor(cell / layer)] ?? Number.NaN;
    from = Math.min(from, z);
    to = Math.max(to, z);
  }
  return to >= from ? { from, to } : undefined;
};

const heatFacts = (film: HeatFilm, time: number): HeatFacts | undefined => {
  const field = heatFieldAt(film, { kind: 'temperature' }, time);
  if (field === undefined) return undefined;
  const { values } = field;
  let hottest = -1;
  for (let cell = 0; cell < values.length; cell += 1) {
    if (film.metal[cell] !== 1 && (values[cell] ?? 0) > (values[hottest] ?? -Infinity)) hottest = cell;
  }
  const layer = film.axes.x.length * film.axes.y.length;
  return {
    hottest: values[hottest] ?? Number.NaN,
    hottestDepth: film.axes.z[Math.floor(hottest / layer)] ?? Number.NaN,
    hot: reachOver(film, values, notable),
    damaged: film.damage.map(({ name }) => {
      const damage = heatFieldAt(film, { kind: 'damage', name }, time);
      return { name, reach: damage === undefined ? undefined : reachOver(film, damage.values, 0) };
    }),
  };
};

/** Mean over the unit cell, rings and layers weighed by their volume. */
export const meanOf = ({ radii, depths }: HealFilm, values: Float32Array): number => {
  const rings = radii.length - 1;
  let [sum, weight] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    const [ring, layer] = [i % rings, Math.floor(i / rings)];
    const area = (radii[ring + 1] ?? 0) ** 2 - (radii[ring] ?? 0) ** 2;
    const volume = area * ((depths[layer + 1] ?? 0) - (depths[layer] ?? 0));
    sum += volume * (values[i] ?? 0);
    weight += volume;
  }
  return sum / weight;
};

const courses = new WeakMap<HealFilm, Map<HealQuantity, Float64Array>>();

/** Mean over the unit cell at every kept time; worked out once for a film. */
export const meanCourse = (film: HealFilm, quantity: HealQuantity): Float64Array => {
  const known = courses.get(film) ?? new Map<HealQuantity, Float64Array>();
  courses.set(film, known);
  const found = known.get(quantity) ?? freshCourse(film, quantity);
  known.set(quantity, found);
  return found;
};

const freshCourse = (film: HealFilm, quantity: HealQuantity): Float64Array => {
  const size = (film.radii.length - 1) * (film.depths.length - 1);
  const { values } = film.series[quantity];
  return film.times.map((_, t) => meanOf(film, values.subarray(t * size, (t + 1) * size)));
};

const healFacts = (film: HealFilm, time: number): HealFacts => {
  const share = (quantity: HealQuantity): number => {
    const { rest } = film.series[quantity];
    const now = meanOf(film, healFieldAt(film, quantity, time).values) - rest;
    const most = meanCourse(film, quantity).reduce((top, value) => Math.max(top, Math.abs(value - rest)), 0);
    return most === 0 ? 0 : now / most;
  };
  const { rest } = film.series.collagen;
  const last = film.times.findLastIndex((each) => each <= time);
  return {
    // The keys are those of the list.
    shares: Object.fromEntries(healQuantities.map((each) => [each, share(each)])) as Record<
      HealQuantity,
      number
    >,
    collagen: meanOf(film, healFieldAt(film, 'collagen', time).values) / rest - 1,
    barrier: film.barrier[Math.max(0, last)] ?? Number.NaN,
  };
};

/** What a block shows at a time (s since the needles went in), as numbers and words: its textual equivalent. */
export const describeBlock = ({ heat, healing, withdrawn }: SkinBlock, time: number): BlockFacts => ({
  time,
  areNeedlesIn: time <= withdrawn,
  heat: heat && heatFacts(heat, time),
  healing: healing && healFacts(healing, time),
});
