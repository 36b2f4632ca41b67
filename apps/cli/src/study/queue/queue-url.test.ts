import { expect, test } from 'vitest';
import { isPostgresUrl, withoutPassword } from './queue-url.ts';

test.each([
  ['postgres://percuta:secret@db.example:5432/studies', 'postgres://percuta:…@db.example:5432/studies'],
  ['postgresql://db.example/studies', 'postgresql://db.example/studies'],
  ['postgres://percuta@db.example/studies', 'postgres://percuta@db.example/studies'],
  ['postgres://u:se:cret@host/db', 'postgres://u:…@host/db'],
  ['postgres://u:se@cret@host/db', 'postgres://u:…@host/db'],
  ['postgres://u:se%2Fcret@[::1]:5433/db', 'postgres://u:…@[::1]:5433/db'],
  ['postgres://host/db?password=secret', 'postgres://host/db?…'],
  ['postgres:///db?host=%2Fvar%2Frun&password=secret', 'postgres:///db?…'],
])('%s is a queue, shown without its password', (url, shown) => {
  expect(isPostgresUrl(url)).toBe(true);
  expect(withoutPassword(url)).toBe(shown);
});

test.each([
  'postgres://u:se/cret@host/db',
  'postgres://u:1/cret@host/db',
  'postgres://u:se#cret@host/db',
  'postgres://u:se?cret@host/db',
  'postgres://u:secret@host:99999/db',
  'u:secret@host/db',
  'host=db.example password=secret',
  'redis://u:secret@host',
  'postgres://u:se cret@ho st/db',
  '',
])('%s is none, and shows nothing that may be a password', (text) => {
  expect(isPostgresUrl(text)).toBe(false);
  expect(withoutPassword(text)).not.toMatch(/cret|se\b/);
});
