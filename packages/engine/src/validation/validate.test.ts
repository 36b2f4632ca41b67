import { formatQuantity } from '@percuta/quantity';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/problems.ts';
import type { Run } from '../run.ts';
import { validatePuncture, type Validation } from './validate.ts';

const run: Run = { draws: 16, seed: 3, overrides: {} };

/** A pen whose rate is known without a model: 12 needles, 100 strokes a second. */
const pen = {
  device_class: 'pen',
  site: 'forearm',
  needle_length: '1 mm',
  needle_count: 12,
  frequency: '100 Hz',
  stroke: '2.5 mm',
};
const patch = { device_class: 'patch', site: 'forearm', needle_length: '600 um', needle_count: 100 };

type Fields = Readonly<Record<string, unknown>>;

const validated = (...rows: readonly Fields[]): Validation =>
  validatePuncture({ rows: rows.map((row, i) => ({ id: `R${i + 1}`, ...row })) }, run);

const onlyCheck = (...rows: readonly Fields[]) => {
  const { checks, notScored } = validated(...rows);
  const [check] = checks;
  if (check === undefined || checks.length > 1) throw new Error(JSON.stringify({ checks, notScored }));
  return check;
};

/** The rate of the pen, predicted as 1200 1/s in every draw, against a measurement. */
const rate = (measured: Fields, more: Fields) =>
  onlyCheck({
    conditions: pen,
    measured: [{ quantity: 'puncture rate', unit: '1/s', ...measured }],
    ...more,
  });

/** Depth of the needles of a patch, um. */
const depth = (measured: Fields, more: Fields = {}) =>
  onlyCheck({
    conditions: patch,
    measured: [{ quantity: 'insertion depth', unit: 'um', ...measured }],
    ...more,
  });
const { value: median, low, high } = depth({ mean: 1 });

test('a check has the prediction, its interval, and what was assumed', () => {
  expect(rate({ mean: 1200 }, { split: 'sanity' })).toEqual({
    id: 'R1',
    row: 'R1',
    quantity: 'puncture rate',
    passed: true,
    value: 1200,
    low: 1200,
    high: 1200,
    expected: 1200,
    tolerance: 0,
    unit: '1/s',
    criterion: 'inside the predicted 5 to 95 %',
    split: 'sanity',
    assumed: [],
  });
  expect(low).toBeLessThan(median);
  expect(high).toBeGreaterThan(median);
  const bare = onlyCheck({ measured: [{ quantity: 'insertion depth', mean: 300, unit: 'um' }] });
  expect(bare.assumed).toEqual([
    'device class: patch',
    'needle length: 1 mm',
    'site: forearm',
    'needles: 121',
  ]);
  expect(bare.split).toBe('not stated');
});

const trend = (output: string, over: string, values: readonly string[], way: string) =>
  onlyCheck({
    conditions: pen,
    measured: [{ quantity: 'of no matter' }],
    acceptance: { trend: way, output, over, values },
  });

