import type { Needle } from '../../problem/heat-problem.ts';
import { planeSection, radialSection } from './cross-section.ts';
import type { CrossSection } from './cross-section.ts';
import type { Draft } from './embedding.ts';
import { wedgesOf } from './corners.ts';
import { sharpen } from './sharpen.ts';

/** Sections of a needle, one a layer; undefined above and below it. */
export interface NeedleSections {
  readonly radii: Float64Array;
  readonly layers: readonly (CrossSection | undefined)[];
}

/** Radius of the needle at a depth; 0 above and below it. */
export const radiusAt = ({ from, to, radius, tip }: Needle, z: number): number => {
  if (z < from || z > to) return 0;
  return tip > 0 && z > to - tip ? (radius * (to - z)) / tip : radius;
};

const sectionsOf = ({ grid }: Draft, needle: Needle): NeedleSections => {
  const known = new Map<number, CrossSection>();
  const radii = grid.z.centres.map((z) => radiusAt(needle, z));
  const section = (a: number): CrossSection => {
    const made =
      known.get(a) ??
      (grid.x.metric === 'slab'
        ? planeSection(grid.x, grid.y, { cx: needle.x, cy: needle.y, a, widest: needle.radius })
        : radialSection(grid.x, a, needle.radius));
    known.set(a, made);
    return made;
  };
  return { radii, layers: Array.from(radii, (a) => (a > 0 ? section(a) : undefined)) };
};

/** Share of layer k that is bare. */
const bareShare = ({ exposed }: Needle, from: number, to: number): number =>
  Math.max(0, Math.min(to, exposed.to) - Math.max(from, exposed.from)) / (to - from);

const cellOf = ({ grid }: Draft, s: CrossSection, local: number, k: number): number => {
  const i = s.i0 + (local % s.ni);
  const j = s.j0 + Math.floor(local / s.ni);
  return i + grid.x.count * (j + grid.y.count * k);
};

/** One layer across the needle: metal, covered volume, lateral links and contacts. */
const embedLayer = (
  draft: Draft,
  needle: Needle,
  electrode: number,
  { s, k, other }: { readonly s: CrossSection; readonly k: number; readonly other: CrossSection | undefined },
): void => {
  const isShaft = s === other;
  const { z } = draft.grid;
  const share = bareShare(needle, z.edges[k], z.edges[k + 1]);
  for (let local = 0; local < s.metal.length; local++) {
    const cell = cellOf(draft, s, local, k);
    if (s.metal[local] === 1) draft.metal[cell] = electrode + 1;
    draft.volumes[cell] = Math.max(0, draft.volumes[cell] - s.covered[local] * z.widths[k]);
    for (const links of [draft.thermal, draft.electric]) {
      links.x[cell] *= s.linkX[local];
      links.y[cell] *= s.linkY[local];
      if (isShaft) links.z[cell] *= s.open[local];
    }
    const weight = s.contact[local] * z.widths[k];
    if (weight > 0) {
      draft.contacts[electrode].push({
        cell,
        electric: weight * share,
        thermal: weight,
        layer: k,
        gap: s.rho[local] - s.radius,
      });
    }
  }
};

/** Height of the surface of a cone over a centre, from the face that the tip's layers end at. */
const coneGap = (needle: Needle, rho: number, z: number): number =>
  z - (needle.to - (needle.tip * rho) / needle.radius);

/** Links through the face between layer k and k + 1 where the metal ends below (or begins, `up`). */
const embedEnd = (
  draft: Draft,
  needle: Needle,
  electrode: number,
  { s, k, other }: { readonly s: CrossSection; readonly k: number; readonly other: CrossSection | undefined },
): void => {
  const { x, y, z } = draft.grid;
  for (let local = 0; local < s.metal.length; local++) {
    const below = cellOf(draft, s, local, k + 1);
    const area = x.widths[below % x.count] * y.widths[Math.floor(below / x.count) % y.count];
    const beyond = other === undefined ? 0 : (other.covered[local] ?? 0);
    const face = s.covered[local] - beyond;
    const metalBelow = other !== undefined && other.metal[local] === 1;
    if (metalBelow || s.covered[local] === 0) continue;
    const share = s.covered[local] / area;
    draft.thermal.z[below - x.count * y.count] *= 1 - Math.min(1, share);
    draft.electric.z[below - x.count * y.count] *= 1 - Math.min(1, share);
    const isCone = needle.tip > 0;
    if (isCone && s.metal[local] === 0) continue;
    const gap = isCone
      ? Math.max(z.low[k + 1], coneGap(needle, s.rho[local], z.centres[k + 1]))
      : z.low[k + 1];
    const weight = (isCone ? area : face) / gap;
    const bare = needle.exposed.to >= needle.to - z.low[k + 1] || isCone;
    if (weight > 0) {
      draft.contacts[electrode].push({
        cell: below,
        electric: bare ? weight : 0,
        thermal: weight,
        layer: k,
        gap,
      });
    }
  }
};

/** The upper end of a needle that begins below the surface. */
const embedTop = (draft: Draft, needle: Needle, electrode: number, s: CrossSection, k: number): void => {
  const { x, y, z } = draft.grid;
  for (let local = 0; local < s.metal.length; local++) {
    if (s.covered[local] === 0) continue;
    const above = cellOf(draft, s, local, k - 1);
    const area = x.widths[above % x.count] * y.widths[Math.floor(above / x.count) % y.count];
    const weight = s.covered[local] / z.high[k - 1];
    draft.thermal.z[above] *= 1 - Math.min(1, s.covered[local] / area);
    draft.electric.z[above] *= 1 - Math.min(1, s.covered[local] / area);
    const bare = needle.exposed.from <= needle.from + z.high[k - 1];
    draft.contacts[electrode].push({
      cell: above,
      electric: bare ? weight : 0,
      thermal: weight,
      layer: k,
      gap: z.high[k - 1],
    });
  }
};

/** Puts a needle into the grid: sections layer by layer, its ends, then what the singular corners ask for. */
export const embedNeedle = (draft: Draft, needle: Needle, electrode: number): void => {
  const sections = sectionsOf(draft, needle);
  const { layers } = sections;
  layers.forEach((s, k) => {
    if (s === undefined) return;
    embedLayer(draft, needle, electrode, { s, k, other: layers[k + 1] });
    if (k > 0 && layers[k - 1] === undefined) embedTop(draft, needle, electrode, s, k);
    if (k < layers.length - 1 && layers[k + 1] !== s)
      embedEnd(draft, needle, electrode, { s, k, other: layers[k + 1] });
  });
  sharpen(draft, needle, wedgesOf(needle), electrode);
};
