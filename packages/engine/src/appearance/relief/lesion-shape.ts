import { cos, createRandom, exp } from '@percuta/numerics';
import { lesions, type Lesion } from '@percuta/evidence';
import { OutsideModel } from '../../error.ts';
import type { Mask } from './height-map.ts';
import type { ReliefValues } from './micro-relief.ts';

/** Lesions whose relief has been described, by their id in the evidence. */
export const reliefLesions = [
  'icepick-scar',
  'boxcar-scar-shallow',
  'boxcar-scar-deep',
  'rolling-scar',
  'visible-pore',
  'crows-feet',
  'deep-lines',
  'striae',
  'skin-lines',
] as const;

/** A lesion whose relief has been described, by its id in the evidence. */
export type ReliefLesion = (typeof reliefLesions)[number];

/** A depression with a depth of 1 (appearance.14); x and y in metres from the middle of the patch. */
export interface LesionShape {
  readonly width: number;
  readonly depth: number;
  /** Depth at a place, relative to the deepest. */
  readonly profile: (x: number, y: number) => number;
  readonly inside: Mask;
}

type Profile = Pick<LesionShape, 'profile' | 'inside'>;

/** A pit round the middle; f of the distance over the radius, 0 from 1 on. */
const pit = (radius: number, f: (ratio: number) => number): Profile => {
  const ratio = (x: number, y: number): number => Math.sqrt(x * x + y * y) / radius;
  return { profile: (x, y) => f(ratio(x, y)), inside: (x, y) => ratio(x, y) < 1 };
};

const icepick = (width: number): Profile => pit(width / 2, (ratio) => Math.max(0, 1 - ratio));

/** Walls upright, floor flat, the rim rounded off within the edge. */
const boxcar = (width: number, { boxcarEdge }: ReliefValues): Profile => {
  const radius = width / 2 + boxcarEdge;
  return pit(radius, (ratio) => {
    const beyond = (ratio * radius - width / 2) / boxcarEdge;
    if (beyond <= 0) return 1;
    return beyond >= 1 ? 0 : 1 - Math.sqrt(1 - (1 - beyond) * (1 - beyond));
  });
};

const bell = (ratio: number): number => exp((-ratio * ratio) / 2);

/** A Gaussian pit; beyond two and a half standard deviations it counts as skin around it. */
const rolling = (width: number, { rollingShare }: ReliefValues): Profile => {
  const sigma = rollingShare * width;
  return {
    ...pit((5 / 2) * sigma, () => 0),
    profile: (x, y) => bell(Math.sqrt(x * x + y * y) / sigma),
  };
};

/** Grooves along x, half a cosine across; they wander by a tenth of their distance. */
const grooves = (width: number, centres: readonly number[]): Profile => {
  const wander = 2 * width;
  const across = (x: number, y: number): number =>
    Math.min(...centres.map((centre) => Math.abs(y - centre - (width / 4) * cos(x / wander))));
  return {
    profile: (x, y) => {
      const distance = across(x, y) / width;
      return distance < 0.5 ? (1 + cos(2 * Math.PI * distance)) / 2 : 0;
    },
    inside: (x, y) => across(x, y) < width / 2,
  };
};

const parallel = 4;
const crowsFeet = (width: number): Profile => grooves(width, [-parallel * width, 0, parallel * width]);

/** A band across the patch, flat in the middle half, with soft edges. */
const stria = (width: number): Profile => {
  const across = (x: number, y: number): number => Math.abs(x + y / 2) / (width * Math.sqrt(5) * 0.5);
  return {
    profile: (x, y) => {
      const ratio = across(x, y);
      return ratio <= 0.5 ? 1 : ratio >= 1 ? 0 : (1 - cos(2 * Math.PI * ratio)) / 2;
    },
    inside: (x, y) => across(x, y) < 1,
  };
};

const seedOfPores = 1;

/** Bowls at random places of a lattice that holds as many for each area as there are pores. */
const pores = (width: number, { poreDensity }: ReliefValues): Profile => {
  const side = 1 / Math.sqrt(poreDensity);
  const across = 2 * Math.ceil(5 / (side * 1000));
  const random = createRandom(seedOfPores);
  const place = (k: number): number =>
    (k - across / 2 + 0.5 + (random.next() - 0.5) * (1 - width / side)) * side;
  const places = Array.from(
    { length: across * across },
    (_, k) => [place(k % across), place(Math.floor(k / across))] as const,
  );
  const ratio = (x: number, y: number): number => {
    let nearest = Infinity;
    for (const [px, py] of places) nearest = Math.min(nearest, (x - px) * (x - px) + (y - py) * (y - py));
    return Math.sqrt(nearest) / (width / 2);
  };
  return {
    profile: (x, y) => Math.max(0, 1 - ratio(x, y) * ratio(x, y)),
    inside: (x, y) => ratio(x, y) < 1,
  };
};

const none: Profile = { profile: () => 0, inside: () => false };

const profiles: Readonly<Record<ReliefLesion, (width: number, values: ReliefValues) => Profile>> = {
  'icepick-scar': icepick,
  'boxcar-scar-shallow': boxcar,
  'boxcar-scar-deep': boxcar,
  'rolling-scar': rolling,
  'visible-pore': pores,
  'crows-feet': crowsFeet,
  'deep-lines': (width) => grooves(width, [0]),
  striae: stria,
  'skin-lines': () => none,
};

/** Whether the shape of a lesion is known well enough to be laid into synthetic skin. */
export const isReliefLesion = (id: string): id is ReliefLesion => reliefLesions.some((known) => known === id);

const lesionOf = (id: ReliefLesion): Lesion => {
  const found = lesions().find((lesion) => lesion.id === id);
  if (found === undefined)
    throw new OutsideModel(`the evidence describes no lesion "${id}"`, reliefLesions.join(', '));
  return found;
};

/** Least widths and depths that the evidence leaves open. */
const leastOf = (id: ReliefLesion, { icepickLeast, lineLeast }: ReliefValues) => ({
  width: id === 'icepick-scar' ? icepickLeast : 0,
  depth: id === 'deep-lines' ? lineLeast : 0,
});

const between = (
  extent: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined,
  least: number,
  share: number,
): number => {
  const low = extent?.min ?? least;
  return low + share * ((extent?.max ?? low) - low);
};

/**
 * A lesion at a share of its described range: 0 the least, 1 the largest, width and depth alike. Texture has no width
 * and no depth of its own.
 */
export const lesionShape = (id: ReliefLesion, share: number, values: ReliefValues): LesionShape => {
  const lesion = lesionOf(id);
  const least = leastOf(id, values);
  const width = between(lesion.width, least.width, share);
  const depth =
    id === 'skin-lines' || lesion.depth === 'unknown' ? 0 : between(lesion.depth, least.depth, share);
  return { width, depth, ...profiles[id](width, values) };
};
