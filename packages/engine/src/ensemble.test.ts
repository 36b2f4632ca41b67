import { calibration } from '@percuta/evidence';
import { correlation, log, mean, normalQuantile } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { centralDraw, drawEnsemble, drawHeatValues, healValues, stages } from './ensemble.ts';
import { heatStage } from './heat/heat-stage.ts';
import { parameterNames } from './stage.ts';
import { problemsOf } from './testing/problems.ts';

const ensemble = drawEnsemble(256, 11);
const columnOf = (name: string): Float64Array => {
  const column = ensemble.columns.get(name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
};

test('every parameter that has a spread is a column, every other is constant', () => {
  const drawn = stages
    .flatMap((stage) => parameterNames(stage))
    .filter(([, { spread }]) => spread.kind !== 'fixed')
    .map(([name]) => name);
  const ranks = ['stratumCorneum', 'epidermis', 'dermis', 'fat'].map((layer) => `rank.${layer}`);
  expect([...ensemble.columns.keys()].sort()).toEqual([...ranks, ...drawn].sort());
});

test('draws carry what the columns hold, and the one value of what is fixed', () => {
  ensemble.draws.forEach((draw, i) => {
    expect(draw.puncture.gap).toBe(columnOf('puncture.gap')[i]);
    expect(draw.ranks.dermis).toBe(columnOf('rank.dermis')[i]);
    expect(draw.puncture.fastestRate).toBe(4000);
  });
});

test('every value of every draw is a finite number', () => {
  for (const { ranks, skin, device, puncture, safety } of ensemble.draws) {
    const values = [ranks, skin, device, puncture, safety].flatMap((group) => Object.values(group));
    expect(values.every((value) => Number.isFinite(value))).toBe(true);
  }
});

test('the same seed gives the same draws, another one others', () => {
  expect(drawEnsemble(64, 3)).toEqual(drawEnsemble(64, 3));
  expect(drawEnsemble(64, 4).columns.get('puncture.gap')).not.toEqual(
    drawEnsemble(64, 3).columns.get('puncture.gap'),
  );
});

test('ranks are even over (0, 1): one draw to each interval', () => {
  const sorted = [...columnOf('rank.dermis')].sort((a, b) => a - b);
  sorted.forEach((value, i) => expect(Math.floor(value * 256)).toBe(i));
});

test('half of the draws of a lognormal lie on either side of its value', () => {
  const column = columnOf('puncture.friction');
  // Sobol points fill both halves equally; the copula of the calibration does not touch this column.
  expect(column.filter((value) => value < 5000).length).toBe(128);
});

describe('the calibration', () => {
  const { names, correlation: wanted } = calibration('puncture-support');
  const spacious = drawEnsemble(4096, 5);
  const [first, second] = [names[0] ?? '', names[1] ?? ''];
  const normalOf = (name: string): Float64Array => {
    const column = spacious.columns.get(name);
    if (column === undefined) throw new Error(`no column ${name}`);
    // Ranks to normal scores: what is left is the copula alone.
    const order = [...column.keys()].sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0));
    const scores = new Float64Array(column.length);
    order.forEach((index, rank) => {
      scores[index] = normalQuantile((rank + 0.5) / column.length);
    });
    return scores;
  };

  test('names parameters that are drawn', () => {
    for (const name of names) expect(spacious.columns.has(name)).toBe(true);
    expect(wanted.map((row) => row.length)).toEqual(names.map(() => names.length));
  });

  test('gives the columns its correlation', () => {
    names.forEach((a, i) =>
      names.forEach((b, j) => {
        // 4096 points of a quasi-random sequence: the sampling error of independent ones is 1.6 %, three of it.
        expect(Math.abs(correlation(normalOf(a), normalOf(b)) - (wanted[i]?.[j] ?? Number.NaN))).toBeLessThan(
          0.05,
        );
      }),
    );
  });

  test('leaves every other column uncorrelated with them', () => {
    for (const other of ['puncture.friction', 'puncture.gap', 'rank.dermis']) {
      expect(Math.abs(correlation(normalOf(first), normalOf(other)))).toBeLessThan(0.05);
      expect(Math.abs(correlation(normalOf(second), normalOf(other)))).toBeLessThan(0.05);
    }
  });

  test('keeps the medians', () => {
    const logs = Float64Array.from(spacious.columns.get('puncture.plateSupport') ?? [], log);
    const sorted = logs.sort();
    const median = ((sorted[2047] ?? 0) + (sorted[2048] ?? 0)) / 2;
    // 1.25 sd/sqrt(4096) of a log-spread below one.
    expect(Math.abs(median - log(centralDraw().puncture.plateSupport))).toBeLessThan(0.04);
  });
});

describe('overrides', () => {
  const fixed = drawEnsemble(64, 11, { 'puncture.gap': '50 um', 'skin.withinShare': '55 %' });

  test('fix their parameter in every draw and take its column away', () => {
    expect(fixed.columns.has('puncture.gap')).toBe(false);
    for (const { puncture, skin } of fixed.draws) {
      expect([puncture.gap, skin.withinShare]).toEqual([50e-6, 0.55]);
    }
    expect(centralDraw({ 'puncture.gap': '50 um' }).puncture.gap).toBe(50e-6);
  });

  test('leave every other column as it was', () => {
    const plain = drawEnsemble(64, 11);
    for (const [name, column] of fixed.columns) expect(column).toEqual(plain.columns.get(name));
  });

  test('may name what has no spread', () => {
    expect(drawEnsemble(2, 1, { 'puncture.fastestRate': '100 1/s' }).draws[1]?.puncture.fastestRate).toBe(
      100,
    );
  });

  test('of unknown parameters and of wrong dimensions are refused, all at once', () => {
    const problems = problemsOf(() =>
      drawEnsemble(2, 1, { 'puncture.gapp': '50 um', 'puncture.gap': '50 ms', 'rank.dermis': '0.5' }),
    );
    expect(problems.map(({ path }) => path)).toEqual(['puncture.gapp', 'puncture.gap', 'rank.dermis']);
    expect(problems[0]).toMatchObject({ given: '50 um', problem: 'is not a parameter' });
    expect(problems[1]?.problem).toContain('is a time, expected a length');
    expect(problemsOf(() => centralDraw({ nothing: '1' }))).toHaveLength(1);
  });
});

