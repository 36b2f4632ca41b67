import { packDamage, packTemperature } from '../film/pack.ts';
import {
  healQuantities,
  type HealFilm,
  type HealQuantity,
  type HeatFilm,
  type SkinBlock,
} from '../skin-block.ts';

const half = 1e-3;
const count = 21;
const body = 310.15;
const peak = 40;
const width = 4e-4;

const centres = Float64Array.from({ length: count }, (_, n) => -half + (2 * half * (n + 0.5)) / count);
const depths = centres.map((at) => at + half);

const rise = (x: number, y: number, z: number): number =>
  peak * Math.exp(-(x * x + y * y + (z - half) * (z - half)) / (2 * width * width));

const overCells = (of: (x: number, y: number, z: number) => number): Float64Array =>
  Float64Array.from({ length: count ** 3 }, (_, cell) => {
    const [i, j, k] = [cell % count, Math.floor(cell / count) % count, Math.floor(cell / count ** 2)];
    return of(centres[i] ?? 0, centres[j] ?? 0, depths[k] ?? 0);
  });

/** Radius at which the ball of `ballFilm` stands above body temperature by this much at its hottest, m. */
export const radiusAt = (kelvin: number): number => width * Math.sqrt(2 * Math.log(peak / kelvin));

/** A ball of heat, 1 mm deep, that is cold at 0 s and warmest at 1 s; damage grows with it. */
export const ballFilm = (): HeatFilm => ({
  geometry: 'block',
  centre: { x: 0, y: 0 },
  fold: { x: false, y: false },
  axes: { x: centres, y: centres, z: depths },
  times: Float64Array.of(0, 1),
  temperature: [
    packTemperature(overCells(() => body)),
    packTemperature(overCells((x, y, z) => body + rise(x, y, z))),
  ],
  damage: [
    {
      name: 'cells',
      frames: [packDamage(overCells(() => 0)), packDamage(overCells((x, y, z) => rise(x, y, z) / 20))],
    },
  ],
  metal: new Uint8Array(count ** 3),
});

const series = (quantity: HealQuantity) => {
  const rest = quantity === 'collagen' ? 1 : 0;
  // Two times, two layers, two rings: all departs from rest in the inner ring of the upper layer at the later time.
  return { rest, values: Float32Array.of(rest, rest, rest, rest, rest + 0.5, rest, rest, rest) };
};

const healFilm = (): HealFilm => ({
  junction: 1e-4,
  depths: Float64Array.of(0, 5e-4, 1e-3),
  radii: Float64Array.of(0, 2e-4, 6e-4),
  times: Float64Array.of(0, 86_400),
  sessions: [0],
  phases: [
    { name: 'inflammation', from: 0, to: 36_000 },
    { name: 'proliferation', from: 18_000, to: 72_000 },
    { name: 'remodelling', from: 72_000, to: Infinity },
  ],
  // The keys are those of the list.
  series: Object.fromEntries(
    healQuantities.map((each) => [each, series(each)]),
  ) as unknown as HealFilm['series'],
  gap: Float64Array.of(5e-5, 0),
  barrier: Float64Array.of(0, 1),
});

/** A block with one needle, the ball of heat and a healing channel. */
export const ballBlock = (): SkinBlock => ({
  half: { x: half, y: half },
  depth: 2 * half,
  layers: [
    { kind: 'epidermis', name: 'epidermis', from: 0, to: 1e-4 },
    { kind: 'dermis', name: 'dermis', from: 1e-4, to: 1.5e-3 },
    { kind: 'fat', name: 'fat', from: 1.5e-3, to: 2e-3 },
  ],
  needles: [{ name: '1', x: 0, y: 0, from: 0, to: 1e-3, radius: 1e-4, cone: 2e-4, bare: undefined }],
  withdrawn: 2,
  heat: ballFilm(),
  healing: healFilm(),
});
