import { burstsOf, type ArrayHeating, type Simulation } from '@percuta/engine';
import type { BlockLayer, BlockNeedle, HealFilm, HeatFilm, SkinBlock } from '@percuta/scene';
import type { Frames } from './film-recorder.ts';
import { healFilm } from './heal-film.ts';
import { heatFilm } from './heat-film.ts';

type ZoneSimulation = Simulation['zones'][number];

// Tissue shown around the outermost needles and below the deepest of tip and fat, m.
const around = 0.5e-3;
const below = 0.7e-3;
// Half the width of a block without an array, in distances between channels, and the most of it, m.
const channelsAcross = 2.6;
const widest = 3e-3;

const layer = (kind: BlockLayer['kind'], from: number, to: number): BlockLayer => ({
  kind,
  name: kind,
  from,
  to,
});

const layersOf = ({ skin }: ZoneSimulation, depth: number): BlockLayer[] => {
  const border = skin.epidermis + skin.dermis;
  return [
    layer('stratum corneum', 0, skin.stratumCorneum),
    layer('epidermis', skin.stratumCorneum, skin.epidermis),
    layer('dermis', skin.epidermis, Math.min(border, depth)),
    layer('fat', border, depth),
  ].filter(({ from, to }) => to > from);
};

const arrayNeedles = ({ input, needles }: ArrayHeating): BlockNeedle[] => {
  const { array } = input.energy;
  return needles.map(({ needle }) => ({
    name: needle.name,
    x: needle.x,
    y: needle.y,
    from: 0,
    to: input.depth,
    radius: array.radius,
    cone: array.cone,
    bare: array.bare >= input.depth ? undefined : { from: input.depth - array.bare, to: input.depth },
  }));
};

/** Channels of a stroke device, laid evenly at their density: an even lattice of triangles. */
const evenNeedles = (
  { punctures }: ZoneSimulation,
  depth: number,
): { readonly needles: BlockNeedle[]; readonly half: number } => {
  const { needle, insertionDepth, holeDensity } = punctures;
  const pitch = Math.sqrt(2 / (Math.sqrt(3) * holeDensity));
  const lane = (pitch * Math.sqrt(3)) / 2;
  const half = Math.min(Math.max(channelsAcross * pitch, depth / 2), widest);
  const count = Math.ceil(half / lane);
  const lanes = Array.from({ length: 2 * count + 1 }, (_, n) => n - count);
  const places = lanes.flatMap((row) =>
    lanes.map((column) => ({ x: (column + (row % 2 === 0 ? 0 : 0.5)) * pitch, y: row * lane })),
  );
  const inside = half - 2 * needle.shaftRadius;
  return {
    half,
    needles: places
      .filter(({ x, y }) => Math.abs(x) < inside && Math.abs(y) < inside)
      .map(({ x, y }, n) => ({
        name: String(n + 1),
        x,
        y,
        from: 0,
        to: insertionDepth,
        radius: needle.shaftRadius,
        cone: needle.coneLength,
        bare: undefined,
      })),
  };
};

const healingOf = ({ healed, skin }: ZoneSimulation): HealFilm | undefined =>
  healed.central.status === 'healed' ? healFilm(healed.central, skin.epidermis) : undefined;

const filmOf = (heating: ArrayHeating, frames: Frames | undefined): HeatFilm | undefined =>
  frames &&
  heatFilm(frames, heating.fields.grid, {
    geometry: 'block',
    centre: heating.fields.part.centre,
    fold: heating.fields.part.fold,
  });

const arrayBlock = (zone: ZoneSimulation, heating: ArrayHeating, frames: Frames | undefined): SkinBlock => {
  const needles = arrayNeedles(heating);
  const reach = (of: 'x' | 'y'): number => Math.max(...needles.map((each) => Math.abs(each[of]))) + around;
  const depth = Math.max(zone.skin.epidermis + zone.skin.dermis, heating.input.depth) + below;
  return {
    half: { x: reach('x'), y: reach('y') },
    depth,
    layers: layersOf(zone, depth),
    needles,
    drawnBack: burstsOf(heating.input)
      .slice(1)
      .map(({ at, depth: own }) => ({ at, by: heating.input.depth - own })),
    withdrawn: heating.times.at(-1) ?? 0,
    heat: filmOf(heating, frames),
    healing: healingOf(zone),
  };
};

/** The block of a treated zone; undefined where no needle enters the skin. */
export const zoneBlock = (zone: ZoneSimulation, frames: Frames | undefined): SkinBlock | undefined => {
  if (zone.heating.kind === 'heated') return arrayBlock(zone, zone.heating, frames);
  const { insertionDepth, holeDensity, motion } = zone.punctures;
  if (insertionDepth <= 0 || holeDensity <= 0) return undefined;
  const depth = Math.max(zone.skin.epidermis + zone.skin.dermis, insertionDepth) + below;
  const { needles, half } = evenNeedles(zone, depth);
  return {
    half: { x: half, y: half },
    depth,
    layers: layersOf(zone, depth),
    needles,
    withdrawn: motion.timeInSkin,
    heat: undefined,
    healing: healingOf(zone),
  };
};
