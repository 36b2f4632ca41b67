import type {
  AxisymmetricDomain,
  BlockDomain,
  Domain,
  Electrode,
  GridWish,
  HeatProblem,
  Layer,
  Shape,
} from '../problem/heat-problem.ts';
import { axisOf, singleAxis } from './axis.ts';
import type { Axis, Metric } from './axis.ts';
import { gradedEdges } from './grading.ts';
import type { Focus } from './grading.ts';
import { heatGrid } from './heat-grid.ts';
import type { HeatGrid } from './heat-grid.ts';

// Without a wish: cells per radius of the thinnest electrode, growth, and cells per length of the longest side.
const CELLS_PER_RADIUS = 5;
const GROWTH = 1.3;
const CELLS_PER_SIDE = 12;
// A line is cheap: fine at its start, where heat or current comes in.
const CELLS_PER_LINE = 200;
const FINEST_PER_LINE = 4000;
const LINE_START = 40;
const LINE_GROWTH = 1.03;
const LINE_DETAIL = 8;
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

const sizesOf = (wish: GridWish, electrodes: readonly Electrode[], longest: number): Sizes => {
  const thinnest = Math.min(...electrodes.map(({ shape }) => finestRadius(shape)));
  const coarsest = wish.coarsest ?? longest / CELLS_PER_SIDE;
  const finest = wish.finest ?? Math.min(coarsest, thinnest / CELLS_PER_RADIUS);
  return { finest, growth: wish.growth ?? GROWTH, coarsest };
};

interface Needs {
  readonly marks: readonly number[];
  readonly foci: readonly Focus[];
}

/** What one electrode asks of an axis through `centre`, across its own axis. */
const acrossNeeds = (shape: Shape, centre: number, finest: number): Needs => {
  if (shape.kind === 'ring') {
    const { radius, wireRadius } = shape;
    const at = (side: number): Focus => ({
      from: centre + side * radius - wireRadius,
      to: centre + side * radius + wireRadius,
      finest,
    });
    return { marks: [centre], foci: [at(-1), at(1)] };
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

const axisFor = ({ metric, from, to, needs, sizes, edges, layers }: AxisWish): Axis => {
  if (edges !== undefined) return axisOf(metric, withMarks(edges, layers));
  return axisOf(
    metric,
    gradedEdges({ from, to, marks: [...needs.marks, ...layers], foci: needs.foci, ...sizes }),
  );
};

const centreOf = (shape: Shape, axis: 'x' | 'y'): number =>
  shape.kind === 'needle' ? shape[axis] : shape.centre[axis];

/** Every place that the electrodes take in the course of a run; the grid serves them all. */
const allElectrodes = ({ electrodes, moves }: HeatProblem): Electrode[] => [
  ...electrodes,
  ...moves.flatMap((move) => move.electrodes),
];

const axesOfBlock = (problem: HeatProblem, { width, breadth, depth, grid }: BlockDomain): HeatGrid => {
  const electrodes = allElectrodes(problem);
  const sizes = sizesOf(grid, electrodes, Math.max(width, breadth, depth));
  const across = (axis: 'x' | 'y', length: number): Axis =>
    axisFor({
      metric: 'slab',
      from: -length / 2,
      to: length / 2,
      needs: joined(electrodes.map(({ shape }) => acrossNeeds(shape, centreOf(shape, axis), sizes.finest))),
      sizes,
      edges: grid.edges[axis],
      layers: [],
    });
  return heatGrid(
    across('x', width),
    across('y', breadth),
    depthAxis(problem, electrodes, { depth, grid, sizes }),
  );
};

const depthAxis = (
  { layers }: HeatProblem,
  electrodes: readonly Electrode[],
  { depth, grid, sizes }: { readonly depth: number; readonly grid: GridWish; readonly sizes: Sizes },
): Axis =>
  axisFor({
    metric: 'slab',
    from: 0,
    to: depth,
    needs: joined(electrodes.map(({ shape }) => depthNeeds(shape, sizes.finest))),
    sizes,
    edges: grid.edges.z,
    layers: boundariesOf(layers, 0),
  });

const radialNeeds = (shape: Shape, finest: number): Needs => {
  const { marks, foci } = acrossNeeds(shape, 0, finest);
  return { marks: [...marks, ...(shape.kind === 'needle' ? [shape.radius] : [])], foci };
};

const axesOfRound = (problem: HeatProblem, { radius, depth, grid }: AxisymmetricDomain): HeatGrid => {
  const electrodes = allElectrodes(problem);
  const sizes = sizesOf(grid, electrodes, Math.max(radius, depth));
  const x = axisFor({
    metric: 'cylinder',
    from: 0,
    to: radius,
    needs: joined(electrodes.map(({ shape }) => radialNeeds(shape, sizes.finest))),
    sizes,
    edges: grid.edges.x,
    layers: [],
  });
  return heatGrid(x, singleAxis(), depthAxis(problem, electrodes, { depth, grid, sizes }));
};

/** What sources and the start ask of a line: cells an eighth of a Gaussian's deviation long about its centre. */
const lineFoci = ({ sources, initial }: HeatProblem, isSlab: boolean): Focus[] =>
  [...sources, ...initial.blobs].flatMap((each): Focus[] => {
    if (each.kind !== 'gaussian') return [];
    const at = isSlab ? each.centre.z : 0;
    const reach = 3 * each.deviation;
    return [{ from: at - reach, to: at + reach, finest: each.deviation / LINE_DETAIL }];
  });

const axisOfLine = (problem: HeatProblem, domain: Extract<Domain, { kind: 'line' }>): HeatGrid => {
  const { metric, from, to, grid } = domain;
  const isSlab = metric === 'slab';
  const start = isSlab || from === 0 ? Infinity : from / LINE_START;
  const finest = grid.finest ?? Math.min(start, (to - from) / FINEST_PER_LINE);
  const axis = axisFor({
    metric,
    from,
    to,
    needs: { marks: [], foci: [{ from, to: from, finest }, ...lineFoci(problem, isSlab)] },
    sizes: {
      finest,
      growth: grid.growth ?? LINE_GROWTH,
      coarsest: grid.coarsest ?? (to - from) / CELLS_PER_LINE,
    },
    edges: isSlab ? grid.edges.z : grid.edges.x,
    layers: boundariesOf(problem.layers, from),
  });
  return isSlab ? heatGrid(singleAxis(), singleAxis(), axis) : heatGrid(axis, singleAxis(), singleAxis());
};

/** The grid of a problem: explicit edges where given, else graded round electrodes; layers are always edges. */
export const gridOfProblem = (problem: HeatProblem, domain: Domain): HeatGrid => {
  if (domain.kind === 'block') return axesOfBlock(problem, domain);
  return domain.kind === 'axisymmetric' ? axesOfRound(problem, domain) : axisOfLine(problem, domain);
};
