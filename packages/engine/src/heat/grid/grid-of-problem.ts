import type {
  AxisymmetricDomain,
  BlockDomain,
  Boundary,
  Domain,
  Electrode,
  HeatProblem,
  Layer,
  Shape,
} from '../problem/heat-problem.ts';
import { pow } from '@percuta/numerics';
import { axisOf, singleAxis } from './axis.ts';
import type { Axis, Metric } from './axis.ts';
import { gradedEdges } from './grading.ts';
import { groundBeyond } from './ground-beyond.ts';
import type { Focus } from './grading.ts';
import { heatGrid } from './heat-grid.ts';
import type { Direction, HeatGrid } from './heat-grid.ts';
import { endsAlong, isHeatedWithin, unreached, warmPlaces } from './warm-places.ts';
import type { WarmPlace } from './warm-places.ts';

// Without a wish: cells per radius of the thinnest electrode, growth, and cells per length of the longest side.
const CELLS_PER_RADIUS = 5;
const GROWTH = 1.3;
const CELLS_PER_SIDE = 12;
// A line is cheap: fine at its start, where heat or current comes in.
const CELLS_PER_LINE = 200;
const FINEST_PER_LINE = 4000;
const LINE_START = 40;
const LINE_GROWTH = 1.03;
const LINE_FINENESS = 20;
const LINE_BEYOND_GROWTH = 1.1;
const BEYOND_GROWTH = 1.4;
// Grids that the solver chooses freely are this much finer than standard, as far as the numbers of cells below allow:
// of a block and of an axisymmetric domain, followed in time by kernels or by the laws of materials, or not. What currents of needles heat in a block stays at the standard.
const FINENESSES = Array.from({ length: 20 }, (_, n) => 5 / pow(1.08, n));
const AFFORDED = {
  block: { inTime: 450_000, byLaws: 200_000, still: 250_000 },
  axisymmetric: { inTime: 12_000, byLaws: 12_000, still: 30_000 },
} as const;
// Cells between a place in the middle of one and the next mark, at least.
const LEAST_ROOM = 1.5;
// Along a bare shaft cells may be this much longer than at its ends.
const SHAFT_STRETCH = 4;

/** Smallest radius of curvature of a shape. */
export const finestRadius = (shape: Shape): number => {
  if (shape.kind === 'ring') return shape.wireRadius;
  if (shape.kind === 'spheroid')
    return Math.min(shape.radius, ((shape.radius * shape.radius) / shape.halfLength) * 2);
  return shape.radius;
};

interface Sizes {
  readonly finest: number;
  readonly growth: number;
  readonly coarsest: number;
}

/** What sizes follow from where nothing is wished for. */
interface Wanted {
  /** In every place that they take. */
  readonly electrodes: readonly Electrode[];
  /** Longest side of the domain, m. */
  readonly longest: number;
  readonly fineness: number;
  /** All heat comes from places within, so that fields far from them are flat. */
  readonly fallsOff: boolean;
}

const sizesOf = (
  { grid: wish }: BlockDomain | AxisymmetricDomain,
  { electrodes, longest, fineness, fallsOff }: Wanted,
): Sizes => {
  const thinnest = Math.min(...electrodes.map(({ shape }) => finestRadius(shape)));
  const coarsest = wish.coarsest ?? longest / CELLS_PER_SIDE / (fallsOff ? 1 : fineness);
  const finest = wish.finest ?? Math.min(coarsest, thinnest / CELLS_PER_RADIUS / fineness);
  return { finest, growth: wish.growth ?? pow(GROWTH, 1 / fineness), coarsest };
};

/** Places that heat asks cells at, each finer than standard by the same factor, but not finer than wished for. */
const warmNeeds = (
  problem: HeatProblem,
  domain: BlockDomain | AxisymmetricDomain,
  axis: Direction,
  fineness: number,
): Needs => ({
  marks: [],
  foci: warmPlaces(problem, domain, axis).map((focus) => ({
    ...focus,
    finest: Math.max(domain.grid.finest ?? 0, focus.finest / fineness),
  })),
});

interface Needs {
  readonly marks: readonly number[];
  readonly foci: readonly WarmPlace[];
}

