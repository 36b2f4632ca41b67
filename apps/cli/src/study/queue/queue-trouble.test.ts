import { expect, test } from 'vitest';
import { queueTrouble } from './queue-trouble.ts';

const failure = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test.each([
  [failure('password authentication failed for user "u"', '28P01'), 'user and password'],
  [failure('SASL: client password must be a string'), 'user and password'],
  [failure('database "x" does not exist', '3D000'), 'create it'],
  [failure('permission denied for database x', '42501'), 'GRANT CREATE'],
  [failure('column "chunk" does not exist', '42703'), 'same version on every machine'],
  [failure('Cannot migrate pg-boss schema from version 3'), 'same version on every machine'],
  [failure('getaddrinfo ENOTFOUND x', 'ENOTFOUND'), 'name of the host'],
  [new AggregateError([failure('connect ECONNREFUSED ::1', 'ECONNREFUSED')]), 'PostgreSQL runs there'],
  [failure('timeout expired'), 'blocks them'],
  [failure('Query read timeout'), 'has stopped answering'],
  [failure('terminating connection', '57P01'), 'was lost'],
  [failure('Connection terminated unexpectedly'), 'was lost'],
  [failure('The server does not support SSL connections'), 'sslmode'],
  [failure('something else'), 'check the URL'],
])('%s says what to do, what is kept, and no password', (error, expected) => {
  const { message, problems } = queueTrouble(
    'postgres://u:secret@host/x',
    error,
    '3 of 12 chunks are kept in out',
  );
  expect(problems).toHaveLength(1);
  expect(message).toContain('--queue: ');
  expect(message).toContain(expected);
  expect(message).toContain('(given: postgres://u:…@host/x)');
  expect(message).toContain('3 of 12 chunks are kept in out, and the same command goes on');
  expect(message).not.toContain('secret');
});

test('two addresses that refuse are told once each', () => {
  const both = ['::1', '127.0.0.1'].map((host) => failure(`connect ECONNREFUSED ${host}`, 'ECONNREFUSED'));
  const { message } = queueTrouble('postgres://host/x', new AggregateError(both), 'nothing was lost');
  expect(message).toContain(
    'cannot be reached: connect ECONNREFUSED ::1, connect ECONNREFUSED 127.0.0.1 (given',
  );
});
