import type { KernelBuild, StartHelper } from '@percuta/numerics';
import type { Domain, HeatProblem } from '../problem/heat-problem.ts';
import { gridOfProblem } from './grid-of-problem.ts';
import type { HeatGrid } from './heat-grid.ts';
import { mediumOf } from './medium.ts';
import type { Medium } from './medium.ts';
import { assertFits } from './memory.ts';
import { sidesOf } from './sides.ts';
import type { Side } from './sides.ts';

/** Where a problem plays: what stays for a whole run. */
export interface Place {
  readonly problem: HeatProblem;
  readonly domain: Domain;
  readonly grid: HeatGrid;
  readonly medium: Medium;
  readonly sides: readonly Side[];
  /** Kernels that fields are stepped with. */
  readonly build: KernelBuild;
  /** Heat is stepped cell by cell instead. */
  readonly byLaws: boolean;
  /** Starts a thread that does a part of the work. */
  readonly helper?: StartHelper | undefined;
}

/** Lays the grid of a problem. Throws OutsideModel where it would not fit into memory. */
export const placeOf = (
  problem: HeatProblem,
  domain: Domain,
  { build, byLaws, helper }: Pick<Place, 'build' | 'byLaws' | 'helper'>,
): Place => {
  const grid = gridOfProblem(problem, domain);
  const { outputs, kinetics, electrodes } = problem;
  const stored = outputs.fields.reduce((sum, { times }) => sum + Math.max(1, times.length), 0);
  assertFits(grid, kinetics.length + electrodes.length + stored, (sizes) =>
    gridOfProblem(problem, { ...domain, grid: { ...domain.grid, ...sizes, edges: {} } }),
  );
  return {
    problem,
    domain,
    grid,
    medium: mediumOf(problem, grid),
    sides: sidesOf(domain, grid),
    build,
    byLaws,
    helper,
  };
};
