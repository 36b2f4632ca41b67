import { cos, exp, log, sin } from '@percuta/numerics';
import type { ArrayFields, ArrayHeating } from '../../heat/array/array-heating.ts';
import { sampleAt } from '../../heat/output/sample.ts';
import type { Tissue } from '../geometry/tissue.ts';
import type { ThermalInjury } from './thermal-injury.ts';

// Places that stand for the cells of a ring in a layer: round the needle, and across the ring.
const ANGLES = 16;
const ACROSS = 3;
const LEAST_DAMAGE = 1e-30;

const far = ({ x, y }: { readonly x: number; readonly y: number }): number => x * x + y * y;

/** The needle that stands for all: the one nearest to the middle of the array. */
const middleNeedle = ({ part }: ArrayFields): { readonly x: number; readonly y: number } => {
  const [first, ...rest] = part.needles;
  if (first === undefined) throw new RangeError('an array without needles');
  return rest.reduce((best, needle) => (far(needle) < far(best) ? needle : best), first);
};

const within = (at: number, edges: Float64Array): number =>
  Math.min(edges.at(-1) ?? at, Math.max(edges[0] ?? at, at));

/** A place of the array in the part that was solved: mirrored into it, and no further out than it reaches. */
const intoPart = (
  { grid, part }: ArrayFields,
  [x, y]: readonly [number, number],
): readonly [number, number] => {
  return [
    within((part.fold.x ? Math.abs(x) : x) - part.centre.x, grid.x.edges),
    within((part.fold.y ? Math.abs(y) : y) - part.centre.y, grid.y.edges),
  ];
};

/** Mean survival exp(−Ω) over a ring at a depth below the surface. */
const survivalAt = (
  fields: ArrayFields,
  logDamage: Float64Array,
  ring: { readonly radii: readonly number[]; readonly needle: { readonly x: number; readonly y: number } },
  z: number,
): number => {
  let sum = 0;
  for (const radius of ring.radii) {
    for (let n = 0; n < ANGLES; n++) {
      const angle = ((n + 0.5) / ANGLES) * 2 * Math.PI;
      const [x, y] = intoPart(fields, [
        ring.needle.x + radius * cos(angle),
        ring.needle.y + radius * sin(angle),
      ]);
      const sampled = sampleAt(fields.grid, logDamage, { x, y, z }, fields.metal);
      sum += Number.isNaN(sampled) ? 1 : exp(-exp(sampled));
    }
  }
  return sum / (ANGLES * ring.radii.length);
};

/**
 * The damage of heat around the middle needle, on the cells of a healing tissue: the Ω whose survival is the mean
 * survival of the ring, so that the share that dies is kept. Inside the needle's own radius that of its wall holds.
 * `tick` is called before each layer.
 */
export const thermalInjuryOf = (
  { fields, input }: ArrayHeating,
  tissue: Tissue,
  tick?: () => void,
): ThermalInjury => {
  const { edges, count } = tissue.radial;
  const needle = middleNeedle(fields);
  const { epidermis } = input.skin;
  const wall = input.energy.array.radius;
  const deepest = fields.grid.z.edges.at(-1) ?? 0;
  const damageOn = (damage: Float64Array): Float64Array => {
    const logDamage = damage.map((value) => log(Math.max(value, LEAST_DAMAGE)));
    return Float64Array.from({ length: tissue.places }, (_, place) => {
      const [ring, layer] = [place % count, Math.floor(place / count)];
      if (ring === 0) tick?.();
      const [inner, outer] = [edges[ring] ?? 0, edges[ring + 1] ?? 0];
      const radii = Array.from({ length: ACROSS }, (_each, n) =>
        Math.max(wall, inner + ((n + 0.5) / ACROSS) * (outer - inner)),
      );
      const z = epidermis + ((tissue.depths[layer] ?? 0) + (tissue.depths[layer + 1] ?? 0)) / 2;
      const survival = survivalAt(fields, logDamage, { radii, needle }, Math.min(z, deepest));
      return Math.max(0, -log(Math.max(survival, LEAST_DAMAGE)));
    });
  };
  return {
    radialEdges: edges,
    depthEdges: tissue.depths,
    collagen: damageOn(fields.collagen),
    cell: damageOn(fields.cells),
  };
};
