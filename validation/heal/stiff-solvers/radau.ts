// Area means of healing in several layers by scipy's Radau IIA of order 5, over the equations in C:
//   apt-get install gcc python3-scipy
//   node validation/heal/stiff-solvers/radau.ts    writes packages/engine/fixtures/heal/radau.json
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { restingField } from '../../../packages/engine/src/heal/integrate/healing-system.ts';
import {
  radauCases,
  radauRates,
  radauStretches,
  radauTissue,
  treatAsRadau,
  type RadauCase,
  type RadauOutputs,
} from '../../../packages/engine/src/heal/testing/radau.ts';
import { compileLibrary, folder, runScipy, versionsOf } from './c-library.ts';
import { problemText } from './problem.ts';

const relative = 1e-6;
const digits = 8;
const p = radauRates();

const meansOf = (given: RadauCase): number[][] => {
  const tissue = radauTissue(given, p);
  let y: Float64Array = restingField(tissue, p);
  return radauStretches(given).map(({ times }, i) => {
    treatAsRadau(y, tissue, given, p, i === 0);
    const file = join(folder, 'radau.txt');
    writeFileSync(file, problemText({ tissue, p, start: y, times }));
    const { seconds, rates, means, end } = runScipy(file, relative, 'Radau');
    process.stderr.write(`${given.id}, session ${i + 1}: ${seconds.toFixed(1)} s, ${rates} rates\n`);
    if (end === undefined) throw new Error('scipy_solve.py prints the field at the end');
    y = Float64Array.from(end);
    return means.map((value) => Number(value.toPrecision(digits)));
  });
};

compileLibrary();
const outputs: RadauOutputs = {
  versions: versionsOf(['python3-scipy', 'gcc']),
  relative,
  rates: p,
  means: Object.fromEntries(radauCases.map((given) => [given.id, meansOf(given)])),
};
writeFileSync(
  new URL('../../../packages/engine/fixtures/heal/radau.json', import.meta.url),
  `${JSON.stringify(outputs)}\n`,
);
