import type { Direction, HeatGrid } from '../heat-grid.ts';
import type { Draft } from './embedding.ts';
import { spacingAt } from './cross-section.ts';
import { singularAt, wedgeFactor } from './wedge.ts';
import type { Singular, Wedge } from './wedge.ts';

// Cells from a corner within which the links carry the singular field; the correction falls as (h/r)².
const REACH_IN_CELLS = 4;
// Part of the radius within which the surface counts as plane.
const REACH_IN_RADII = 1;

/** A conductor with corners: where its axis stands, its radius, and between which depths its side is bare. */
export interface Cornered {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly exposed: { readonly from: number; readonly to: number };
}

/** A wedge with its field: cells that lie side by side ask for the same places. */
interface Corner extends Wedge {
  readonly ofDepth: (z: number) => (rho: number) => Singular;
  readonly at: (rho: number, z: number) => Singular;
}

const cornerOf = (wedge: Wedge): Corner => {
  const known = new Map<number, (rho: number) => Singular>();
  const ofDepth = (z: number): ((rho: number) => Singular) => {
    const found = known.get(z) ?? singularsAt(wedge, z);
    known.set(z, found);
    return found;
  };
  return { ...wedge, ofDepth, at: (rho, z) => ofDepth(z)(rho) };
};

/** Corners of a draft: those of equal conductors are one. */
const cornersOf = new WeakMap<Draft, Map<string, Corner>>();

const sharedCorner = (draft: Draft, wedge: Wedge): Corner => {
  const known = cornersOf.get(draft) ?? new Map<string, Corner>();
  cornersOf.set(draft, known);
  const { rho, z, along, into, exponent, isCoatEnd } = wedge;
  const key = [rho, z, ...along, ...into, exponent, isCoatEnd].join();
  const corner = known.get(key) ?? cornerOf(wedge);
  known.set(key, corner);
  return corner;
};

const singularsAt = (wedge: Wedge, z: number): ((rho: number) => Singular) => {
  const known = new Map<number, Singular>();
  return (rho) => {
    let found = known.get(rho);
    if (found === undefined) {
      found = singularAt(wedge, rho, z);
      known.set(rho, found);
    }
    return found;
  };
};

interface Place {
  readonly i: number;
  readonly j: number;
  readonly k: number;
  readonly cell: number;
  /** Of the centre of the cell. */
  readonly rho: number;
  /** Half the cell's extent along the radius. */
  readonly half: number;
}

const radiusOf = ({ grid }: Draft, body: Cornered, x: number, y: number): number => {
  if (grid.x.metric !== 'slab') return x;
  const [dx, dy] = [x - body.x, y - body.y];
  return Math.sqrt(dx * dx + dy * dy);
};

const indicesNear = (centres: Float64Array, at: number, reach: number): number[] => {
  const found: number[] = [];
  centres.forEach((centre, n) => {
    if (Math.abs(centre - at) <= reach) found.push(n);
  });
  return found;
};

const placesNear = (draft: Draft, body: Cornered, wedge: Wedge, reach: number): Place[] => {
  const { x, y, z } = draft.grid;
  const isRound = x.metric !== 'slab';
  const is = indicesNear(x.centres, isRound ? 0 : body.x, body.radius + reach);
  const js = isRound ? [0] : indicesNear(y.centres, body.y, body.radius + reach);
  const places: Place[] = [];
  for (const k of indicesNear(z.centres, wedge.z, reach)) {
    for (const j of js) {
      for (const i of is) {
        const rho = radiusOf(draft, body, x.centres[i], y.centres[j]);
        const [dr, dz] = [rho - wedge.rho, z.centres[k] - wedge.z];
        const half = (x.edges[i + 1] - x.edges[i]) / 2;
        const cell = i + x.count * (j + y.count * k);
        if (dr * dr + dz * dz <= reach * reach) places.push({ i, j, k, cell, rho, half });
      }
    }
  }
  return places;
};

/** A corner of the metal itself is one for heat as well. */
const scaleLink = (draft: Draft, { isCoatEnd }: Wedge, axis: Direction, { cell, factor }: Scaled): void => {
  draft.electric[axis][cell] *= factor;
  if (!isCoatEnd) draft.thermal[axis][cell] *= factor;
};

interface Scaled {
  readonly cell: number;
  readonly factor: number;
}

/** What the singular field is at the depths of a layer: its middle, its upper and its lower face. */
interface Level {
  readonly height: number;
  readonly middle: (rho: number) => Singular;
  readonly top: (rho: number) => Singular;
  readonly bottom: (rho: number) => Singular;
}

const levelOf = ({ z }: HeatGrid, { ofDepth }: Corner, k: number): Level => ({
  height: z.edges[k + 1] - z.edges[k],
  middle: ofDepth(z.centres[k]),
  top: ofDepth(z.edges[k]),
  bottom: ofDepth(z.edges[k + 1]),
});

/**
 * Factor of a link to a neighbour further from the axis: the radial part of the flux through the face, averaged over
 * its depth. `rhos` are those of the place, the neighbour and the face; `span` is the length of the link.
 */
