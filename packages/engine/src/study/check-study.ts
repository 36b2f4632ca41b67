import { deviceSheets, sites } from '@percuta/evidence';
import { BadInput, isPercutaError, type Problem } from '../error.ts';
import { hashOf } from '../receipts/canonical.ts';
import { engineVersion } from '../receipts/manifest.ts';
import { extremeCells, type Cell, type Column } from './column.ts';
import { outputAt, whyNoOutput } from './output.ts';
import { runVariant } from './run-row.ts';
import { columnName, outputsOf, type Study } from './study.ts';
import { numberOf } from './summarise.ts';
import { readVariant, variantOf } from './variant.ts';

/** Problems of a check, moved under the place of the study that causes them. */
const problemsOf = (check: () => unknown, at: (problem: Problem) => Problem): Problem[] => {
  try {
    check();
    return [];
  } catch (error) {
    if (isPercutaError(error, 'BadInput')) return error.problems.map(at);
    throw error;
  }
};

const tryVariant = (study: Study, cells: readonly Cell[]): void => {
  readVariant(study, variantOf(study, cells));
};

const baseProblems = (study: Study): Problem[] =>
  problemsOf(
    () => tryVariant(study, []),
    (problem) => ({ ...problem, path: `base: ${problem.path}` }),
  );

const cellProblems = (study: Study, index: number, column: Column, cell: Cell): Problem[] => {
  const cells: Cell[] = [];
  cells[index] = cell;
  return problemsOf(
    () => tryVariant(study, cells),
    (problem) => ({
      ...problem,
      path: `columns[${index}] (${columnName(column)})`,
      given: String(cell),
      problem: problem.path === column.path ? problem.problem : `${problem.path}: ${problem.problem}`,
    }),
  );
};

/** The first problem of each column: one value too far, or a name that does not exist. */
const columnProblems = (study: Study): Problem[] =>
  study.columns.flatMap((column, index) =>
    extremeCells(column)
      .flatMap((cell) => cellProblems(study, index, column, cell))
      .slice(0, 1),
  );

const outputProblems = (study: Study, result: unknown): Problem[] =>
  outputsOf(study).flatMap(({ path }, i) => {
    const why = whyNoOutput(result, path);
    return why === undefined ? [] : [{ path: `outputs[${i}]`, given: path, ...why }];
  });

/** A target is held against numbers of its own unit; nothing is converted, so that what is printed is what was meant. */
const targetProblems = (study: Study, result: unknown): Problem[] =>
  (study.targets ?? []).flatMap((target, i) => {
    const path = outputsOf(study).find(({ name }) => name === target.output)?.path ?? target.output;
    const unit = numberOf(outputAt(result, path))?.unit;
    return (['value', 'sd'] as const).flatMap((field): Problem[] => {
      const found = numberOf(target[field]);
      const isPlain = found !== undefined && found.unit === unit && (field === 'value' || found.value > 0);
      if (isPlain) return [];
      return [
        {
          path: `targets[${i}].${field}`,
          given: String(target[field]),
          problem:
            unit === undefined ? `${path} of the base is no number` : 'cannot be held against the output',
          allowed: `a ${field === 'sd' ? 'positive ' : ''}number in ${unit === undefined || unit === '' ? 'no unit' : unit}`,
          remedy: 'write it in the unit of the output',
        },
      ];
    });
  });

/**
 * Tries a study before it begins: the base alone, each column at its extremes, and the outputs in the result of the
 * base, which is run once. Returns the hash of everything its results depend on beside the rows: the document, the
 * engine, the atlas, the devices, and every hash of the base's own manifest, so that a changed engine is seen even
 * where no version says so. Throws BadInput with every problem.
 */
export const checkStudy = (study: Study): string => {
  const problems = baseProblems(study);
  if (problems.length === 0) problems.push(...columnProblems(study));
  if (problems.length > 0) throw new BadInput(problems);
  const { result, manifest } = runVariant(study, variantOf(study, []));
  const missing = outputProblems(study, result);
  if (missing.length > 0) throw new BadInput(missing);
  const unlike = targetProblems(study, result);
  if (unlike.length > 0) throw new BadInput(unlike);
  const { hashes, stages, parameters } = manifest();
  const catalogues = { sites: hashOf(sites()), devices: hashOf(deviceSheets()) };
  return hashOf({ study, engine: engineVersion, hashes, stages, parameters, catalogues });
};
