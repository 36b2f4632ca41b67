import { readHeatProblem, setValue, solveHeat, writeHeatSolution, solutionVtr } from '@percuta/engine/heat';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { progressLine } from '../progress.ts';
import type { SimulateFlags } from '../run-options.ts';
import { problemText } from './problem-text.ts';
import { problemCourseCsv } from './problem-files.ts';

/** Solves a heat problem and writes JSON, CSV and VTK. Nothing is written where it does not converge. */
export const simulateProblem = (file: string, flags: Pick<SimulateFlags, 'set' | 'out' | 'json'>): number => {
  const document = flags.set.reduce(setValue, readJson(file));
  const problem = readHeatProblem(document);
  const progress = progressLine();
  const heating = solveHeat(problem, { progress: progress.step });
  progress.end();
  const written = jsonText(writeHeatSolution(problem, heating));
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-simulation');
  const files =
    folder === undefined
      ? []
      : writeFiles(folder, {
          'heat.json': written,
          ...(heating.times.length === 0 ? {} : { 'course.csv': problemCourseCsv(heating) }),
          ...solutionVtr(heating),
        });
  print(flags.json === true ? written : problemText(problem, heating, files));
  return exitCode.planned;
};
