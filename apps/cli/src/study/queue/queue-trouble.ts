import { BadInput } from '@percuta/engine';
import { withoutPassword } from './queue-url.ts';

interface Trouble {
  readonly problem: string;
  readonly remedy: string;
}

const trouble = (problem: string, remedy: string): Trouble => ({ problem, remedy });

const login = trouble(
  'does not let this user in',
  'put the right user and password into the URL, its special characters by number: @ is %40, : is %3A, / is %2F',
);
const refused = trouble('cannot be reached', 'check host and port, and that PostgreSQL runs there');
const silent = trouble(
  'cannot be reached',
  'check host and port, and that nothing between here and there blocks them',
);
const mute = trouble(
  'has stopped answering',
  'see that PostgreSQL runs there, and that nothing between here and there blocks it',
);
const unknownHost = trouble('cannot be reached', 'check the name of the host');
const lost = trouble('was lost', 'see that PostgreSQL runs there');
const otherVersion = trouble(
  'holds tables of another version of the queue',
  'run the same version on every machine, or name an empty database; what is in the folder stays',
);
const rights = trouble(
  'does not let this user make or change the tables of the queue',
  'let its owner GRANT CREATE ON DATABASE to the user, or name a database that the user owns',
);

/** Codes of PostgreSQL (five characters) and of the system. */
const troubles: Readonly<Record<string, Trouble>> = {
  '28000': login,
  '28P01': login,
  '3D000': trouble('has no database of that name', 'create it, or name another at the end of the URL'),
  '25006': trouble('is a server that only reads', 'name the server that it follows'),
  '42501': rights,
  '42P01': otherVersion,
  '42703': otherVersion,
  '42704': otherVersion,
  '42804': otherVersion,
  '42883': otherVersion,
  '42P10': otherVersion,
  '3F000': otherVersion,
  '53100': trouble('is on a disk that is full', 'make room there'),
  '53300': trouble('has no connection left', 'stop others that use it, or raise its max_connections'),
  '57P01': lost,
  '57P02': lost,
  '57P03': trouble('is starting or stopping', 'wait until it is up'),
  ECONNREFUSED: refused,
  ECONNRESET: lost,
  EPIPE: lost,
  EAI_AGAIN: unknownHost,
  ENOTFOUND: unknownHost,
  EHOSTUNREACH: silent,
  ENETUNREACH: silent,
  ETIMEDOUT: silent,
};

/** What the driver says without a code. */
const sayings: readonly (readonly [RegExp, Trouble])[] = [
  [/password must be a|URI malformed/, login],
  [/SSL/, trouble('does not agree on encryption', 'add ?sslmode=disable or ?sslmode=require to the URL')],
  [/Query read timeout/, mute],
  [/timeout/, silent],
  [/pg-boss schema|not installed/, otherVersion],
  [/terminated|connection error|not queryable/, lost],
];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A refused connection is an AggregateError without a message: one error for each address tried. */
const causesOf = (error: unknown): readonly unknown[] =>
  error instanceof AggregateError ? error.errors : [error];

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

const troubleOf = (error: unknown): Trouble => {
  const [first] = causesOf(error);
  const saying = sayings.find(([text]) => text.test(messageOf(first)));
  const other = trouble('cannot be used', 'check the URL, and that a PostgreSQL answers there');
  return troubles[codeOf(first)] ?? saying?.[1] ?? other;
};

/** An error of the queue, as one about its flag that says what to do; `kept` tells what is not lost. */
export const queueTrouble = (url: string, error: unknown, kept: string): BadInput => {
  const { problem, remedy } = troubleOf(error);
  const messages = [...new Set(causesOf(error).map(messageOf))].join(', ');
  return new BadInput([
    {
      path: '--queue',
      given: withoutPassword(url),
      problem: `${problem}: ${messages}`,
      remedy: `${remedy}; ${kept}, and the same command goes on`,
    },
  ]);
};
