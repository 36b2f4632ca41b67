import { log } from '@percuta/numerics';

/** Where cells must be small: between `from` and `to` no longer than `finest`, growing by `growth` a cell outside. */
export interface Focus {
  readonly from: number;
  readonly to: number;
  readonly finest: number;
}

export interface Grading {
  readonly from: number;
  readonly to: number;
  /** Places that must be edges: layers, tips, ends of insulation. Those outside the axis are left out. */
  readonly marks: readonly number[];
  readonly foci: readonly Focus[];
  /** Ratio of neighbouring cells away from a focus, above 1. */
  readonly growth: number;
  readonly coarsest: number;
}

// Points of the trapezoid rule between two marks; cell edges follow the size function to about 1e-4 of a cell.
const SAMPLES = 512;

/** A grading with each focus once, as needles in a row share theirs. */
interface Sizing {
  readonly foci: readonly Focus[];
  /** ln(growth). */
  readonly steepness: number;
  readonly coarsest: number;
}

const sizingOf = ({ foci, growth, coarsest }: Grading): Sizing => {
  const known = new Map(foci.map((focus) => [`${focus.from} ${focus.to} ${focus.finest}`, focus]));
  return { foci: [...known.values()], steepness: log(growth), coarsest };
};

/** The longest cell allowed at x: h = min(coarsest, finest + ln(growth) distance): a cell grows e-fold in 1/ln(growth) cells. */
const sizeAt = ({ foci, steepness, coarsest }: Sizing, x: number): number => {
  let size = coarsest;
  for (const { from, to, finest } of foci) {
    const distance = Math.max(0, from - x, x - to);
    size = Math.min(size, finest + steepness * distance);
  }
  return size;
};

/** Running integral of 1/h from a to b at equally spaced points. */
const cellCounts = (sizing: Sizing, a: number, b: number): number[] => {
  const step = (b - a) / SAMPLES;
  const counts = [0];
  let before = 1 / sizeAt(sizing, a);
  for (let s = 1; s <= SAMPLES; s++) {
    const here = 1 / sizeAt(sizing, a + s * step);
    counts.push(counts[s - 1] + ((before + here) / 2) * step);
    before = here;
  }
  return counts;
};

/** Edges after a, up to and with b, each cell holding the same share of the integral of 1/h. */
const edgesBetween = (sizing: Sizing, a: number, b: number): number[] => {
  const counts = cellCounts(sizing, a, b);
  const total = counts[SAMPLES];
  const cells = Math.max(1, Math.ceil(total - 1e-6));
  const edges: number[] = [];
  let s = 0;
  for (let n = 1; n < cells; n++) {
    const wanted = (n / cells) * total;
    while (counts[s + 1] < wanted) s++;
    const share = (wanted - counts[s]) / (counts[s + 1] - counts[s]);
    edges.push(a + ((s + share) / SAMPLES) * (b - a));
  }
  return [...edges, b];
};

/** Marks inside the axis, sorted, without those nearer than `gap` to the one before. */
const insideMarks = ({ from, to, marks }: Grading): number[] => {
  const gap = (to - from) * 1e-9;
  const sorted = [from, ...marks.filter((m) => m > from + gap && m < to - gap).sort((a, b) => a - b), to];
  return sorted.filter((mark, n) => n === 0 || mark - sorted[n - 1] > gap);
};

/** Edges of an axis: all marks, and between them cells that follow the foci. */
export const gradedEdges = (grading: Grading): number[] => {
  const marks = insideMarks(grading);
  const sizing = sizingOf(grading);
  return [grading.from, ...marks.slice(1).flatMap((mark, n) => edgesBetween(sizing, marks[n], mark))];
};
