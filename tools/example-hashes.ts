import { deviceSheet } from '@percuta/evidence';
import { defaultRun, manifestOfPlan, planCourse, readCase } from '@percuta/engine';
import document from '../examples/cheek-acne-scars/case.json' with { type: 'json' };

/** Every hash of the plan of an example, computed on whatever host this runs. */
export const exampleHashes = () => {
  const sheets = [deviceSheet('skinpen_precision')];
  const run = { ...defaultRun, draws: 512 };
  const plan = planCourse(readCase(document), sheets, run);
  return manifestOfPlan(plan, sheets, run, { document, sheets: [] }, 'any').hashes;
};
