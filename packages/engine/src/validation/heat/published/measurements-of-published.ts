import { readDocument } from '../../../case/document.ts';
import type { HeatMeasurements, HeatRecord } from '../measured/heat-measurements.ts';
import { caseOfTarget } from './case-of-target.ts';
import { publishedFileSchema, type Target } from './published-file.ts';

/** How much larger a simulated zone is than its stained section: MTZ-3 of validation/heat/measurements.json. */
const correction: HeatRecord = {
  id: 'stained sections',
  source: 'marqa2014',
  locator: 'abstract, Results',
  tissue: 'human skin histology',
  settings: {},
  measured: [
    { quantity: 'excess of simulated over histological depth', kind: 'numeric', value: 21, sd: 2, unit: '%' },
    { quantity: 'excess of simulated over histological width', kind: 'numeric', value: 12, sd: 2, unit: '%' },
  ],
  grade: 'A',
  read: 'abstract',
  use: 'correction',
};

/** Records that chose the kinetics of collagen; agreement with them shows the choice (validation/heat/plan.md). */
const chosenBy = (target: Target): boolean =>
  target.ref === 'duncan2020' && /shrinkage/.test(target.measured[0]?.quantity ?? '');

const useOf = (target: Target, lacks: readonly string[]): HeatRecord['use'] => {
  if (lacks.length === target.measured.length) return 'cannot be simulated';
  if (chosenBy(target)) return 'calibration';
  return /recalled/.test(target.provenance) ? 'smoke test' : 'validation';
};

const recordOf = (target: Target, sampled: readonly string[], lacks: readonly string[]): HeatRecord => ({
  id: target.id,
  source: target.ref === '' ? target.id : target.ref,
  locator: target.location,
  tissue: target.tissue,
  settings: target.settings,
  measured: target.measured,
  grade: target.grade,
  read: 'abstract',
  use: useOf(target, lacks),
  sampled: [...sampled],
  ...(lacks.length === 0 ? {} : { lacks: [...lacks] }),
});

/**
 * Records of publications as measurements with cases: settings and words are read, what they leave open is drawn from the
 * ranges of the reader, and what cannot be simulated says what it lacks. Throws BadInput with every problem of the file.
 */
export const measurementsOfPublished = (document: unknown): HeatMeasurements => {
  const { targets } = readDocument(publishedFileSchema, document);
  const read = targets.map((target) => {
    const simulated = target.measured.map((_, place) => caseOfTarget(target, place));
    const cases = simulated.flatMap((each) => ('given' in each ? [each.given] : []));
    const sampled = new Set(simulated.flatMap((each) => ('given' in each ? each.sampled : [])));
    const lacks = simulated.flatMap((each) => ('lacks' in each ? [each.lacks.join('; ')] : []));
    return { record: recordOf(target, [...sampled], lacks), cases };
  });
  return {
    kind: 'percuta heat measurements',
    version: 1,
    title: 'Records of publications',
    records: [...read.map(({ record }) => record), correction],
    cases: read.flatMap(({ cases }) => cases),
  };
};
