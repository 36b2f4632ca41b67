import { sheetsOfCase } from '../case/catalogue.ts';
import { readCase } from '../case/case.ts';
import { readProtocol } from '../case/protocol.ts';
import { isPercutaError } from '../error.ts';
import { planCourse } from '../plan-course.ts';
import { writePlan } from '../plan/write-plan.ts';
import { manifestOfPlan, manifestOfSimulation } from '../receipts/manifest.ts';
import type { Run } from '../run.ts';
import { simulate } from '../simulate.ts';
import { writeSimulation } from '../write-simulation.ts';
import type { Cell } from './column.ts';
import { predicted, type Written } from './predict-rows.ts';
import { outputsOf, type Study } from './study.ts';
import { readSheet, sheetOf, variantOf, type Variant } from './variant.ts';

/** Healing takes most of the time of a simulation: it is run only where an output asks for it. */
const asksForHealing = (study: Study): boolean =>
  outputsOf(study).some(({ path }) => /\bhealing\b/.test(path));

/** Plans, simulates or predicts a variant. Pure; throws BadInput, OutsideModel or NotFinite as a single run would. */
export const runVariant = (study: Study, { document, overrides }: Variant): Written => {
  const run: Run = { draws: study.draws, seed: study.seed, overrides, heals: asksForHealing(study) };
  if (study.base.kind === 'percuta protocol') {
    const protocol = readProtocol(document);
    const simulation = simulate(protocol, sheetOf(protocol), run);
    return {
      result: writeSimulation(simulation),
      manifest: () => manifestOfSimulation(simulation, run, { document, sheets: [] }, ''),
    };
  }
  if (study.base.kind === 'percuta validation') return predicted(document, run);
  const given = readCase(document);
  const sheets = [...study.sheets.map(readSheet), ...sheetsOfCase(given)];
  const plan = planCourse(given, sheets, run);
  return {
    result: writePlan(plan),
    manifest: () => manifestOfPlan(plan, sheets, run, { document, sheets: study.sheets }, ''),
  };
};

/** How a row ended. "failed" is a fault of ours. */
export type RowStatus = 'done' | 'bad input' | 'outside model' | 'failed';

export interface RowEnd {
  readonly status: RowStatus;
  readonly result: unknown;
  readonly problem: string | undefined;
}

/** Runs a row to its end whatever that is: a combination that cannot be run is a result of its own. */
export const runRow = (study: Study, cells: readonly Cell[]): RowEnd => {
  try {
    return { status: 'done', result: runVariant(study, variantOf(study, cells)).result, problem: undefined };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    if (isPercutaError(error, 'BadInput')) return { status: 'bad input', result: undefined, problem };
    if (isPercutaError(error, 'OutsideModel')) {
      return { status: 'outside model', result: undefined, problem: `${problem}; ${error.bound}` };
    }
    return { status: 'failed', result: undefined, problem };
  }
};