describe('acceptance', () => {
  // The measured value is the whole: 20 % of 1000 and of 1500 are 200 and 300.
  test.each([
    ['20 %', 1000, true],
    ['19.9 %', 1000, false],
    ['20 %', 1500, true],
    ['19.9 %', 1500, false],
    ['0 %', 1200, true],
  ])('within %s of %d', (within, mean, passed) => {
    expect(rate({ mean }, { acceptance: { within } }).passed).toBe(passed);
  });

  test.each([
    [39, true],
    [-39, true],
    [41, false],
    [-41, false],
  ])('within 40 um: %d um off', (off, passed) => {
    const check = depth({ mean: median + off }, { acceptance: { within: '40 um' } });
    expect(check).toMatchObject({ passed, tolerance: 40, criterion: 'predicted median within 40 um' });
    // The same in another unit.
    const inMm = { mean: (median + off) / 1000, unit: 'mm' };
    expect(depth(inMm, { acceptance: { within: '0.04 mm' } }).passed).toBe(passed);
  });

  test.each([
    ['below', '1201 1/s', true],
    ['below', '1200 1/s', false],
    ['below', '1201', true],
    ['below', '1200', false],
    ['above', '1199 1/s', true],
    ['above', '1200 1/s', false],
    ['above', '1199', true],
  ])('%s %s', (side, text, passed) => {
    expect(rate({ mean: 1 }, { acceptance: { [side]: text } })).toMatchObject({
      passed,
      expected: Number.parseFloat(text),
      criterion: `predicted median ${side} ${text}`,
    });
  });

  const step = 0.01 * (high - low);

  test.each([
    ['a value inside', { mean: low + step }, true],
    ['a value at the other end', { mean: high - step }, true],
    ['a value below', { mean: low - step }, false],
    ['a value above', { mean: high + step }, false],
    ['a range that reaches in', { mean: low - step, min: low - 2 * step, max: low + step }, true],
    ['a range that does not', { mean: low - 2 * step, min: low - 3 * step, max: low - step }, false],
    ['an upper end above the median', { max: median + step }, true],
    ['an upper end below it', { max: median - step }, false],
    ['a lower end below it', { min: median - step }, true],
    ['a lower end above it', { min: median + step }, false],
    ['less than a value above it', { value: median + step, limit: '<' }, true],
    ['less than a value below it', { value: median - step, limit: '<=' }, false],
    ['more than a value below it', { value: median - step, limit: '>' }, true],
    ['more than a value above it', { value: median + step, limit: '>=' }, false],
  ])('covers: %s', (_, measured, passed) => {
    expect(depth(measured, { acceptance: { covers: '90 %' } }).passed).toBe(passed);
    // The default.
    expect(depth(measured).passed).toBe(passed);
  });

  test.each([
    ['puncture_rate', 'rises', 'frequency', ['50 Hz', '100 Hz', '150 Hz'], 1],
    ['puncture_rate', 'falls', 'frequency', ['150 Hz', '100 Hz', '50 Hz'], 1],
    ['puncture_rate', 'falls', 'frequency', ['50 Hz', '100 Hz', '150 Hz'], 0],
    ['puncture_rate', 'rises', 'frequency', ['50 Hz', '100 Hz', '75 Hz'], 0.5],
    // What stays as it is neither rises nor falls.
    ['puncture_rate', 'rises', 'needle_length', ['0.5 mm', '1 mm'], 0],
    ['puncture_rate', 'falls', 'needle_length', ['0.5 mm', '1 mm'], 0],
    ['time_in_skin', 'falls', 'frequency', ['50 Hz', '100 Hz'], 1],
  ])('trend: %s %s with %s over %j for the share %d', (output, way, over, values, share) => {
    const check = trend(output, over, values, way);
    expect(check).toMatchObject({ passed: share === 1, value: share, expected: 1, unit: '1' });
    expect(check.low).toBeLessThanOrEqual(check.high);
  });

  test('a trend of rates tells how far they went', () => {
    expect(trend('puncture_rate', 'frequency', ['50 Hz', '150 Hz'], 'rises')).toMatchObject({
      low: 600,
      high: 1800,
    });
  });

  test('report gives the prediction and no verdict', () => {
    const { checks, notScored } = validated({
      conditions: pen,
      measured: [{ quantity: 'puncture rate', mean: 1, unit: '1/s' }],
      acceptance: { report: 'as claimed' },
    });
    expect(checks).toEqual([]);
    expect(notScored).toEqual([
      { id: 'R1', quantity: 'puncture rate', because: 'as claimed; predicted 1200 (1200 to 1200) 1/s' },
    ]);
  });

  test.each([
    ['within +/- 20 %', 1000, true],
    ['within ±19 %', 1000, false],
    ['predicted < 1201', 1, true],
    ['predicted <= 1199', 1, false],
    ['no such words', 1200, true],
    ['no such words', 1201, false],
  ])('in words: %s of %d', (score, mean, passed) => {
    expect(rate({ mean }, { score }).passed).toBe(passed);
  });

  test.each(['report only', 'not modelled', 'direction only', 'for the RF module'])(
    'in words: %s',
    (score) => {
      const row = { conditions: pen, measured: [{ quantity: 'puncture rate', mean: 1, unit: '1/s' }], score };
      expect(validated(row)).toMatchObject({ checks: [], notScored: [{ id: 'R1' }] });
    },
  );
});

