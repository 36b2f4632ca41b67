import { caseSchema, heatProblemSchema, protocolSchema } from '@percuta/engine';
import { deviceSheetSchema } from '@percuta/evidence';
import { z } from 'zod';
import { expect, test } from 'vitest';
import words from '../words.en.json' with { type: 'json' };
import { settingParts, unitOf } from './setting-name.ts';

const propertiesIn = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(propertiesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = Object.entries(node).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(propertiesIn)]
      : propertiesIn(value),
  );
  return own;
};

const schemas = { caseSchema, heatProblemSchema, protocolSchema, deviceSheetSchema };

test.each(Object.entries(schemas))('every setting of %s has a word in the catalogue', (_, schema) => {
  const names = propertiesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  expect(names.length).toBeGreaterThan(15);
  const known = new Set([...Object.keys(words.field), 'kind', 'version']);
  expect([...new Set(names)].filter((name) => !known.has(name))).toEqual([]);
});

test('a path is read part by part, list entries counted from one', () => {
  expect(settingParts('generator.channels[0].control.voltage')).toEqual([
    { key: 'channels', numbers: [1] },
    { key: 'control', numbers: [] },
    { key: 'voltage', numbers: [] },
  ]);
  expect(settingParts('initial')).toEqual([{ key: 'initial', numbers: [] }]);
  expect(settingParts('layers[1].material')).toEqual([
    { key: 'layers', numbers: [2] },
    { key: 'material', numbers: [] },
  ]);
});

test('the unit is that of the text, and a bare number or a word has none', () => {
  expect(unitOf('50 V')).toBe('V');
  expect(unitOf('3.1e98 1/s')).toBe('1/s');
  expect(unitOf('-4.5 mm')).toBe('mm');
  expect(unitOf('2')).toBeUndefined();
  expect(unitOf('3 needles and a plate')).toBeUndefined();
  expect(unitOf('epidermis')).toBeUndefined();
});
