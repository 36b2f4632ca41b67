import {
  BadInput,
  readHeatProblem,
  setValue,
  solveHeat,
  writeHeatSolution,
  solutionVtr,
} from '@percuta/engine/heat';
import { exitCode } from '../../exit-code.ts';
import { readJson } from '../../read-json.ts';
import { checkFolder, jsonText, print, writeFiles } from '../../output.ts';
import { helperOf } from '../../parallel/helper-of.ts';
import { progressLine } from '../../progress.ts';
import type { SimulateFlags } from '../../run-options.ts';
import { problemText } from './problem-text.ts';
import { problemFigures, withFigureFields, withoutFigureFields } from './problem-figures.ts';
import { problemCourseCsv } from './problem-files.ts';

const needing = {
  ensemble: 'a heat problem has nothing that is drawn',
  parameter: 'a heat problem states every number itself',
  device: 'a heat problem states its electrodes itself',
  stage: 'a heat problem is one stage alone',
} as const;

/** Throws BadInput for a flag that would change nothing. */
const checkFlags = (flags: SimulateFlags): void => {
  const given = {
    ensemble: flags.ensemble === 0 ? '' : String(flags.ensemble),
    parameter: flags.parameter.join(', '),
    device: flags.device.join(', '),
    stage: flags.stage ?? '',
  };
  const names = ['ensemble', 'parameter', 'device', 'stage'] as const;
  const problems = names
    .filter((name) => given[name] !== '')
    .map((name) => ({
      path: `--${name}`,
      given: given[name],
      problem: needing[name],
      remedy: 'leave it out; --set changes a field of the problem',
    }));
  if (problems.length > 0) throw new BadInput(problems);
};

/** Solves a heat problem and writes JSON, CSV, VTK and figures. Nothing is written where it does not converge. */
export const simulateProblem = (file: string, flags: SimulateFlags): number => {
  checkFlags(flags);
  const document = flags.set.reduce(setValue, readJson(file));
  const problem = readHeatProblem(document);
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-simulation');
  if (folder !== undefined) checkFolder(folder);
  const progress = progressLine();
  const solved = solveHeat(folder === undefined ? problem : withFigureFields(problem), {
    progress: progress.step,
    ...helperOf(flags.threads),
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