describe('measurements', () => {
  const pair = [
    { quantity: 'puncture rate', mean: 1200, unit: '1/s' },
    { quantity: 'puncture rate', mean: 2400, unit: '1/s', conditions: { frequency: '200 Hz' } },
  ];

  test('of a row are numbered, each under its own conditions', () => {
    const { checks } = validated({ conditions: pen, measured: pair });
    expect(checks.map(({ id, row, value, passed }) => [id, row, value, passed])).toEqual([
      ['R1.1', 'R1', 1200, true],
      ['R1.2', 'R1', 2400, true],
    ]);
  });

  test.each([
    [
      'an unknown quantity',
      { quantity: 'colour of the cartridge', mean: 3 },
      'no result of the puncture model',
    ],
    ['one of another stage', { quantity: 'pore closure time', mean: 3, unit: 'h' }, 'no result'],
    ['words', { quantity: 'insertion depth', kind: 'categorical', outcome: 'deeper' }, 'deeper'],
    ['another dimension', { quantity: 'insertion depth', mean: 3, unit: 'N' }, 'not one of insertion_depth'],
  ])('%s is listed as not scored', (_, measured, because) => {
    const { checks, notScored } = validated(
      { conditions: pen, measured: [measured, ...pair] },
      { conditions: pen, measured: [measured] },
    );
    expect(checks.map(({ id }) => id)).toEqual(['R1.2', 'R1.3']);
    expect(notScored.map(({ id, quantity }) => [id, quantity])).toEqual([
      ['R1.1', measured.quantity],
      ['R2', measured.quantity],
    ]);
    for (const one of notScored) expect(one.because).toContain(because);
  });

  test('what the file says it is comes before its name', () => {
    const named = { quantity: 'colour of the cartridge', output: 'puncture_rate', mean: 1200, unit: '1/s' };
    expect(onlyCheck({ conditions: pen, measured: [named] }).passed).toBe(true);
  });

  test('are scored in the unit they are written in', () => {
    const inUm = depth({ mean: median });
    const inMm = depth({ mean: median / 1000, unit: 'mm' });
    expect([inMm.unit, inMm.passed]).toEqual(['mm', true]);
    expect(formatQuantity(inMm.value / 1000, 'um')).toBe(formatQuantity(inUm.value / 1e6, 'um'));
  });
});

describe('a file of another form is refused by its row', () => {
  const row = { id: 'R', conditions: pen, measured: [{ quantity: 'puncture rate', mean: 1, unit: '1/s' }] };
  const [measured] = row.measured;

  test.each([
    [{ id: '' }, 'rows[1].id'],
    [{ measured: [] }, 'rows[1].measured'],
    [{ measured: [{ mean: 1 }] }, 'rows[1].measured[0].quantity'],
    [{ measured: [{ ...measured, mean: 'one' }] }, 'rows[1].measured[0].mean'],
    [{ measured: [{ ...measured, output: 'colour' }] }, 'rows[1].measured[0].output'],
    [{ acceptance: { covers: '80 %' } }, 'rows[1].acceptance.covers'],
    [
      { acceptance: { trend: 'rises', output: 'puncture_rate', over: 'frequency', values: ['1 Hz'] } },
      'rows[1].acceptance.values',
    ],
  ])('%j', (changes, path) => {
    const problems = problemsOf(() => validatePuncture({ rows: [row, { ...row, ...changes }] }, run));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });

  test('or as a whole', () => {
    expect(problemsOf(() => validatePuncture({ rows: [] }, run))).toMatchObject([{ path: 'rows' }]);
    expect(problemsOf(() => validatePuncture({ kind: 'percuta case', rows: [row] }, run))).toMatchObject([
      { path: 'kind' },
    ]);
  });
});

test('the same file, seed and draws give the same numbers, another seed others', () => {
  const file = {
    rows: [{ id: 'R', conditions: patch, measured: [{ quantity: 'depth', mean: 1, unit: 'um' }] }],
  };
  expect(validatePuncture(file, run)).toEqual(validatePuncture(file, run));
  expect(validatePuncture(file, { ...run, seed: 4 })).not.toEqual(validatePuncture(file, run));
});
