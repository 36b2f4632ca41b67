import { describe, expect, test } from 'vitest';
import { readHeatMeasurements } from './heat-measurements.ts';
import { asInSection, shrinkageOf } from './shrinkage.ts';

const file = (measured: readonly unknown[]) =>
  readHeatMeasurements({
    kind: 'percuta heat measurements',
    version: 1,
    title: 'sections',
    records: [
      {
        id: 'S-1',
        source: 'of the user',
        locator: 'table 1',
        tissue: 'skin',
        settings: {},
        measured,
        grade: 'A',
        read: 'full text',
        use: 'correction',
      },
    ],
  });

const excess = (along: string, value: number, sd: number) => ({
  quantity: `excess of simulated over histological ${along}`,
  kind: 'numeric',
  value,
  sd,
  unit: '%',
});

describe('shrinkage of a stained section', () => {
  const sections = shrinkageOf(file([excess('depth', 21, 2), excess('width', 12, 2)]));

  test('is that of the corrections, one standard deviation either way', () => {
    expect(sections({ width: 0.5, depth: 0.5 })).toEqual({ width: 1.12, depth: 1.21 });
    const { width, depth } = sections({ width: 0.8413447, depth: 0.1586553 });
    expect(width).toBeCloseTo(1.14, 6);
    expect(depth).toBeCloseTo(1.19, 6);
  });

  test('divides each size along its own direction, and a volume along all three', () => {
    const shrinkage = { width: 1.12, depth: 1.21 };
    expect(asInSection(1.12, 'width', shrinkage)).toBeCloseTo(1, 12);
    expect(asInSection(1.12, 'breadth', shrinkage)).toBeCloseTo(1, 12);
    expect(asInSection(1.21, 'length', shrinkage)).toBeCloseTo(1, 12);
    expect(asInSection(1.12 * 1.12 * 1.21, 'volume', shrinkage)).toBeCloseTo(1, 12);
    expect(asInSection(3, 'volume', undefined)).toBe(3);
  });

  test('is refused where no record states it', () => {
    expect(() => shrinkageOf(file([excess('depth', 21, 2)]))).toThrow('excess of width');
  });
});
