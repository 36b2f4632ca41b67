import { valueAt } from '../material/law.ts';
import type { Boundary, Domain, HeatProblem, Point } from '../problem/heat-problem.ts';
import type { Focus } from './grading.ts';
import type { Direction } from './heat-grid.ts';

/**
 * Where temperatures change within a short length although no electrode stands there: at sources, at blobs of the
 * start, at sides that heat passes and at layers that begin at temperatures of their own. Lengths are those of a grid
 * of the standard fineness; a finer one takes a share of them.
 */

// Cells per standard deviation, per distance to the nearest probe, per extent of the domain, and per length that heat
// has gone by the first time that is asked for.
const PER_DEVIATION = 3;
const DEVIATIONS = 1;
const PER_DISTANCE = 8;
const PER_EXTENT = 40;
const PER_WAY = 3;
// A field that bends at a plane is known there to first order only.
const PER_BEND = 5;
// erfc of half of it: what gets so far counts for nothing.
const WAYS_BEYOND = 8;

const distance = (a: Point, b: Point, axes: readonly Direction[]): number =>
  Math.sqrt(axes.reduce((sum, axis) => sum + (a[axis] - b[axis]) * (a[axis] - b[axis]), 0));

/** Distance of the nearest probe that is not at the place itself, m. */
const nearestProbe = ({ outputs }: HeatProblem, place: Point, axes: readonly Direction[]): number =>
  outputs.probes.reduce((least, { at }) => {
    const away = distance(at, place, axes);
    return away > 0 ? Math.min(least, away) : least;
  }, Infinity);

/** m²/s of the layers at the initial temperature. */
const diffusivitiesOf = ({ materials, layers, initial }: HeatProblem): number[] =>
  layers.flatMap(({ material }) => {
    const own = materials.find(({ name }) => name === material);
    if (own === undefined) return [];
    const { thermalConductivity, density, specificHeat } = own;
    const capacity = density * valueAt(specificHeat, initial.temperature);
    return [valueAt(thermalConductivity, initial.temperature) / capacity];
  });

/** Length over which heat has spread by the first time of an output, m; Infinity where there is no time. */
const wayOf = (problem: HeatProblem): number => {
  const { outputs, end } = problem;
  const { probes, fields, contours } = outputs;
  const times = [...probes, ...fields, ...contours].flatMap((each) => each.times).filter((time) => time > 0);
  const first = Math.min(...times, end.kind === 'time' ? end.at : Infinity);
  const way = Math.sqrt(Math.min(...diffusivitiesOf(problem)) * first);
  return Number.isNaN(way) ? Infinity : way;
};

/** Length that heat does not pass in the time of a run, m; 0 where that is not known. */
export const unreached = (problem: HeatProblem): number => {
  const { end } = problem;
  if (end.kind !== 'time') return 0;
  const way = Math.sqrt(Math.max(...diffusivitiesOf(problem)) * end.at);
  return Number.isFinite(way) ? WAYS_BEYOND * way : 0;
};

const extentAlong = (domain: Domain, axis: Direction): number => {
  if (domain.kind === 'line') return domain.to - domain.from;
  if (domain.kind === 'axisymmetric') return axis === 'z' ? domain.depth : domain.radius;
  return { x: domain.width, y: domain.breadth, z: domain.depth }[axis];
};

/** A place that asks for small cells; at the middle of one where heat is put in there. */
export type WarmPlace = Focus & { readonly isCentred?: boolean };

const about = (at: number, finest: number): WarmPlace[] => [{ from: at, to: at, finest }];

const centredAbout = (at: number, finest: number): WarmPlace[] => [
  { from: at, to: at, finest, isCentred: true },
];

