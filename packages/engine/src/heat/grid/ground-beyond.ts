import { valueAt } from '../material/law.ts';
import type { Boundary, Domain, HeatProblem } from '../problem/heat-problem.ts';

// Current spreads in a layer that conducts well until it has leaked into the others: only far beyond is its potential
// that of 1/r that a side assumes. In extents of the domain: of 1.5 % that a resistance errs without, 0.1 % is left.
const EXTENTS = 10;

const extentOf = (domain: Domain): number => {
  if (domain.kind === 'block') return Math.max(domain.width, domain.breadth, domain.depth);
  return domain.kind === 'axisymmetric' ? Math.max(domain.radius, domain.depth) : 0;
};

/** Do layers conduct unlike each other at the start? */
const isLayered = ({ layers, materials, initial }: HeatProblem): boolean => {
  const found = layers.flatMap(({ material }) => {
    const own = materials.find(({ name }) => name === material);
    return own === undefined ? [] : [valueAt(own.conductivity, initial.temperature)];
  });
  return new Set(found).size > 1;
};

const isWished = ({ grid: { finest, growth, coarsest } }: Domain): boolean =>
  [finest, growth, coarsest].some((wish) => wish !== undefined);

/** True where a needle ends at the bottom, beyond which it would go on. */
const hasNeedleThrough = ({ electrodes }: HeatProblem, domain: Domain): boolean =>
  domain.kind !== 'line' &&
  electrodes.some(({ shape }) => shape.kind === 'needle' && shape.to >= domain.depth * (1 - 1e-9));

/**
 * How far layers go on in the grid beyond a side with the ground at infinity, m; 0 where the side itself will do, or
 * something else than the medium is said of it.
 */
export const groundBeyond = (
  problem: HeatProblem,
  domain: Domain,
  { thermal, electrical }: Boundary,
): number => {
  if (electrical.kind !== 'open' || electrical.group === undefined || isWished(domain)) return 0;
  if (problem.end.kind !== 'potential' && thermal.kind !== 'open') return 0;
  return isLayered(problem) && !hasNeedleThrough(problem, domain) ? EXTENTS * extentOf(domain) : 0;
};
