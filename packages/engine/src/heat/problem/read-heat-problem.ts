import { centralValues } from '@percuta/evidence/heat';
import { readDocument } from '../../case/document.ts';
import { migrate, type Migration } from '../../case/migrations.ts';
import { BadInput } from '../../error.ts';
import type { HeatValues } from '../material/tissue.ts';
import { heatParameters } from '../parameters.ts';
import { checkHeatProblem } from './check/check-heat-problem.ts';
import { decodeHeatProblem } from './decode-heat-problem.ts';
import type { HeatProblem } from './heat-problem.ts';
import { wireNameProblems } from './lookup.ts';
import { heatProblemSchema } from './wire/heat-problem-wire.ts';

const currentVersion = 1;
const migrations: readonly Migration[] = [];

/**
 * Reads a heat problem document into SI. `values` are the parameters of tissues that materials may be like,
 * of steel and of water; central values unless given. Throws BadInput with every problem.
 */
export const readHeatProblem = (
  input: unknown,
  values: HeatValues = centralValues(heatParameters),
): HeatProblem => {
  const document = readDocument(
    heatProblemSchema,
    migrate(input, 'percuta heat problem', currentVersion, migrations),
  );
  const misnamed = wireNameProblems(document);
  if (misnamed.length > 0) throw new BadInput(misnamed);
  return checkHeatProblem(decodeHeatProblem(document, values));
};