const sourceFoci = (problem: HeatProblem, extent: number, axis: Direction): WarmPlace[] =>
  [...problem.sources, ...problem.initial.blobs].flatMap((each): WarmPlace[] => {
    switch (each.kind) {
      case 'gaussian': {
        const { centre, deviation } = each;
        const reach = DEVIATIONS * deviation;
        const [from, to] = [centre[axis] - reach, centre[axis] + reach];
        return [{ from, to, finest: deviation / PER_DEVIATION }];
      }
      case 'point':
      case 'energy': {
        const near = nearestProbe(problem, each.at, ['x', 'y', 'z']) / PER_DISTANCE;
        return centredAbout(each.at[axis], Math.min(extent / PER_EXTENT, near));
      }
      case 'line': {
        const near = nearestProbe(problem, { ...each, z: 0 }, ['x', 'y']) / PER_DISTANCE;
        const finest = Math.min(extent / PER_EXTENT, near);
        if (axis !== 'z') return centredAbout(each[axis], finest);
        return [each.from, each.to].filter(Number.isFinite).flatMap((end) => about(end, finest));
      }
      case 'plane':
        return axis === 'z'
          ? about(each.z, Math.min(extent / PER_EXTENT, wayOf(problem) / PER_WAY) / PER_BEND)
          : [];
      default:
        return [];
    }
  });

/** An end of an axis: the side there, and where it lies, m. */
export interface AxisEnd {
  readonly boundary: Boundary;
  readonly at: number;
}

const end = (boundary: Boundary, at: number): AxisEnd => ({ boundary, at });

/** Both ends of an axis of a domain; a radius that begins at 0 has none there. */
export const endsAlong = (domain: Domain, axis: Direction): readonly [AxisEnd | undefined, AxisEnd] => {
  if (domain.kind === 'line') {
    const { sides, from, to, metric } = domain;
    const isAxis = metric !== 'slab' && from === 0;
    return [isAxis ? undefined : end(sides.start, from), end(sides.end, to)];
  }
  if (axis === 'z') return [end(domain.sides.top, 0), end(domain.sides.bottom, domain.depth)];
  if (domain.kind === 'axisymmetric') return [undefined, end(domain.sides.rim, domain.radius)];
  const half = (axis === 'x' ? domain.width : domain.breadth) / 2;
  const { left, right, front, back } = domain.sides;
  return axis === 'x' ? [end(left, -half), end(right, half)] : [end(front, -half), end(back, half)];
};

const passesHeat = ({ thermal: { kind } }: Boundary): boolean =>
  kind === 'fixed' || kind === 'flux' || kind === 'convective';

/** Boundaries of layers of which one begins at a temperature of its own. */
const stepsOf = ({ layers, initial }: HeatProblem, start: number): number[] => {
  let depth = start;
  const ends = layers.map(({ thickness }) => (depth += thickness));
  return ends
    .slice(0, -1)
    .filter((_, n) => initial.layers[layers[n].name] !== initial.layers[layers[n + 1].name]);
};

/** Does all heat come from places within, so that fields fall off from them to flat ones? */
export const isHeatedWithin = (problem: HeatProblem, domain: Domain): boolean => {
  const { electrodes, sources, initial } = problem;
  const places = [...sources, ...initial.blobs];
  const isLocal = places.every(({ kind }) => kind !== 'uniform' && kind !== 'plane');
  const isEven = initial.profile === undefined && stepsOf(problem, 0).length === 0;
  const isShut = Object.values(domain.sides).every((side) => !passesHeat(side));
  return electrodes.length === 0 && places.length > 0 && isLocal && isEven && isShut;
};

/** Foci of an axis of a block, of an axisymmetric domain or of a line, at the standard fineness. */
export const warmPlaces = (problem: HeatProblem, domain: Domain, axis: Direction): WarmPlace[] => {
  const extent = extentAlong(domain, axis);
  // What currents heat in a block is governed by its needles.
  if (domain.kind === 'block' && problem.generator !== undefined) return sourceFoci(problem, extent, axis);
  const finest = Math.min(extent / PER_EXTENT, wayOf(problem) / PER_WAY);
  const faces = endsAlong(domain, axis).flatMap((each) =>
    each !== undefined && passesHeat(each.boundary) ? [each.at] : [],
  );
  const steps =
    axis === 'z' || domain.kind === 'line' ? stepsOf(problem, domain.kind === 'line' ? domain.from : 0) : [];
  return [
    ...sourceFoci(problem, extent, axis),
    ...[...faces, ...steps].map((at): Focus => ({ from: at, to: at, finest })),
  ];
};
