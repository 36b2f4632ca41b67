import { hashOf } from '../receipts/canonical.ts';
import type { Cell } from './column.ts';
import { layOut, type Layout } from './lay-out.ts';
import { outputAt } from './output.ts';
import { runRow, type RowStatus } from './run-row.ts';
import { columnName, outputsOf, rowCount, type Study } from './study.ts';

/** One line of the results. */
export interface StudyRow {
  readonly row: number;
  readonly status: RowStatus;
  readonly inputs: Readonly<Record<string, Cell>>;
  /** Written as in plan.json and simulation.json; null where a row has none. */
  readonly outputs: Readonly<Record<string, Cell | null>>;
  readonly problem?: string;
}

/** A study cut into pieces that are worked on one at a time, in any order, by anybody, any number of times. */
export interface Chunks {
  readonly count: number;
  /** Names a chunk by everything its results depend on. */
  readonly key: (chunk: number) => string;
  /** Rows of a chunk. */
  readonly rows: (chunk: number) => readonly (readonly Cell[])[];
  /** Runs a chunk: one JSON text per row, the same on every host. `keepOn` is called before each row. */
  readonly run: (chunk: number, keepOn?: () => void) => readonly string[];
}

const named = <T>(names: readonly string[], values: readonly T[]): Record<string, T> => {
  const record: Record<string, T> = {};
  values.forEach((value, i) => {
    record[names[i] ?? i] = value;
  });
  return record;
};

const lineOf = (study: Study, row: number, cells: readonly Cell[]): string => {
  const { status, result, problem } = runRow(study, cells);
  const outputs = outputsOf(study);
  const line: StudyRow = {
    row,
    status,
    inputs: named(study.columns.map(columnName), cells),
    outputs: named(
      outputs.map(({ name }) => name),
      outputs.map(({ path }) => outputAt(result, path)),
    ),
    ...(problem === undefined ? {} : { problem }),
  };
  return JSON.stringify(line);
};

/**
 * Cuts a study into chunks; `input` is the hash of everything beside the rows that results depend on.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { checkStudy, chunksOf, readStudy, summariseStudy, type StudyRow } from '@percuta/engine';
 *
 * const study = readStudy({
 *   kind: 'percuta study',
 *   version: 1,
 *   title: 'Two ages',
 *   base: JSON.parse(readFileSync('case.json', 'utf8')),
 *   design: { kind: 'grid' },
 *   columns: [{ path: 'person.age', values: ['30 years', '60 years'] }],
 *   outputs: ['skin.dermis.median'],
 *   draws: 64,
 * });
 * const chunks = chunksOf(study, checkStudy(study));
 * const rows = chunks.run(0).map((line): StudyRow => JSON.parse(line));
 * console.log(rows.length, summariseStudy(study, rows)[0]?.unit); // 2 mm
 * ```
 */
export const chunksOf = (study: Study, input: string, layout: Layout = layOut(study)): Chunks => {
  const size = study.chunk;
  const rows = (chunk: number): readonly (readonly Cell[])[] =>
    layout.rows.slice(chunk * size, (chunk + 1) * size);
  return {
    count: Math.ceil(rowCount(study) / size),
    rows,
    key: (chunk) => hashOf({ input, first: chunk * size, rows: rows(chunk) }),
    run: (chunk, keepOn) =>
      rows(chunk).map((cells, i) => {
        keepOn?.();
        return lineOf(study, chunk * size + i, cells);
      }),
  };
};
