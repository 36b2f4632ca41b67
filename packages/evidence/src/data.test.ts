import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import healing from '../data/references/healing.json' with { type: 'json' };
import heat from '../data/references/heat.json' with { type: 'json' };
import mechanics from '../data/references/mechanics.json' with { type: 'json' };
import puncture from '../data/references/puncture.json' with { type: 'json' };
import { isReferenceKey, references } from './provenance/reference.ts';

const data = new URL('../data/', import.meta.url);

/** Keys under which a data file names a reference. */
const naming = new Set(['source', 'sources', 'share_sources', 'conflicts_with', 'key']);

function keysNamed(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return naming.has(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => keysNamed(entry, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => keysNamed(entry, key));
}

const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.json') && !path.startsWith('references'),
);
const textOf = (path: string) => readFileSync(new URL(path, data), 'utf8');
const used = new Set(files.flatMap((path) => keysNamed(JSON.parse(textOf(path)))));

/** Read for the atlas and the lesions, which took no number from them. */
const background = ['cutolo2024', 'olsen1995', 'scar_stereo2021'];

test('every reference named in the data exists', () => {
  expect([...used].filter((key) => !isReferenceKey(key))).toEqual([]);
});

test('every reference is named in the data, serves a model or is listed as background', () => {
  const models = [puncture, mechanics, heat, healing].flatMap((file) => Object.keys(file));
  const known = new Set([...used, ...models, ...background]);
  expect(Object.keys(references()).filter((key) => !known.has(key))).toEqual([]);
  expect(background.filter((key) => used.has(key))).toEqual([]);
});

test.each(files)('%s holds no null: what is not known is left out or "unknown"', (path) => {
  expect(textOf(path)).not.toMatch(/\bnull\b/);
});
