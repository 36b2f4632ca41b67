import { join } from 'node:path';
import { BadInput } from '@percuta/engine';
import type { ConstructorOptions, PgBoss } from 'pg-boss';

/** Runs one statement with values, or several without. */
export type Database = ReturnType<PgBoss['getDb']>;

/** A job queue with the database it stands in. */
export interface Boss {
  readonly jobs: PgBoss;
  readonly database: Database;
  /** Nobody else can reach this database. */
  readonly isEmbedded: boolean;
  readonly close: () => Promise<void>;
}

/** Stands for a database in the folder of results, in place of a server's URL. */
export const embedded = 'embedded';

/** The shortest pause between signs of life that pg-boss takes as alive, s. */
export const heartbeat = 10;

const settings = {
  schema: 'percuta_jobs',
  // How often the jobs of dead workers are looked for, s.
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  schedule: false,
} as const satisfies ConstructorOptions;

const withoutPassword = (url: string): string => url.replace(/:[^:@/]*@/, ':…@');

const refusal = (url: string, problem: string, remedy: string): BadInput =>
  new BadInput([{ path: '--queue', given: withoutPassword(url), problem, remedy }]);

const messageOf = (error: unknown): string => {
  // A refused connection is an AggregateError without a message: one error for each address tried.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
};

/** pg-boss goes on after an error of its own; what matters to a study fails at the call. */
const ignore = (): void => undefined;

const openEmbedded = async (folder: string): Promise<Boss> => {
  const [{ PgBoss, fromPglite }, { PGlite }] = await Promise.all([
    import('pg-boss'),
    import('@electric-sql/pglite'),
  ]);
  const pglite = await PGlite.create(join(folder, 'queue'));
  const jobs = new PgBoss({ ...settings, backend: 'pglite', db: fromPglite(pglite) });
  jobs.on('error', ignore);
  await jobs.start();
  return {
    jobs,
    database: jobs.getDb(),
    isEmbedded: true,
    close: async () => {
      await jobs.stop({ graceful: false });
      await pglite.close();
    },
  };
};

const openServer = async (url: string): Promise<Boss> => {
  const { PgBoss } = await import('pg-boss');
  const jobs = new PgBoss({ ...settings, connectionString: url, connectionTimeoutMillis: 10_000 });
  jobs.on('error', ignore);
  try {
    await jobs.start();
  } catch (error) {
    await jobs.stop({ graceful: false }).catch(ignore);
    throw refusal(
      url,
      `cannot be reached: ${messageOf(error)}`,
      'check the URL and that PostgreSQL runs; nothing was lost, and the same command goes on',
    );
  }
  return {
    jobs,
    database: jobs.getDb(),
    isEmbedded: false,
    close: () => jobs.stop({ graceful: false }),
  };
};

/**
 * Opens the queue at a PostgreSQL URL, or an embedded one in a folder that this process has locked. Throws BadInput
 * for another URL and when the server cannot be reached.
 */
export const openBoss = async (url: string, folder: string): Promise<Boss> => {
  if (url === embedded) return openEmbedded(folder);
  if (/^postgres(ql)?:\/\//.test(url)) return openServer(url);
  throw refusal(url, 'is no queue', `give postgres://user:password@host/database, or ${embedded}`);
};
