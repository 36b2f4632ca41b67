import { SolverFailed } from '@percuta/numerics';
import { caloricOf, enthalpies } from '../bioheat/caloric.ts';
import { refreshHeatModel } from '../bioheat/heat-model.ts';
import { steadyHeat } from '../bioheat/steady-heat.ts';
import type { Heating } from '../heating.ts';
import { createSteady } from '../potential/steady.ts';
import type { Steady } from '../potential/steady.ts';
import { accountOf, noBalances } from './balance.ts';
import { initialFields } from './begin.ts';
import type { Driver } from './driver.ts';
import type { Fields, Tried } from './progress.ts';
import { emptyRecord, recordOutputs, recordStep } from '../output/recorder.ts';
import { stillContext } from './still-context.ts';
import type { Start } from './setting.ts';
import { intoRods, powerOf, showMetal, sumOf } from './step.ts';
import type { StepContext } from './step.ts';

const MOST_ROUNDS = 200;
/** Largest change of a temperature in the last round, K. */
const SETTLED = 1e-7;

/** Change of a temperature in one round beyond which none will follow that settles, K. */
const RUNAWAY = 1e4;

interface Round {
  readonly fields: Fields;
  readonly tried: Tried;
}

/** Potential for the temperatures, then temperatures for the heat. Water does not boil in a steady state. */
const roundOf = (
  context: StepContext,
  { fields, tried }: { readonly fields: Fields; readonly tried: Tried | undefined },
  steady: Steady,
): Round => {
  const { setting, caloric, place, sources, isDriven } = context;
  const { temperatures } = fields;
  const powered = isDriven ? powerOf(context, fields, fields.heat.enthalpy, tried?.electric) : undefined;
  refreshHeatModel(setting.heat, temperatures);
  const found = steadyHeat(setting.heat, steady, {
    heat: sumOf(powered?.joule.cells, sources, temperatures.length),
    metalHeat:
      powered === undefined
        ? setting.heat.rods.map(() => 0)
        : intoRods(setting, powered.joule).map(([own]) => own),
    base: place.problem.initial.temperature,
    start: temperatures,
  });
  const heat = {
    enthalpy: enthalpies(caloric, found.temperatures),
    rods: found.metal.map((level) => Float64Array.of(level)),
  };
  showMetal(context, heat, found.temperatures);
  const after = { ...fields, heat, temperatures: found.temperatures };
  const none = {
    groupVolts: [],
    currents: [],
    resistances: [],
    output: undefined,
    joule: undefined,
    exchanged: undefined,
    electric: undefined,
    iterations: 0,
    solves: 0,
  };
  return {
    fields: after,
    tried: { ...none, ...powered, electric: powered, after, exchanged: undefined, duration: 1 },
  };
};

const largestChange = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, cell) => Math.max(most, Math.abs(value - b[cell])), 0);

/**
 * The steady state with what is on at time 0 left on: potential and temperature in turn until nothing changes.
 * Energies of the balances are per second. Throws SolverFailed with the changes of the rounds (K), for one where
 * conductivity rises with temperature beyond what carries heat off.
 */
export const steadyRun = ({ place, setting }: Start, driver: Driver): Heating => {
  const { problem, grid, medium } = place;
  const caloric = caloricOf(medium, problem.initial.temperature);
  const context = stillContext({ place, setting, caloric }, driver, 0);
  const steady = createSteady(setting.potential.conduction);
  let round = roundOf(context, { fields: initialFields(place, caloric, setting), tried: undefined }, steady);
  const changes: number[] = [];
  for (let n = 0; n === 0 || changes[n - 1] > SETTLED; n++) {
    if (n === MOST_ROUNDS) throw new SolverFailed('steady heat', 'not converged', changes);
    const next = roundOf(context, round, steady);
    changes.push(largestChange(next.fields.temperatures, round.fields.temperatures));
    if (!(changes[n] < RUNAWAY)) throw new SolverFailed('steady heat', 'not converged', changes);
    round = next;
  }
  const record = emptyRecord(problem);
  const shown = { ...round, setting };
  recordStep(record, grid, shown);
  recordOutputs(record, problem, grid, shown, true);
  const balances = accountOf(noBalances, setting, round.fields, round.tried, context.sources);
  const cells = [grid.x.count, grid.y.count, grid.z.count] as const;
  const effort = {
    cells,
    steps: changes.length,
    rejected: 0,
    solves: changes.length + 1,
    iterations: round.tried.iterations,
  };
  return { grid, ...record, resistances: [], histories: [], balances, effort };
};
