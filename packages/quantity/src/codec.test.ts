import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { quantity } from './codec.ts';

const depth = quantity('length', {
  shown: 'mm',
  min: '0.1 mm',
  max: '4 mm',
  description: 'How deep the tips go',
});
const settings = z.object({ depth });

describe('decode and encode', () => {
  test('text outside, SI inside', () => {
    expect(depth.parse('1.5 mm')).toBe(0.0015);
    expect(depth.parse('1500 µm')).toBe(0.0015);
    expect(z.encode(depth, 0.0015)).toBe('1.5 mm');
    expect(z.encode(settings, settings.parse({ depth: '250 um' }))).toEqual({ depth: '0.25 mm' });
  });

  test('a bound belongs to the range, an exclusive one does not', () => {
    expect(depth.parse('4000 um')).toBe(0.004);
    const open = quantity('fraction', { shown: '%', exclusiveMin: '0 %', exclusiveMax: '1' });
    expect(open.parse('99.9 %')).toBe(0.999);
    expect(open.safeParse('0').error?.issues[0]?.message).toBe(
      '"0" is too small; it must be more than "0 %"',
    );
    expect(open.safeParse('100 %').error?.issues[0]?.message).toBe(
      '"100 %" is too large; it must be less than "1"',
    );
  });
});

describe('issues', () => {
  test('a wrong dimension', () => {
    expect(settings.safeParse({ depth: '40 ms' }).error?.issues).toEqual([
      {
        code: 'custom',
        path: ['depth'],
        message: '"40 ms" is a time, expected a length such as "1.5 mm"',
        params: {
          kind: 'quantity',
          problem: 'wrong-dimension',
          given: '40 ms',
          expected: 'length',
          min: '0.1 mm',
          max: '4 mm',
          example: '1.5 mm',
        },
      },
    ]);
  });

  test.each([
    ['5 mm', 'above-max', '"5 mm" is too large; the largest allowed is "4 mm"'],
    ['50 um', 'below-min', '"50 um" is too small; the smallest allowed is "0.1 mm"'],
    ['1.5', 'no-unit', '"1.5" has no unit; write for example "1.5 mm"'],
  ])('%s: %s', (text, problem, message) => {
    const issues = depth.safeParse(text).error?.issues;
    expect(issues).toMatchObject([{ code: 'custom', message, params: { problem, given: text } }]);
  });

  test('something that is no text', () => {
    expect(depth.safeParse(1.5).error?.issues).toMatchObject([
      { code: 'invalid_type', message: 'expected a length as text such as "1.5 mm"' },
    ]);
  });

  test('a value that its own text could not bring back is not written', () => {
    expect(z.safeEncode(depth, 0.5).error?.issues).toMatchObject([
      { message: '"500 mm" is too large; the largest allowed is "4 mm"' },
    ]);
    expect(z.safeEncode(depth, Number.NaN).success).toBe(false);
  });
});

describe('JSON Schema', () => {
  test('of the input says dimension, unit, range and example', () => {
    expect(z.toJSONSchema(depth, { io: 'input' })).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'string',
      description: 'How deep the tips go',
      'x-dimension': 'length',
      'x-unit': 'mm',
      'x-min': '0.1 mm',
      'x-max': '4 mm',
      examples: ['1.5 mm'],
    });
  });

  test('stays with the field when a caller adds to it', () => {
    const schema = z.object({ depth: depth.optional().meta({ title: 'Depth' }) });
    expect(z.toJSONSchema(schema, { io: 'input' }).properties?.['depth']).toMatchObject({
      title: 'Depth',
      'x-dimension': 'length',
      'x-min': '0.1 mm',
    });
  });

  test('of the output is the SI number', () => {
    expect(z.toJSONSchema(depth)).toMatchObject({ type: 'number', 'x-dimension': 'length', 'x-unit': 'm' });
  });
});

describe('the example', () => {
  test.each([
    [quantity('time', { shown: 'years', min: '18 years', max: '90 years' }), '54 years'],
    [quantity('time', { shown: 'ms', max: '1 s' }), '40 ms'],
    [quantity('length', { shown: 'mm', exclusiveMin: '2 mm', exclusiveMax: '2.5 mm' }), '2.25 mm'],
    [quantity('length', { shown: 'um', min: '0.5 um', max: '0.5 um' }), '0.50 um'],
  ])('lies in the range (%#)', (schema, example) => {
    expect(z.toJSONSchema(schema, { io: 'input' }).examples).toEqual([example]);
    expect(schema.safeParse(example).success).toBe(true);
  });
});

test('a schema that could never hold is refused where it is made', () => {
  expect(() => quantity('length', { shown: 'ms' })).toThrow('"ms" is no unit of a length');
  expect(() => quantity('length', { shown: 'mm', min: '3 s' })).toThrow('"3 s" is a time');
  expect(() => quantity('length', { shown: 'mm', min: '3 mm', max: '2 mm' })).toThrow(
    'no lengths lie within',
  );
});
