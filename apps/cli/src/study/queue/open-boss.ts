import { join } from 'node:path';
import { BadInput } from '@percuta/engine';
import { queueTrouble } from './queue-trouble.ts';
import { isPostgresUrl, withoutPassword } from './queue-url.ts';
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

/** How long a server may take to let in, and to answer, ms; no statement of a queue takes a hundredth of it. */
const usualPatience = { connectionTimeoutMillis: 10_000, query_timeout: 30_000 };

type Patience = typeof usualPatience;

/** pg-boss goes on after an error of its own; what matters to a study fails at the call. */
const ignore = (): void => undefined;

const unusable = (place: string, error: unknown): BadInput =>
  new BadInput([
    {
      path: `--queue ${embedded}`,
      given: place,
      problem: `cannot be opened: ${error instanceof Error ? error.message : 'it holds no database'}`,
      remedy: 'remove it: the finished chunks lie beside it, and the same command goes on from them',
    },
  ]);

const openEmbedded = async (folder: string): Promise<Boss> => {
  const [{ PgBoss, fromPglite }, { PGlite }] = await Promise.all([
    import('pg-boss'),
    import('@electric-sql/pglite'),
  ]);
  const place = join(folder, 'queue');
  const pglite = await PGlite.create(place).catch((error: unknown) => {
    throw unusable(place, error);
  });
  const jobs = new PgBoss({ ...settings, backend: 'pglite', db: fromPglite(pglite) });
  jobs.on('error', ignore);
  await jobs.start().catch((error: unknown) => {
    throw unusable(place, error);
  });
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

const openServer = async (url: string, patience: Patience): Promise<Boss> => {
  const { PgBoss } = await import('pg-boss');
  const jobs = new PgBoss({ ...settings, connectionString: url, ...patience });
  jobs.on('error', ignore);
  try {
    await jobs.start();
  } catch (error) {
    await jobs.stop({ graceful: false }).catch(ignore);
    throw queueTrouble(url, error, 'nothing was lost');
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
 * for another URL and when the server cannot be reached or used.
 */
export const openBoss = async (url: string, folder: string, patience = usualPatience): Promise<Boss> => {
  if (url === embedded) return openEmbedded(folder);
  if (isPostgresUrl(url)) return openServer(url, patience);
  const remedy = `give postgres://user:password@host/database, special characters of the password by number (@ is %40, : is %3A, / is %2F), or ${embedded}`;
  throw new BadInput([{ path: '--queue', given: withoutPassword(url), problem: 'is no queue', remedy }]);
};
