import type { DeviceSheet } from '@percuta/evidence';
import { cos, createRandom, exp, sin, type Random } from '@percuta/numerics';
import { needleCount } from './device.ts';
import type { Motion } from './motion/motion.ts';

/** Statistics of holes laid by the real motion of a device, beside those of holes laid at random. SI. */
export interface Lattice {
  readonly holeDensity: number;
  /** Mean distance to the next hole, m. */
  readonly nearestNeighbour: number;
  readonly coveredShare: number;
  /** Variance over mean of the number of holes in a square millimetre: 1 for Poisson, more where a hand is uneven. */
  readonly dispersionIndex: number;
  readonly poisson: { readonly nearestNeighbour: number; readonly coveredShare: number };
}

/** One session as it is laid: SI. */
export interface LaidSession {
  readonly motion: Motion;
  readonly passes: number;
  readonly fractionPuncturing: number;
  readonly channelDiameter: number;
  /** Unevenness of the pace from lane to lane, ln. */
  readonly laneLogSd: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Side of the square that is looked at, m, and of the band around it where holes may have their neighbours. */
const side = 0.006;
const border = 0.0015;
const squareMillimetre = 0.001;
/** Turn of the golden angle, rad: needles of unknown arrangement are spread evenly over their disc. */
const goldenTurn = Math.PI * (3 - Math.sqrt(5));

const disc = (count: number, diameter: number): Point[] =>
  Array.from({ length: count }, (_, k) => {
    const radius = (diameter / 2) * Math.sqrt((k + 0.5) / count);
    return { x: radius * cos(k * goldenTurn), y: radius * sin(k * goldenTurn) };
  });

/** Needle positions in the plane of the skin, centred; x along the motion. */
const footprint = (
  sheet: DeviceSheet,
  motion: Motion,
): { points: Point[]; width: number; length: number } => {
  const count = needleCount(sheet);
  if (sheet.class === 'pen') {
    const width = sheet.array_diameter?.value ?? motion.pitch * Math.sqrt((4 * count) / Math.PI);
    return { points: disc(count, width), width, length: motion.step ?? width };
  }
  const columns = sheet.class === 'roller' ? rings(sheet, count) : Math.ceil(Math.sqrt(count));
  const across =
    sheet.class === 'roller' ? (sheet.drum_width?.value ?? columns * motion.pitch) / columns : motion.pitch;
  const rows = sheet.class === 'roller' ? 1 : Math.ceil(count / columns);
  const points = Array.from({ length: columns * rows }, (_, k) => ({
    x: (Math.floor(k / columns) - (rows - 1) / 2) * motion.pitch,
    y: ((k % columns) - (columns - 1) / 2) * across,
  })).slice(0, sheet.class === 'roller' ? columns : count);
  const length = sheet.class === 'roller' ? (motion.step ?? motion.pitch) : rows * motion.pitch;
  return { points, width: columns * across, length };
};

/** Spreads the lanes so that a pass lays down exactly the strokes per area of M8, overlap and ragged grids included. */
const spaced = (foot: ReturnType<typeof footprint>, motion: Motion): ReturnType<typeof footprint> => {
  const laid = foot.points.length / (foot.width * foot.length);
  return { ...foot, width: (foot.width * laid) / motion.strokesPerPass };
};

const rings = (sheet: DeviceSheet, count: number): number =>
  sheet.row_count?.value ?? Math.max(1, Math.round(Math.sqrt(count / Math.PI)));

const inWindow = ({ x, y }: Point, margin: number): boolean =>
  x >= -margin && x < side + margin && y >= -margin && y < side + margin;

/** One pass in a random direction: lanes side by side, each with its own pace and its own start. */
const layPass = (foot: ReturnType<typeof footprint>, session: LaidSession, random: Random): Point[] => {
  const angle = random.next() * 2 * Math.PI;
  const [c, s] = [cos(angle), sin(angle)];
  const half = side + border + foot.width;
  const laneOffset = random.next() * foot.width;
  const holes: Point[] = [];
  for (let across = -half + laneOffset; across < half; across += foot.width) {
    const step = foot.length * exp(session.laneLogSd * (random.normal() + session.laneLogSd / 2));
    for (let along = -half + random.next() * step; along < half; along += step) {
      for (const needle of foot.points) {
        if (random.next() >= session.fractionPuncturing) continue;
        const [u, v] = [along + needle.x, across + needle.y];
        const hole = { x: side / 2 + c * u - s * v, y: side / 2 + s * u + c * v };
        if (inWindow(hole, border)) holes.push(hole);
      }
    }
  }
  return holes;
};

const cellOf = (value: number): number => Math.floor((value + border) / squareMillimetre);
const cellCount = Math.ceil((side + 2 * border) / squareMillimetre);

const bucket = (holes: readonly Point[]): Point[][] => {
  const cells: Point[][] = Array.from({ length: cellCount * cellCount }, () => []);
  for (const hole of holes) cells[cellOf(hole.x) + cellCount * cellOf(hole.y)]?.push(hole);
  return cells;
};

const nearest = (hole: Point, cells: readonly Point[][]): number => {
  let best = border * border;
  const [i, j] = [cellOf(hole.x), cellOf(hole.y)];
  for (let b = Math.max(0, j - 1); b <= Math.min(cellCount - 1, j + 1); b += 1) {
    for (let a = Math.max(0, i - 1); a <= Math.min(cellCount - 1, i + 1); a += 1) {
      for (const other of cells[a + cellCount * b] ?? []) {
        const [dx, dy] = [other.x - hole.x, other.y - hole.y];
        if (other !== hole) best = Math.min(best, dx * dx + dy * dy);
      }
    }
  }
  return Math.sqrt(best);
};

const rasterCells = 300;

const covered = (holes: readonly Point[], radius: number): number => {
  const step = side / rasterCells;
  const raster = new Uint8Array(rasterCells * rasterCells);
  const reach = Math.ceil(radius / step);
  for (const { x, y } of holes) {
    const [i, j] = [Math.floor(x / step), Math.floor(y / step)];
    for (let b = j - reach; b <= j + reach; b += 1) {
      for (let a = i - reach; a <= i + reach; a += 1) {
        const [dx, dy] = [(a + 0.5) * step - x, (b + 0.5) * step - y];
        const isOn = a >= 0 && b >= 0 && a < rasterCells && b < rasterCells;
        if (isOn && dx * dx + dy * dy <= radius * radius) raster[a + rasterCells * b] = 1;
      }
    }
  }
  return raster.reduce((sum, cell) => sum + cell, 0) / raster.length;
};

const dispersionOf = (inside: readonly Point[]): number => {
  const squares = Math.round(side / squareMillimetre);
  const counts = new Float64Array(squares * squares);
  for (const { x, y } of inside) {
    const [i, j] = [Math.floor(x / squareMillimetre), Math.floor(y / squareMillimetre)];
    counts[i + squares * j] = (counts[i + squares * j] ?? 0) + 1;
  }
  const mean = inside.length / counts.length;
  const variance = counts.reduce((sum, n) => sum + (n - mean) * (n - mean), 0) / (counts.length - 1);
  return mean > 0 ? variance / mean : 1;
};

/**
 * Lays the holes of a session needle by needle on a square of 6 mm, from the kinematics of the device (M8), and
 * compares them with holes laid at random. The same seed gives the same holes.
 */
export const layHoles = (sheet: DeviceSheet, session: LaidSession, seed: number): Lattice => {
  const random = createRandom(seed);
  const foot = spaced(footprint(sheet, session.motion), session.motion);
  const holes = Array.from({ length: session.passes }, () => layPass(foot, session, random)).flat();
  const inside = holes.filter((hole) => inWindow(hole, 0));
  const cells = bucket(holes);
  const rho = inside.length / (side * side);
  const radius = session.channelDiameter / 2;
  return {
    holeDensity: rho,
    nearestNeighbour:
      inside.length === 0
        ? Infinity
        : inside.reduce((total, hole) => total + nearest(hole, cells), 0) / inside.length,
    coveredShare: covered(holes, radius),
    dispersionIndex: dispersionOf(inside),
    poisson: {
      nearestNeighbour: rho > 0 ? 0.5 / Math.sqrt(rho) : Infinity,
      coveredShare: 1 - exp(-rho * Math.PI * radius * radius),
    },
  };
};
