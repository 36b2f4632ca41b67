import type { SkinBlock } from '../skin-block.ts';
import { perMetre } from './place.ts';

/** Where the block is looked at from. */
export interface Orbit {
  /** Turn about the vertical, from looking along the front face (0) towards the right one, rad. */
  readonly turn: number;
  /** Height above the horizon, rad. */
  readonly tilt: number;
  /** 1 fits the block. */
  readonly zoom: number;
}

/** The view that a block opens with: angles in rad, the whole block in sight. */
export const firstOrbit: Orbit = { turn: 0.62, tilt: 0.42, zoom: 1 };

const highest = 1.45;
const mostZoom = 6;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * A view turned by angles (rad) and drawn nearer by a factor, held where the block is seen from above and fills no
 * more than the screen.
 * @example
 * ```ts
 * import { firstOrbit, turned } from '@percuta/scene';
 *
 * const lifted = turned(firstOrbit, { tilt: Math.PI, zoom: 2 });
 * console.log(lifted.tilt, lifted.zoom); // 1.45 2
 * ```
 */
export const turned = ({ turn, tilt, zoom }: Orbit, by: Partial<Orbit>): Orbit => ({
  turn: turn + (by.turn ?? 0),
  tilt: clamp(tilt + (by.tilt ?? 0), -0.2, highest),
  zoom: clamp(zoom * (by.zoom ?? 1), 0.5, mostZoom),
});

const step = Math.PI / 24;

const moves: Readonly<Record<string, Partial<Orbit>>> = {
  ArrowLeft: { turn: -step },
  ArrowRight: { turn: step },
  ArrowUp: { tilt: step },
  ArrowDown: { tilt: -step },
  '+': { zoom: 1.15 },
  '=': { zoom: 1.15 },
  '-': { zoom: 1 / 1.15 },
};

/** The orbit after a key; undefined for keys that mean nothing here. 0 goes back to the first. */
export const orbitAfter = (orbit: Orbit, key: string): Orbit | undefined => {
  if (key === '0') return firstOrbit;
  const move = moves[key];
  return move === undefined ? undefined : turned(orbit, move);
};

/** Unit vector from the block to the eye, in the scene. */
export const eyeOf = ({ turn, tilt }: Orbit): readonly [number, number, number] => [
  Math.cos(tilt) * Math.sin(turn),
  Math.sin(tilt),
  Math.cos(tilt) * Math.cos(turn),
];

/** Room above the surface for hubs, as a share of the depth. */
export const headroom = 0.28;

/** How much of the scene has to fit, mm. */
export interface Framing {
  readonly middle: readonly [number, number, number];
  /** Half the width, at any turn. */
  readonly wide: number;
  /** Half the height, at the first tilt. */
  readonly tall: number;
}

/**
 * The middle of a block and half its extent as seen from the first view, in units of the scene, so that a camera
 * holds it whole.
 */
export const framing = ({ half, depth }: SkinBlock): Framing => {
  const wide = Math.hypot(half.x, half.y) * perMetre;
  const upright = ((depth * (1 + headroom)) / 2) * perMetre;
  return {
    middle: [0, (-depth * (1 - headroom) * perMetre) / 2, 0],
    wide,
    tall: upright * Math.cos(firstOrbit.tilt) + wide * Math.sin(firstOrbit.tilt),
  };
};

/** What the block is drawn on. */
export interface Screen {
  /** Width to height. */
  readonly aspect: number;
  /** How far left of the middle the block stands, as a share of half the width: room for labels on one side. */
  readonly shift?: number;
}

/** Place of a point of the scene on the screen, from -1 to 1 across (right) and up. */
export const project = (
  block: SkinBlock,
  orbit: Orbit,
  { aspect, shift = 0 }: Screen,
  [x, y, z]: readonly [number, number, number],
): readonly [number, number] => {
  const frame = framing(block);
  const { middle } = frame;
  const [turn, tilt] = [orbit.turn, orbit.tilt];
  const [dx, dy, dz] = [x - middle[0], y - middle[1], z - middle[2]];
  const right = Math.cos(turn) * dx - Math.sin(turn) * dz;
  const up = Math.cos(tilt) * dy - Math.sin(tilt) * (Math.sin(turn) * dx + Math.cos(turn) * dz);
  const [wide, high] = extent(frame, orbit.zoom, aspect);
  return [right / wide - shift, up / high];
};

// Beside the block there is room for labels.
const sides = 1.46;
const edge = 1.03;

/** Half the width and height of the view, mm, for a width to height of `aspect`. */
export const extent = ({ wide, tall }: Framing, zoom: number, aspect: number): readonly [number, number] => {
  const high = Math.max(tall * edge, (wide * sides) / aspect) / zoom;
  return [high * aspect, high];
};
