import { readHeatProblem, setValue, solveHeat, writeHeatSolution, solutionVtr } from '@percuta/engine/heat';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { progressLine } from '../progress.ts';
import type { SimulateFlags } from '../run-options.ts';
import { problemText } from './problem-text.ts';
import { problemFigures, withFigureFields, withoutFigureFields } from './problem-figures.ts';
import { problemCourseCsv } from './problem-files.ts';

/** Solves a heat problem and writes JSON, CSV, VTK and figures. Nothing is written where it does not converge. */
export const simulateProblem = (file: string, flags: Pick<SimulateFlags, 'set' | 'out' | 'json'>): number => {
  const document = flags.set.reduce(setValue, readJson(file));
  const problem = readHeatProblem(document);
  const progress = progressLine();
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-simulation');
  const solved = solveHeat(folder === undefined ? problem : withFigureFields(problem), {
    progress: progress.step,
  });
  const heating = withoutFigureFields(solved);
  progress.end();
  const written = jsonText(writeHeatSolution(problem, heating));
  const files =
    folder === undefined
      ? []
      : writeFiles(folder, {
          'heat.json': written,
          ...(heating.times.length === 0 ? {} : { 'course.csv': problemCourseCsv(heating) }),
          ...solutionVtr(heating),
          ...problemFigures(problem, solved),
        });
  print(flags.json === true ? written : problemText(problem, heating, files));
  return exitCode.planned;
};
