import type { KernelBuild } from '@percuta/numerics';
import { damageOfCourse } from './damage/exposure.ts';
import type { Heating, HistoryResult } from './heating.ts';
import { march } from './march.ts';
import type { Tolerances } from './march/step.ts';
import { noBalances } from './march/balance.ts';
import { driverOf } from './march/driver.ts';
import { emptyRecord } from './output/recorder.ts';
import { resistancesOf } from './march/resistances.ts';
import { placeOf } from './grid/place.ts';
import { settingOf } from './march/setting.ts';
import type { Start } from './march/setting.ts';
import { steadyRun } from './march/steady-run.ts';
import { potentialRun } from './march/potential-run.ts';
import type { HeatProblem } from './problem/heat-problem.ts';
import { heed, type Watch } from './watch.ts';

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

const runOf = (start: Start, watch: Watch, tolerances: Tolerances | undefined): Heating => {
  const { problem } = start.place;
  const driver = driverOf(problem.generator);
  switch (problem.end.kind) {
    case 'potential':
      return potentialRun(start, driver);
    case 'steady':
      return steadyRun(start, driver);
    default:
      return march(start, driver, watch, tolerances);
  }
};

/** How a heat problem is solved. */
export interface HeatOptions {
  /**
   * Kernels: `f32` steps its fields in single precision, which is that of blocks followed in time; `f64` and its
   * JavaScript twin `reference` are what it is held against.
   */
  readonly build?: KernelBuild;
  /** Steps heat cell by cell instead of by kernels, with an account of what blood, sides and held metal bring. */
  readonly byLaws?: boolean;
  /** How closely potentials are followed in time; those of production when left out. */
  readonly tolerances?: Tolerances;
}

/** Only blocks are large, and only in time do errors of single precision stay far below those of the cells. */
const buildFor = ({ domain, end }: HeatProblem): KernelBuild =>
  domain?.kind === 'block' && end.kind !== 'steady' && end.kind !== 'potential' ? 'f32' : 'f64';

/**
 * Solves a heat problem: resistances and impedances at the start, the course in time (or the steady state, or the
 * potential alone), damage of prescribed histories. Throws OutsideModel where the grid would not fit or a steady state
 * does not exist, SolverFailed with the residuals where something does not converge; there is never a partial result.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { readHeatProblem, shown, solveHeat } from '@percuta/engine/heat';
 *
 * const heating = solveHeat(readHeatProblem(JSON.parse(readFileSync('problem.json', 'utf8'))));
 * const [surface] = heating.probes;
 * console.log(surface?.name); // surface
 * console.log(shown(surface?.values.at(-1) ?? NaN, '°C', 3)); // 36.9 °C
 * ```
 */
export const solveHeat = (
  problem: HeatProblem,
  watch: Watch = {},
  { build = buildFor(problem), byLaws = false, tolerances }: HeatOptions = {},
): Heating => {
  const histories = historiesOf(problem);
  if (problem.domain === undefined) return { ...without(problem), histories };
  const tick = (): void => heed(watch, 0);
  tick();
  const place = placeOf(problem, problem.domain, { build, byLaws, helper: watch.helper });
  tick();
  const start = { place, setting: settingOf(place, problem.electrodes, tick) };
  try {
    tick();
    const resistances = resistancesOf(start);
    tick();
    return { ...runOf(start, watch, tolerances), resistances, histories };
  } finally {
    start.setting.potential.conduction.kernels.retire();
  }
};
