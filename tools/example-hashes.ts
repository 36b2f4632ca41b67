import { deviceSheet } from '@percuta/evidence';
import {
  defaultRun,
  heal,
  healingGrid,
  healValues,
  layerDepths,
  manifestOfPlan,
  noThermalInjury,
  normalPlace,
  planCourse,
  readCase,
} from '@percuta/engine';
import document from '../examples/cheek-acne-scars/case.json' with { type: 'json' };

const day = 86400;

/** Every state of three layers four weeks after the second of two sessions; a number in JSON keeps its bits. */
const healedStates = (): Record<string, number[]> => {
  const values = { ...healValues({}), n_layers: 3 };
  const depths = layerDepths(1.2e-3, values);
  const density = 2e6;
  const { means } = heal(
    {
      density,
      depths,
      gapRadii: Float64Array.of(5e-5, 4e-5, 0),
      pierced: Float64Array.of(1, 0.6, 0),
      gapAtJunction: 5e-5,
      thermal: noThermalInjury(healingGrid(density, depths, values)),
      sessions: [0, 28 * day],
      duration: 56 * day,
      place: normalPlace,
    },
    values,
  );
  return Object.fromEntries(Object.entries(means).map(([id, series]) => [id, Array.from(series.slice(-3))]));
};

/** Every hash of the plan of an example, and what healing comes to, computed on whatever host this runs. */
export const exampleHashes = () => {
  const sheets = [deviceSheet('skinpen_precision')];
  const run = { ...defaultRun, draws: 512 };
  const plan = planCourse(readCase(document), sheets, run);
  const { hashes } = manifestOfPlan(plan, sheets, run, { document, sheets: [] }, 'any');
  return { ...hashes, healing: healedStates() };
};
