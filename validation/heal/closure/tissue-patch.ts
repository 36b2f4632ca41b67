import { createRandom, type StiffSystem } from '@percuta/numerics';
import type { Tissue } from '../../../packages/engine/src/heal/geometry/tissue.ts';
import { injure } from '../../../packages/engine/src/heal/injury/injure.ts';
import { noBurn, woundOf } from '../../../packages/engine/src/heal/injury/wound.ts';
import { healingSystem } from '../../../packages/engine/src/heal/integrate/healing-system.ts';
import type { Rates } from '../../../packages/engine/src/heal/rates.ts';
import { indexOf } from '../../../packages/engine/src/heal/species/species-list.ts';
import { speciesIds, type Wound } from '../../../packages/engine/src/heal/species/species.ts';
import { depthEdges } from '../../../packages/engine/src/heal/transport/diffuse.ts';
import { pull } from '../../../packages/engine/src/heal/transport/transport.ts';

const width = speciesIds.length;
/** Points a side in a cell of the grid at which its wound is taken. */
const points = 4;

/** A square of skin as a tissue whose rings are cells along x and whose layers are rows along y; lengths in m. */
export const patchOf = (side: number, count: number): Tissue => {
  const h = side / count;
  const edges = Float64Array.from({ length: count + 1 }, (_, k) => k * h);
  return {
    radial: {
      count,
      edges,
      centres: edges.slice(0, count).map((edge) => edge + h / 2),
      areas: new Float64Array(count).fill(h),
      conductances: new Float64Array(count - 1).fill(1 / h),
    },
    depths: edges,
    layers: count,
    places: count * count,
  };
};

/** The equations on the patch: the unit cell lets fibroblasts drift along x alone, so drift along y is added. */
export const patchSystem = (tissue: Tissue, p: Rates): StiffSystem => {
  const system = healingSystem(tissue, p);
  const across = depthEdges(tissue);
  const [cells, signal] = [indexOf['F'] ?? 0, indexOf['P'] ?? 0];
  return {
    ...system,
    rates: (y, out) => {
      system.rates(y, out);
      for (const { from, to, giving, taking } of across) {
        const [a, b] = [from * width, to * width];
        const q = pull(y[a + signal] ?? 0, y[b + signal] ?? 0, p);
        const flow = q * Math.max(y[(q > 0 ? a : b) + cells] ?? 0, 0);
        out[a + cells] = (out[a + cells] ?? 0) - giving * flow;
        out[b + cells] = (out[b + cells] ?? 0) + taking * flow;
      }
    },
  };
};

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Channels of one session anywhere on a square. */
export const channelsOf = (seed: number, count: number, side: number): Point[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({ x: side * random.next(), y: side * random.next() }));
};

/** Squared distance to the nearest of a channel and its images in the edges. */
const nearest = ({ x, y }: Point, at: Point, side: number): number => {
  const along = (a: number, b: number): number =>
    Math.min(...[b, -b, 2 * side - b].map((image) => (a - image) * (a - image)));
  return along(x, at.x) + along(y, at.y);
};

const meanWound = (wounds: readonly Wound[]): Wound => {
  const mean = (of: (one: Wound) => number): number =>
    wounds.reduce((sum, one) => sum + of(one), 0) / wounds.length;
  return {
    gap: mean(({ gap }) => gap),
    kill: mean(({ kill }) => kill),
    halo: mean(({ halo }) => halo),
    cut: mean(({ cut }) => cut),
    coag: 0,
    shock: 0,
  };
};

/** Cuts channels one after the other, in place. */
export const cutChannels = (
  y: Float64Array,
  tissue: Tissue,
  { channels, gap, p }: { readonly channels: readonly Point[]; readonly gap: number; readonly p: Rates },
): void => {
  const { count, edges } = tissue.radial;
  const side = edges[count] ?? 0;
  const h = side / count;
  const woundAt = (distance: number): Wound => {
    const ring = {
      count: 1,
      edges: Float64Array.of(distance - 1e-9, distance + 1e-9),
      centres: Float64Array.of(distance),
      areas: Float64Array.of(1),
      conductances: Float64Array.of(),
    };
    return woundOf(ring, 0, gap, noBurn, p);
  };
  for (const channel of channels) {
    const at = (column: number, row: number): Wound =>
      meanWound(
        Array.from({ length: points * points }, (_, i) => {
          const x = (column + ((i % points) + 0.5) / points) * h;
          const along = (row + (Math.floor(i / points) + 0.5) / points) * h;
          return woundAt(Math.sqrt(nearest(channel, { x, y: along }, side)));
        }),
      );
    injure(y, tissue, at, p);
  }
};

/** Every field becomes its mean over the patch, in place. */
export const levelPatch = (y: Float64Array): void => {
  const places = y.length / width;
  for (let s = 0; s < width; s += 1) {
    const mean = patchMean(y, s);
    for (let i = 0; i < places; i += 1) y[i * width + s] = mean;
  }
};

export const patchMean = (y: Float64Array, species: number): number => {
  let sum = 0;
  for (let i = species; i < y.length; i += width) sum += y[i] ?? 0;
  return (sum * width) / y.length;
};
