import { caloricOf } from '../bioheat/caloric.ts';
import type { Heating } from '../heating.ts';
import { noBalances } from './balance.ts';
import { initialFields } from './begin.ts';
import type { Driver } from './driver.ts';
import { emptyRecord, recordOutputs, recordStep } from '../output/recorder.ts';
import type { Start } from './setting.ts';
import { powerOf } from './step.ts';
import { stillContext } from './still-context.ts';

/** Potentials, currents and heat at the initial temperature, with what is on at the first edge of the generator. */
export const potentialRun = ({ place, setting }: Start, driver: Driver): Heating => {
  const { problem, grid, medium } = place;
  const caloric = caloricOf(medium, problem.initial.temperature);
  const fields = { ...initialFields(place, caloric, setting), time: driver.edges[0] ?? 0 };
  const context = stillContext({ place, setting, caloric }, driver, fields.time);
  const powered = context.isDriven ? powerOf(context, fields, fields.heat.enthalpy, undefined) : undefined;
  const tried =
    powered === undefined
      ? undefined
      : { ...powered, electric: powered, after: fields, exchanged: undefined, duration: 0 };
  const shown = { fields, tried, setting };
  const record = emptyRecord(problem);
  recordStep(record, grid, shown);
  recordOutputs(record, problem, grid, shown, true);
  const cells = [grid.x.count, grid.y.count, grid.z.count] as const;
  const effort = {
    cells,
    steps: 0,
    rejected: 0,
    solves: powered?.solves ?? 0,
    iterations: powered?.iterations ?? 0,
  };
  return { grid, ...record, resistances: [], histories: [], balances: noBalances, effort };
};