/** What one electrode asks of an axis through `centre`, across its own axis. */
const acrossNeeds = (shape: Shape, centre: number, finest: number, isOblique = true): Needs => {
  if (shape.kind === 'ring') {
    const { radius, wireRadius } = shape;
    const at = (side: number): Focus => ({
      from: centre + side * radius - wireRadius,
      to: centre + side * radius + wireRadius,
      finest,
    });
    // A block meets the wire obliquely all round.
    const round = radius + wireRadius;
    const all = { from: centre - round, to: centre + round, finest: Math.max(finest, wireRadius / 2) };
    return { marks: [centre], foci: [at(-1), at(1), ...(isOblique ? [all] : [])] };
  }
  if (shape.kind === 'disk') {
    const edges = [centre - shape.radius, centre + shape.radius];
    return { marks: [centre, ...edges], foci: edges.map((edge) => ({ from: edge, to: edge, finest })) };
  }
  return { marks: [centre], foci: [{ from: centre - shape.radius, to: centre + shape.radius, finest }] };
};

const halfLengthOf = (shape: Shape): number => (shape.kind === 'spheroid' ? shape.halfLength : 0);

const depthNeeds = (shape: Shape, finest: number): Needs => {
  if (shape.kind === 'needle') {
    const { from, to, tip, exposed } = shape;
    const ends = [...(from > 0 ? [from] : []), to, ...(tip > 0 ? [to - tip] : []), exposed.from, exposed.to];
    const sharp = [to, ...(from > 0 ? [from] : []), ...[exposed.from, exposed.to].filter((z) => z > from)];
    return {
      marks: ends,
      foci: [
        ...sharp.map((z) => ({ from: z, to: z, finest })),
        ...(tip > 0 ? [{ from: to - tip, to, finest: 2 * finest }] : []),
        { from: exposed.from, to: exposed.to, finest: SHAFT_STRETCH * finest },
      ],
    };
  }
  const { z } = shape.centre;
  if (shape.kind === 'disk') return { marks: [z], foci: [{ from: z, to: z, finest }] };
  const extents = { sphere: shape.radius, spheroid: halfLengthOf(shape), ring: finestRadius(shape) };
  const extent = extents[shape.kind];
  return { marks: [z], foci: [{ from: z - extent, to: z + extent, finest }] };
};

const joined = (needs: readonly Needs[]): Needs => ({
  marks: needs.flatMap(({ marks }) => marks),
  foci: needs.flatMap(({ foci }) => foci),
});

const boundariesOf = (layers: readonly Layer[], start: number): number[] => {
  let depth = start;
  return layers.map(({ thickness }) => (depth += thickness));
};

interface AxisWish {
  readonly metric: Metric;
  readonly from: number;
  readonly to: number;
  readonly needs: Needs;
  readonly sizes: Sizes;
  /** Explicit edges, which layers are added to. */
  readonly edges: readonly number[] | undefined;
  readonly layers: readonly number[];
}

const withMarks = (edges: readonly number[], marks: readonly number[]): number[] => {
  const [first, last] = [edges[0], edges[edges.length - 1]];
  const gap = (last - first) * 1e-9;
  const missing = marks.filter(
    (mark) => mark > first + gap && mark < last - gap && edges.every((edge) => Math.abs(edge - mark) > gap),
  );
  return [...edges, ...missing].sort((a, b) => a - b);
};

/**
 * Edges half a cell to each side of what is put in at one place, which then stands in the middle of a cell: shared
 * by two cells it would start as wide as they are. Left out where another mark is too near for that.
 */
const centring = (foci: readonly WarmPlace[], marks: readonly number[]): number[] =>
  foci.reduce<number[]>((added, { isCentred, from: at, finest }) => {
    if (isCentred !== true) return added;
    const isFree = [...marks, ...added].every((mark) => Math.abs(mark - at) > LEAST_ROOM * finest);
    return isFree ? [...added, at - finest / 2, at + finest / 2] : added;
  }, []);

