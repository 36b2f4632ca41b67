import type { SkinBlock } from '../skin-block.ts';
import { healPlace } from '../film/heal-field.ts';
import { stencilFor, type Stencil } from '../film/stencil.ts';
import type { Scheme } from './colours.ts';
import { facePlace, type Cuts, type FaceName, type FacePlace, type Raster } from './face.ts';
import { dotAt, isFibre } from './pattern.ts';
import { paintTissue, texelPoint } from './tissue.ts';

/** What of healing stands at each texel of a face. */
export interface HealTexels {
  /** Place in the field of healing, -1 outside the dermis. */
  readonly places: Int16Array;
  /** Share of the squares that must be taken for a dot to show here, one list a kind of cell; 2 where none can. */
  readonly dots: readonly Float32Array[];
  /** 1 where a fibre may show. */
  readonly fibres: Uint8Array;
}

/** A face ready to be painted at any time: its tissue, and where its texels lie in the films. */
export interface Canvas {
  readonly face: FaceName;
  readonly place: FacePlace;
  readonly scheme: Scheme;
  readonly tissue: Raster;
  readonly shown: Raster;
  /** Distance of each texel to the nearest channel, m. */
  readonly distances: Float32Array;
  readonly heat: Stencil | undefined;
  readonly healing: HealTexels | undefined;
  /** Stencil of another block at the same texels, for differences. */
  readonly stencilIn: (other: SkinBlock) => Stencil | undefined;
}

export const dotKinds = ['neutrophils', 'macrophages', 'fibroblasts'] as const;

const nearest = (needles: SkinBlock['needles'], x: number, y: number): number =>
  needles.reduce((least, needle) => Math.min(least, Math.hypot(needle.x - x, needle.y - y)), Infinity);

type Frame = Pick<Canvas, 'place' | 'tissue' | 'distances'>;

const healTexels = ({ healing }: SkinBlock, { place, tissue, distances }: Frame): HealTexels | undefined => {
  if (healing === undefined) return undefined;
  const count = distances.length;
  const texels = {
    places: new Int16Array(count).fill(-1),
    dots: dotKinds.map(() => new Float32Array(count).fill(2)),
    fibres: new Uint8Array(count),
  };
  for (let n = 0; n < count; n += 1) {
    const { z, across } = texelPoint(place, tissue, n);
    const found = healPlace(healing, distances[n] ?? Infinity, z);
    texels.places[n] = found;
    if (found < 0) continue;
    texels.dots.forEach((dots, kind) => {
      dots[n] = dotAt(across, z, 11 * (kind + 1));
    });
    texels.fibres[n] = isFibre(across * 1.7, z * 1.3) ? 1 : 0;
  }
  return texels;
};

const distancesOf = ({ needles }: SkinBlock, place: FacePlace, tissue: Raster): Float32Array => {
  const { width, height } = tissue;
  const distances = new Float32Array(width * height);
  let [x, y, distance] = [Number.NaN, Number.NaN, Infinity];
  // By columns: along one, only depth changes in a face that stands upright.
  for (let column = 0; column < width; column += 1) {
    for (let row = 0; row < height; row += 1) {
      const n = column + width * row;
      const point = texelPoint(place, tissue, n);
      if (point.x !== x || point.y !== y) distance = nearest(needles, point.x, point.y);
      [x, y] = [point.x, point.y];
      distances[n] = distance;
    }
  }
  return distances;
};

/** Prepares a face; it costs tens of milliseconds, painting it afterwards a few. */
export const prepareFace = (block: SkinBlock, cuts: Cuts, face: FaceName, scheme: Scheme): Canvas => {
  const place = facePlace(block, cuts, face);
  const tissue = paintTissue(block, place, face, scheme);
  const distances = distancesOf(block, place, tissue);
  const others = new WeakMap<SkinBlock, Stencil>();
  const stencilIn = (other: SkinBlock): Stencil | undefined => {
    const known = others.get(other);
    if (known !== undefined || other.heat === undefined) return known;
    const made = stencilFor(other.heat, distances.length, (n) => texelPoint(place, tissue, n));
    others.set(other, made);
    return made;
  };
  return {
    face,
    place,
    scheme,
    tissue,
    shown: { ...tissue, pixels: new Uint8ClampedArray(tissue.pixels) },
    distances,
    heat: stencilIn(block),
    healing: healTexels(block, { place, tissue, distances }),
    stencilIn,
  };
};
