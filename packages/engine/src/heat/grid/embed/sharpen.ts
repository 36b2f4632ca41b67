import type { Direction } from '../heat-grid.ts';
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
  readonly at: (rho: number, z: number) => Singular;
}

const cornerOf = (wedge: Wedge): Corner => {
  const known = new Map<number, Map<number, Singular>>();
  return {
    ...wedge,
    at: (rho, z) => {
      const ofDepth = known.get(z) ?? new Map<number, Singular>();
      known.set(z, ofDepth);
      const found = ofDepth.get(rho) ?? singularAt(wedge, rho, z);
      ofDepth.set(rho, found);
      return found;
    },
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
const scaleLinks = (draft: Draft, { isCoatEnd }: Wedge, axis: Direction, { cell, factor }: Scaled): void => {
  draft.electric[axis][cell] *= factor;
  if (!isCoatEnd) draft.thermal[axis][cell] *= factor;
};

interface Scaled {
  readonly cell: number;
  readonly factor: number;
}

/**
 * Links along x and y to neighbours further from the axis: the radial part of the flux through the face, averaged over
 * its depth. Each link is that of its nearer end, whichever side of the axis it lies on.
 */
const sharpenLateral = (draft: Draft, body: Cornered, wedge: Corner, place: Place): void => {
  const { x, y, z } = draft.grid;
  const { i, j, k, cell } = place;
  const [top, bottom, here] = [z.edges[k], z.edges[k + 1], wedge.at(place.rho, z.centres[k])];
  const factor = (rhoNext: number, rhoFace: number, span: number): number => {
    const slope = rhoNext - place.rho;
    if (slope < span / 2 || rhoFace < wedge.rho) return 1;
    const flux = wedge.at(rhoFace, bottom).psi - wedge.at(rhoFace, top).psi;
    return wedgeFactor(flux, wedge.at(rhoNext, z.centres[k]).phi - here.phi, slope, bottom - top);
  };
  const [cx, cy] = [x.centres[i], y.centres[j]];
  for (const side of [0, 1] as const) {
    const away = 2 * side - 1;
    if (i + away >= 0 && i + away < x.count) {
      const next = x.centres[i + away];
      const rhos = [radiusOf(draft, body, next, cy), radiusOf(draft, body, x.edges[i + side], cy)] as const;
      const own = side === 1 ? cell : cell - 1;
      scaleLinks(draft, wedge, 'x', { cell: own, factor: factor(...rhos, Math.abs(next - cx)) });
    }
    if (j + away >= 0 && j + away < y.count) {
      const next = y.centres[j + away];
      const rhos = [radiusOf(draft, body, cx, next), radiusOf(draft, body, cx, y.edges[j + side])] as const;
      const own = side === 1 ? cell : cell - x.count;
      scaleLinks(draft, wedge, 'y', { cell: own, factor: factor(...rhos, Math.abs(next - cy)) });
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
  scaleLinks(draft, wedge, 'z', { cell, factor: wedgeFactor(flux, rise, span, outer - inner) });
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
  for (const wedge of wedges.map(cornerOf)) {
    const h = spacing(draft.grid, wedge, body.x);
    const reach = Math.min(REACH_IN_CELLS * h, REACH_IN_RADII * body.radius);
    const places = placesNear(draft, body, wedge, reach);
    const byCell = new Map(places.map((place) => [place.cell, place]));
    for (const place of places) {
      sharpenLateral(draft, body, wedge, place);
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