const axisFor = ({ metric, from, to, needs, sizes, edges, layers }: AxisWish): Axis => {
  if (edges !== undefined) return axisOf(metric, withMarks(edges, layers));
  const given = [from, to, ...needs.marks, ...layers];
  const marks = [...given, ...centring(needs.foci, given)];
  return axisOf(metric, gradedEdges({ from, to, marks, foci: needs.foci, ...sizes }));
};

const centreOf = (shape: Shape, axis: 'x' | 'y'): number =>
  shape.kind === 'needle' ? shape[axis] : shape.centre[axis];

/** Every place that the electrodes take in the course of a run; the grid serves them all. */
const allElectrodes = ({ electrodes, moves }: HeatProblem): Electrode[] => [
  ...electrodes,
  ...moves.flatMap((move) => move.electrodes),
];

const axesOfBlock = (problem: HeatProblem, domain: BlockDomain, fineness: number): HeatGrid => {
  const { width, breadth, depth, grid } = domain;
  const electrodes = allElectrodes(problem);
  const sizes = sizesOf(domain, {
    electrodes,
    longest: Math.max(width, breadth, depth),
    fineness,
    fallsOff: isHeatedWithin(problem, domain),
  });
  const across = (axis: 'x' | 'y', length: number): Axis =>
    axisFor({
      metric: 'slab',
      from: -length / 2,
      to: length / 2,
      needs: joined([
        ...electrodes.map(({ shape }) => acrossNeeds(shape, centreOf(shape, axis), sizes.finest)),
        warmNeeds(problem, domain, axis, fineness),
      ]),
      sizes,
      edges: grid.edges[axis],
      layers: [],
    });
  const down = depthAxis(problem, domain, { electrodes, sizes, fineness });
  const [x, y] = [across('x', width), across('y', breadth)];
  return heatGrid(opened(problem, domain, x, 'x'), opened(problem, domain, y, 'y'), down);
};

const depthAxis = (
  problem: HeatProblem,
  domain: BlockDomain | AxisymmetricDomain,
  {
    electrodes,
    sizes,
    fineness,
  }: { readonly electrodes: readonly Electrode[]; readonly sizes: Sizes; readonly fineness: number },
): Axis => {
  const axis = axisFor({
    metric: 'slab',
    from: 0,
    to: domain.depth,
    needs: joined([
      ...electrodes.map(({ shape }) => depthNeeds(shape, sizes.finest)),
      warmNeeds(problem, domain, 'z', fineness),
    ]),
    sizes,
    edges: domain.grid.edges.z,
    layers: boundariesOf(problem.layers, 0),
  });
  return opened(problem, domain, axis, 'z');
};

const radialNeeds = (shape: Shape, finest: number): Needs => {
  const { marks, foci } = acrossNeeds(shape, 0, finest, false);
  return { marks: [...marks, ...(shape.kind === 'needle' ? [shape.radius] : [])], foci };
};

const axesOfRound = (problem: HeatProblem, domain: AxisymmetricDomain, fineness: number): HeatGrid => {
  const { radius, depth, grid } = domain;
  const electrodes = allElectrodes(problem);
  const sizes = sizesOf(domain, {
    electrodes,
    longest: Math.max(radius, depth),
    fineness,
    fallsOff: isHeatedWithin(problem, domain),
  });
  const x = axisFor({
    metric: 'cylinder',
    from: 0,
    to: radius,
    needs: joined([
      ...electrodes.map(({ shape }) => radialNeeds(shape, sizes.finest)),
      warmNeeds(problem, domain, 'x', fineness),
    ]),
    sizes,
    edges: grid.edges.x,
    layers: [],
  });
  return heatGrid(
    opened(problem, domain, x, 'x'),
    singleAxis(),
    depthAxis(problem, domain, { electrodes, sizes, fineness }),
  );
};

/**
 * Edges of the medium beyond an end that is open to heat, outwards, as far as heat gets in the time of the run. Where
 * current flows to infinity slabs and cylinders end at their face, and media with electrodes at the sides of the domain.
 */
