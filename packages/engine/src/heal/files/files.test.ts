import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { heal } from '../heal.ts';
import { healParameters } from '../heal-stage.ts';
import { speciesIds } from '../species/species.ts';
import { courseCsv, depthCsv } from './csv.ts';
import { vtr } from './vtr.ts';
import { oneSession } from '../testing/one-session.ts';

const p = { ...centralValues(healParameters), N_r: 6 };
const healing = heal(
  oneSession(p, {
    depths: Float64Array.of(0, toSI(0.2, 'mm'), toSI(1, 'mm')),
    gapRadii: Float64Array.of(toSI(60, 'um'), toSI(40, 'um')),
    pierced: Float64Array.of(1, 0.5),
    gapAtJunction: toSI(60, 'um'),
    duration: toSI(2, 'days'),
  }),
  p,
  { keepsFields: true },
);

/** Reads a VTK XML file by its elements, not by where they stand. */
const arraysOf = (text: string): Map<string, number[]> =>
  new Map(
    Array.from(
      text.matchAll(/<DataArray [^>]*Name="([^"]*)"[^>]*>([^<]*)<\/DataArray>/g),
      ([, name, body]) => [name, body.split(' ').map(Number)],
    ),
  );

test('a .vtr file read back gives the grid and the field', () => {
  const index = healing.times.length - 1;
  const text = vtr(healing, index);
  const arrays = arraysOf(text);
  const extent = /WholeExtent="0 (\d+) 0 (\d+) 0 0"/.exec(text)?.slice(1).map(Number);
  expect(extent).toEqual([6, 2]);
  expect(arrays.get('distance (mm)')).toHaveLength(7);
  expect(arrays.get('depth (mm)')).toEqual([0, 0.2, 1]);
  expect(arrays.get('TimeValue')).toEqual([2]);
  for (const [s, id] of speciesIds.entries()) {
    const cells = arrays.get(id) ?? [];
    expect(cells).toHaveLength(12);
    cells.forEach((value, place) => {
      const field = healing.fields?.[index].values[place * speciesIds.length + s] ?? NaN;
      expect(Math.abs(value - field)).toBeLessThanOrEqual(1e-7 * Math.abs(field));
    });
  }
  expect(() => vtr({ ...healing, fields: undefined }, 0)).toThrow(/no field was kept/);
});

test('CSV: a line for each time, or for each time and layer', () => {
  const lines = courseCsv(healing).trim().split('\n');
  expect(lines).toHaveLength(healing.times.length + 1);
  expect(lines[0].split(',').slice(0, 3)).toEqual(['time (days)', 'B', 'Pg']);
  const deep = depthCsv(healing).trim().split('\n');
  expect(deep).toHaveLength(2 * healing.times.length + 1);
  expect(deep[2].split(',').slice(0, 3)).toEqual(['0', '0.2', '1']);
  expect(Number(deep[1].split(',')[3])).toBeCloseTo(healing.means.B[0], 7);
});