const lateralFactor = (
  wedge: Wedge,
  level: Level,
  rhos: readonly [number, number, number],
  span: number,
): number => {
  const [rho, rhoNext, rhoFace] = rhos;
  const slope = rhoNext - rho;
  if (slope < span / 2 || rhoFace < wedge.rho) return 1;
  const flux = level.bottom(rhoFace).psi - level.top(rhoFace).psi;
  return wedgeFactor(flux, level.middle(rhoNext).phi - level.middle(rho).phi, slope, level.height);
};

/** Links along x and y. Each is that of its nearer end, whichever side of the axis it lies on. */
const sharpenLateral = (
  draft: Draft,
  body: Cornered,
  { wedge, level }: { readonly wedge: Wedge; readonly level: Level },
  { i, j, cell, rho }: Place,
): void => {
  const { x, y } = draft.grid;
  const [cx, cy] = [x.centres[i], y.centres[j]];
  for (let side = 0; side <= 1; side++) {
    const away = 2 * side - 1;
    if (i + away >= 0 && i + away < x.count) {
      const next = x.centres[i + away];
      const [far, face] = [radiusOf(draft, body, next, cy), radiusOf(draft, body, x.edges[i + side], cy)];
      const factor = lateralFactor(wedge, level, [rho, far, face], Math.abs(next - cx));
      if (factor !== 1) scaleLink(draft, wedge, 'x', { cell: side === 1 ? cell : cell - 1, factor });
    }
    if (j + away >= 0 && j + away < y.count) {
      const next = y.centres[j + away];
      const [far, face] = [radiusOf(draft, body, cx, next), radiusOf(draft, body, cx, y.edges[j + side])];
      const factor = lateralFactor(wedge, level, [rho, far, face], Math.abs(next - cy));
      if (factor !== 1) scaleLink(draft, wedge, 'y', { cell: side === 1 ? cell : cell - x.count, factor });
    }
  }
};

const sharpenAxial = (draft: Draft, wedge: Corner, place: Place): void => {
  const { z } = draft.grid;
  const { k, cell, rho, half } = place;
  if (k === z.count - 1) return;
  const face = z.edges[k + 1];
  const inner = face < wedge.z ? Math.max(wedge.rho, rho - half) : rho - half;
  const outer = rho + half;
  if (!(outer > inner)) return;
  const flux = wedge.at(outer, face).psi - wedge.at(inner, face).psi;
  const rise = wedge.at(rho, z.centres[k + 1]).phi - wedge.at(rho, z.centres[k]).phi;
  const span = z.centres[k + 1] - z.centres[k];
  scaleLink(draft, wedge, 'z', { cell, factor: wedgeFactor(flux, rise, span, outer - inner) });
};

/** Flux into the bare surface beside the cell, over the potential that the singular field has in its centre. */
const contactFactor = (draft: Draft, body: Cornered, wedge: Corner, place: Place, layer: number): number => {
  const { z } = draft.grid;
  const { k, rho, half } = place;
  const { phi } = wedge.at(rho, z.centres[k]);
  if (layer === k) {
    const top = Math.max(z.edges[k], body.exposed.from);
    const bottom = Math.min(z.edges[k + 1], body.exposed.to);
    const flux = wedge.at(wedge.rho, bottom).psi - wedge.at(wedge.rho, top).psi;
    return wedgeFactor(flux, phi, rho - wedge.rho, bottom - top);
  }
  const inner = Math.max(0, rho - half);
  const outer = Math.min(wedge.rho, rho + half);
  if (!(outer > inner)) return 1;
  const flux = wedge.at(outer, wedge.z).psi - wedge.at(inner, wedge.z).psi;
  return wedgeFactor(flux, phi, Math.abs(z.centres[k] - wedge.z), outer - inner);
};

const spacing = ({ x, z }: Draft['grid'], { rho, z: depth }: Wedge, centre: number): number =>
  Math.max(spacingAt(x, x.metric === 'slab' ? centre : rho), spacingAt(z, depth));

/** Makes links and contacts near the corners of a conductor carry the singular field of each corner exactly. */
export const sharpen = (draft: Draft, body: Cornered, wedges: readonly Wedge[], electrode: number): void => {
  for (const own of wedges) {
    const wedge = sharedCorner(draft, own);
    const h = spacing(draft.grid, wedge, body.x);
    const reach = Math.min(REACH_IN_CELLS * h, REACH_IN_RADII * body.radius);
    const places = placesNear(draft, body, wedge, reach);
    const byCell = new Map(places.map((place) => [place.cell, place]));
    let [layer, level] = [-1, levelOf(draft.grid, wedge, 0)];
    for (const place of places) {
      if (place.k !== layer) [layer, level] = [place.k, levelOf(draft.grid, wedge, place.k)];
      sharpenLateral(draft, body, { wedge, level }, place);
      sharpenAxial(draft, wedge, place);
    }
    for (const contact of draft.contacts[electrode]) {
      const place = byCell.get(contact.cell);
      if (place === undefined || (wedge.isCoatEnd && contact.electric === 0)) continue;
      const factor = contactFactor(draft, body, wedge, place, contact.layer);
      contact.electric *= factor;
      if (!wedge.isCoatEnd) contact.thermal *= factor;
    }
  }
};