const beyond = (
  problem: HeatProblem,
  domain: Domain,
  { thermal, electrical }: Boundary,
  edges: readonly number[],
): number[] => {
  const knowsFar = domain.kind === 'line' && domain.metric === 'sphere';
  const isHeat = thermal.kind === 'open' && problem.electrodes.length === 0;
  const isHeatAlone = isHeat && (electrical.kind === 'insulated' || knowsFar);
  const far = isHeatAlone ? unreached(problem) : groundBeyond(problem, domain, { thermal, electrical });
  const [last, before] = edges;
  const added: number[] = [];
  const growth = domain.kind === 'line' ? LINE_BEYOND_GROWTH : BEYOND_GROWTH;
  let width = last - before;
  for (let at = last; Math.abs(at - last) < far; added.push(at)) at += width *= growth;
  return added;
};

/** An axis with the medium beyond those of its ends that are open to heat. */
const opened = (problem: HeatProblem, domain: Domain, axis: Axis, direction: Direction): Axis => {
  if (domain.grid.edges[direction] !== undefined) return axis;
  const edges = Array.from(axis.edges);
  const [start, end] = endsAlong(domain, direction);
  const before =
    start === undefined || axis.metric !== 'slab' ? [] : beyond(problem, domain, start.boundary, edges);
  const after = beyond(problem, domain, end.boundary, edges.toReversed());
  if (before.length + after.length === 0) return axis;
  return axisOf(axis.metric, [...before.toReversed(), ...edges, ...after]);
};

const axisOfLine = (problem: HeatProblem, domain: Extract<Domain, { kind: 'line' }>): HeatGrid => {
  const { metric, from, to, grid } = domain;
  const isSlab = metric === 'slab';
  const start = isSlab || from === 0 ? Infinity : from / LINE_START;
  const finest = grid.finest ?? Math.min(start, (to - from) / FINEST_PER_LINE);
  const axis = axisFor({
    metric,
    from,
    to,
    needs: {
      marks: [],
      foci: [
        { from, to: from, finest },
        ...warmPlaces(problem, domain, isSlab ? 'z' : 'x').map((focus) => ({
          ...focus,
          finest: Math.max(grid.finest ?? 0, focus.finest / LINE_FINENESS),
        })),
      ],
    },
    sizes: {
      finest,
      growth: grid.growth ?? LINE_GROWTH,
      coarsest: grid.coarsest ?? (to - from) / CELLS_PER_LINE,
    },
    edges: isSlab ? grid.edges.z : grid.edges.x,
    layers: boundariesOf(problem.layers, from),
  });
  const whole = opened(problem, domain, axis, isSlab ? 'z' : 'x');
  return isSlab ? heatGrid(singleAxis(), singleAxis(), whole) : heatGrid(whole, singleAxis(), singleAxis());
};

type Axes = (fineness: number) => HeatGrid;

/** The finest grid that is afforded where the solver chooses, else the standard. */
const freelyChosen = (
  problem: HeatProblem,
  domain: BlockDomain | AxisymmetricDomain,
  axes: Axes,
): HeatGrid => {
  const { finest, growth, coarsest } = domain.grid;
  const isWished = [finest, growth, coarsest].some((wish) => wish !== undefined);
  const isStill = problem.end.kind === 'steady' || problem.end.kind === 'potential';
  const isDrivenBlock = domain.kind === 'block' && problem.generator !== undefined && !isStill;
  const hasNeedles = problem.electrodes.some(({ shape }) => shape.kind === 'needle');
  if (isWished || (isDrivenBlock && hasNeedles)) return axes(1);
  const isPlain =
    !isDrivenBlock && problem.materials.every(({ specificHeat }) => specificHeat.kind === 'constant');
  const most = AFFORDED[domain.kind][isStill ? 'still' : isPlain ? 'inTime' : 'byLaws'];
  for (const fineness of FINENESSES) {
    const grid = axes(fineness);
    if (grid.cells <= most) return grid;
  }
  return axes(1);
};

/** The grid of a problem: explicit edges where given, else graded round electrodes; layers are always edges. */
export const gridOfProblem = (problem: HeatProblem, domain: Domain): HeatGrid => {
  if (domain.kind === 'line') return axisOfLine(problem, domain);
  return freelyChosen(problem, domain, (fineness) =>
    domain.kind === 'block' ? axesOfBlock(problem, domain, fineness) : axesOfRound(problem, domain, fineness),
  );
};