const text = (value: number, unit: string) => (unit === '1' ? `${value}` : `${value} ${unit}`);
const accepts = (name: string, value: string) => () => centralDraw({ [name]: value });

describe('how far an override may go', () => {
  const all = stages.flatMap((stage) => parameterNames(stage));
  const free = all.filter(([name]) => !name.startsWith('safety.'));
  const bounded = free.flatMap(([name, { unit, spread }]) =>
    spread.kind === 'triangular' || spread.kind === 'uniform' ? [{ name, unit, ...spread }] : [],
  );
  const lognormal = free.filter(([, { spread }]) => spread.kind === 'lognormal');

  test.each(all.filter(([name]) => name.startsWith('safety.')))(
    '%s is an allowance: not at all',
    (name, it) => {
      for (const value of [it.value, 2 * it.value]) {
        expect(problemsOf(accepts(name, text(value, it.unit)))).toMatchObject([
          { path: name, problem: expect.stringContaining('limits are changed in the case') },
        ]);
      }
    },
  );

  test.each(bounded)('$name: from $low to $high $unit, ends included', ({ name, unit, low, high }) => {
    for (const value of [low, high]) expect(accepts(name, text(value, unit))).not.toThrow();
    const beyond = 0.01 * (high - low);
    for (const value of [low - beyond, high + beyond]) {
      const [problem, ...others] = problemsOf(accepts(name, text(value, unit)));
      expect(problem).toMatchObject({ path: name, given: text(value, unit) });
      expect(problem?.problem).toBe(`has to be ${low} to ${text(high, unit)}`);
      expect(others).toEqual([]);
      expect(accepts(name, text(value, unit))).toThrow(name);
    }
  });

  test.each(lognormal)('%s: anything above 0', (name, { value, unit }) => {
    for (const far of [value / 1000, 1000 * value]) expect(accepts(name, text(far, unit))).not.toThrow();
    for (const none of [0, -value]) {
      expect(problemsOf(accepts(name, text(none, unit)))).toMatchObject([
        { path: name, problem: 'has to be above 0' },
      ]);
    }
  });

  test.each(lognormal)('%s: not a thousand times beyond what is likely', (name, { unit, spread }) => {
    if (spread.kind !== 'lognormal') return;
    for (const far of [spread.low / 1001, spread.high * 1001]) {
      expect(problemsOf(accepts(name, text(far, unit)))).toMatchObject([
        { path: name, problem: expect.stringContaining('has to be ') },
      ]);
    }
  });

  test('a constant of healing out of all proportion is refused at once, by name and range', () => {
    expect(() => healValues({ 'heal.r_F': '1e300 1/d' })).toThrow('heal.r_F: has to be 0.0005 to 1100 1/d');
    expect(() => healValues({ 'heal.N_r': '1e9' })).toThrow('heal.N_r');
    expect(() => healValues({ 'heal.N_r': '2.5' })).toThrow('a whole number from 2 to 1024');
    expect(() => healValues({ 'heal.n_layers': '0' })).toThrow('a whole number from 1 to 256');
    expect(() => healValues({ 'heal.y_E': '0' })).toThrow('heal.y_E');
    expect(() => healValues({ 'heal.g_lin': '350' })).toThrow('heal.g_lin');
    expect(healValues({ 'heal.N_r': '40' }).N_r).toBe(40);
  });

  test('every kind of spread was met', () => {
    expect(Math.min(bounded.length, lognormal.length)).toBeGreaterThan(5);
    expect(new Set(free.map(([, { spread }]) => spread.kind))).toEqual(
      new Set(['fixed', 'lognormal', 'triangular', 'uniform']),
    );
  });
});

test('the central draw stands in the middle of the ensemble', () => {
  const { device, ranks } = centralDraw();
  expect(ranks).toEqual({ stratumCorneum: 0.5, epidermis: 0.5, dermis: 0.5, fat: 0.5 });
  const logs = Float64Array.from(columnOf('device.handSpeed'), log);
  // The two sides of the lognormal differ by a tenth in ln.
  expect(Math.abs(mean(logs) - log(device.handSpeed))).toBeLessThan(0.05);
});

test('draws of heat are temperatures where they are said to be in degrees Celsius', () => {
  const { value, spread } = heatStage.parameters.airTemperature;
  const drawn = drawHeatValues(64, 1, {}).map(({ airTemperature }) => airTemperature - 273.15);
  expect(spread.kind).not.toBe('fixed');
  expect(Math.min(...drawn)).toBeLessThan(value);
  expect(Math.max(...drawn)).toBeGreaterThan(value);
  for (const one of drawn) expect(Math.abs(one - value)).toBeLessThan(20);
});

test('what a run sets of heat is the same in all draws and moves no other', () => {
  const free = drawHeatValues(8, 1, {});
  const set = drawHeatValues(8, 1, { 'heat.airTemperature': '24 °C' });
  for (const { airTemperature } of set) expect(airTemperature).toBeCloseTo(297.15, 9);
  expect(set.map((one) => ({ ...one, airTemperature: 0 }))).toEqual(
    free.map((one) => ({ ...one, airTemperature: 0 })),
  );
});
