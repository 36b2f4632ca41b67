import { damageOfCourse } from './damage/exposure.ts';
import type { Heating, HistoryResult } from './heating.ts';
import { march, productionTolerances } from './march.ts';
import type { Tolerances } from './march/step.ts';
import { noBalances } from './march/balance.ts';
import { driverOf } from './march/driver.ts';
import { emptyRecord } from './output/recorder.ts';
import { resistancesOf } from './march/resistances.ts';
import { placeOf } from './grid/place.ts';
import type { Place } from './grid/place.ts';
import { steadyRun } from './march/steady-run.ts';
import { potentialRun } from './march/potential-run.ts';
import type { HeatProblem } from './problem/heat-problem.ts';
import type { Watch } from './watch.ts';

/** Damage of the prescribed courses, one for each set of kinetics that they name. */
const historiesOf = ({ histories, kinetics }: HeatProblem): HistoryResult[] =>
  histories.flatMap(({ name, kinetics: names, course }) =>
    kinetics
      .filter((set) => names.includes(set.name))
      .map((set) => ({ name, kinetics: set.name, damage: damageOfCourse(set, course) })),
  );

const without = (problem: HeatProblem): Heating => ({
  grid: undefined,
  ...emptyRecord(problem),
  resistances: [],
  histories: [],
  balances: noBalances,
  effort: { cells: [0, 0, 0], steps: 0, rejected: 0, solves: 0, iterations: 0 },
});

const runOf = (place: Place, watch: Watch, tolerances: Tolerances): Heating => {
  const driver = driverOf(place.problem.generator);
  switch (place.problem.end.kind) {
    case 'potential':
      return potentialRun(place, driver);
    case 'steady':
      return steadyRun(place, driver);
    default:
      return march(place, driver, watch, tolerances);
  }
};

/**
 * Solves a heat problem: resistances and impedances at the start, the course in time (or the steady state, or the
 * potential alone), damage of prescribed histories. Throws OutsideModel where the grid would not fit or a steady state
 * does not exist, SolverFailed with the residuals where something does not converge; there is never a partial result.
 */
export const solveHeat = (
  problem: HeatProblem,
  watch: Watch = {},
  tolerances: Tolerances = productionTolerances,
): Heating => {
  const histories = historiesOf(problem);
  if (problem.domain === undefined) return { ...without(problem), histories };
  const place = placeOf(problem, problem.domain);
  return { ...runOf(place, watch, tolerances), resistances: resistancesOf(place), histories };
};
