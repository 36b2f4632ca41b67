import { describe, expect, test } from 'vitest';
import { evaluate, fill } from './fill.ts';
import { validateHeat } from './validate-heat.ts';

describe('places of a document', () => {
  test('hold sums of draws, in the unit of the first term', () => {
    const values = { half: '10 mm', set: 'henriques-burn' };
    expect(evaluate('5 cm + 2 * half', values)).toEqual({ value: expect.closeTo(0.07, 12), unit: 'cm' });
    expect(fill({ at: ['{half - 1 mm}'], kinetics: '{set}', kept: 'half' }, values)).toEqual({
      at: ['9 mm'],
      kinetics: 'henriques-burn',
      kept: 'half',
    });
    expect(() => evaluate('2 * other', values)).toThrow('"other" is not drawn');
  });
});

/** A slab of 63 K between its plates: halfway it is at 68.5 °C whatever its thickness. */
const slab = (measured: number) => ({
  kind: 'percuta heat measurements',
  version: 1,
  title: 'a slab',
  records: [
    {
      id: 'X-1',
      source: 'of the user',
      locator: 'table 1',
      tissue: 'slab',
      settings: {},
      measured: [{ quantity: 'temperature', kind: 'numeric', value: measured, unit: 'C' }],
      grade: 'A',
      read: 'full text',
      use: 'validation',
      sampled: ['hot side 99 to 101 °C'],
      output: 'temperature in the middle',
    },
  ],
  cases: [
    {
      id: 'slab',
      study: 'of the user',
      prior: 'as sampled',
      draws: { hot: { from: '99 °C', to: '101 °C' }, thick: { from: '1 mm', to: '2 mm' } },
      document: {
        kind: 'percuta heat problem',
        version: 1,
        title: 'slab',
        domain: {
          kind: 'line',
          metric: 'slab',
          from: '0 mm',
          to: '{thick}',
          sides: { start: { thermal: { fixed: '{hot}' } }, end: { thermal: { fixed: '37 °C' } } },
        },
        materials: { skin: { like: 'dermis' } },
        layers: [{ material: 'skin' }],
        end: 'steady',
        outputs: { probes: [{ name: 'middle', at: { z: '{0.5 * thick}' } }] },
      },
      runs: { one: {} },
      predicts: [{ record: 'X-1', is: { run: 'one', probe: 'middle' } }],
    },
  ],
});

describe('a record with a case', () => {
  test('is inside the bands that hold it, and they are as wide as the prior', () => {
    const { comparisons, coverage } = validateHeat(slab(68.6), { draws: 8, seed: 3 });
    const [found] = comparisons;
    expect(found?.median).toBeGreaterThan(67);
    expect(found?.median).toBeLessThan(69);
    const widest = found?.bands.at(-1);
    expect((widest?.high ?? NaN) - (widest?.low ?? NaN)).toBeGreaterThan(0.6);
    expect((widest?.high ?? NaN) - (widest?.low ?? NaN)).toBeLessThan(1);
    expect(coverage.map(({ of }) => of)).toEqual([1, 1, 1]);
  });

  test('is outside where it is far', () => {
    const { coverage } = validateHeat(slab(80), { draws: 4, seed: 3 });
    expect(coverage.map(({ inside }) => inside)).toEqual([0, 0, 0]);
  });
});

const when = (probe: string, reaches: string) => ({ run: 'one', probe, when: { probe: 'third', reaches } });

describe('measures of a run', () => {
  const { cases, ...rest } = slab(68.6);
  const warming = (is: unknown) => ({
    ...rest,
    cases: cases.map((given) => ({
      ...given,
      predicts: [{ record: 'X-1', is }],
      document: {
        ...given.document,
        domain: { ...given.document.domain, grid: { finest: '0.25 mm' } },
        end: { at: '4 s' },
        step: '0.1 s',
        outputs: {
          probes: [
            { name: 'middle', at: { z: '{0.5 * thick}' } },
            { name: 'third', at: { z: '{0.75 * thick}' } },
          ],
        },
      },
    })),
  });
  const of = (is: unknown) => validateHeat(warming(is), { draws: 2, seed: 1 }).comparisons[0];

  test('a probe at the moment another one passes a level lies between its values before and after', () => {
    expect(of(when('third', '45 °C'))?.median).toBeCloseTo(45, 2);
    // Farther from the hot side it is always colder.
    expect(of(when('middle', '45 °C'))?.median).toBeGreaterThan(45);
  });

  test('the greatest value of a course that rises is its last', () => {
    expect(of({ run: 'one', greatest: 'middle' })?.median).toBe(of({ run: 'one', probe: 'middle' })?.median);
  });

  test('a level that is never reached is told, not counted', () => {
    expect(of(when('middle', '99 °C'))).toMatchObject({
      draws: 0,
      refused: 2,
      because: expect.stringContaining('not reached'),
    });
    expect(of({ run: 'one', first: 'third', reaches: '99 °C' })).toMatchObject({ draws: 0, refused: 2 });
  });
});
