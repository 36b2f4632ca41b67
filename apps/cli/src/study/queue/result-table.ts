import type { Chunks } from '@percuta/engine';
import { chunkText, linesOfChunk } from '../chunk-text.ts';
import type { Database } from './open-boss.ts';

/** The results of one study in a database: at most one for each chunk, whoever ran it and however often. */
export interface ResultTable {
  /** Keeps the lines of a chunk; the first result of a chunk stays. */
  readonly keep: (chunk: number, lines: readonly string[]) => Promise<void>;
  /** Numbers of the chunks that have a result. */
  readonly present: () => Promise<ReadonlySet<number>>;
  /** The lines of a chunk; undefined while there are none. A result that is not as it was kept is removed. */
  readonly read: (chunk: number) => Promise<readonly string[] | undefined>;
}

/** Any number that nothing else in the database locks by. */
const lockNumber = 7_240_196;

// One transaction under a lock: two processes may come to a fresh database at the same time.
const construction = `
  BEGIN;
  SELECT pg_advisory_xact_lock(${lockNumber});
  CREATE SCHEMA IF NOT EXISTS percuta;
  CREATE TABLE IF NOT EXISTS percuta.study_result (
    study text NOT NULL,
    chunk integer NOT NULL,
    lines text NOT NULL,
    PRIMARY KEY (study, chunk)
  );
  COMMIT;
`;

const removal = 'DELETE FROM percuta.study_result WHERE study = $1 AND chunk = $2 AND lines = $3';

const field = (row: unknown, name: string): unknown => Reflect.get(Object(row), name);

/** Opens the results of a study, named by the hash of everything they depend on. */
export const openResultTable = async (
  database: Database,
  study: string,
  { key, rows: inputs }: Pick<Chunks, 'key' | 'rows'>,
): Promise<ResultTable> => {
  await database.executeSql(construction);
  const rowsOf = async (sql: string, ...values: readonly unknown[]): Promise<readonly unknown[]> =>
    (await database.executeSql(sql, [study, ...values])).rows;
  return {
    keep: async (chunk, lines) => {
      await rowsOf(
        'INSERT INTO percuta.study_result (study, chunk, lines) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        chunk,
        chunkText(key(chunk), lines),
      );
    },
    present: async () => {
      const rows = await rowsOf('SELECT chunk FROM percuta.study_result WHERE study = $1');
      return new Set(rows.map((row) => Number(field(row, 'chunk'))));
    },
    read: async (chunk) => {
      const [row] = await rowsOf(
        'SELECT lines FROM percuta.study_result WHERE study = $1 AND chunk = $2',
        chunk,
      );
      if (row === undefined) return undefined;
      const text = String(field(row, 'lines'));
      const lines = linesOfChunk(key(chunk), text);
      if (lines?.length === inputs(chunk).length) return lines;
      // Only what was read: another may have kept a whole one since.
      await rowsOf(removal, chunk, text);
      return undefined;
    },
  };
};
