import { dimensionOf } from '@percuta/quantity';
import { describe, expect, test } from 'vitest';
import { outputIds } from './measurement-file.ts';
import { outputNamed, outputs } from './outputs.ts';

test.each([
  ['insertion depth', 'insertion_depth'],
  ['in-skin depth, human forearm-type site in vivo, OCT', 'insertion_depth'],
  ['residual channel depth', 'open_depth'],
  ['visible/residual channel depth after removal', 'open_depth'],
  ['OCT-visible micropore depth after RF needles', 'open_depth'],
  ['buried fraction of nominal length', 'buried_fraction'],
  ['share of needle length', 'buried_fraction'],
  ['initiation force, tip 37 um', 'initiation_force'],
  ['insertion force range, human subjects', 'initiation_force'],
  ['force per needle at 0.5 mm/s', 'penetration_force'],
  ['penetration pressure vs punch diameter, human in vivo', 'penetration_pressure'],
  ['share of tips that penetrated', 'fraction_puncturing'],
  ['penetration efficiency', 'fraction_puncturing'],
  ['pore diameter', 'channel_diameter'],
  ['channel width at the surface', 'channel_diameter'],
  ['tip speed', 'insertion_speed'],
  ['dwell', 'time_in_skin'],
  ['time in the skin', 'time_in_skin'],
  ['claimed punctures per second', 'puncture_rate'],
  ['pen puncture rate (arithmetic)', 'puncture_rate'],
  ['holes per pass', 'holes_per_pass'],
  ['hole density', 'hole_density'],
  ['micropores /cm2', 'hole_density'],
  ['distance to the nearest hole', 'nearest_neighbour'],
  ['surface covered', 'covered_share'],
  ['bleeding points', 'bleeding_share'],
])('"%s" is %s', (quantity, output) => {
  expect(outputNamed(quantity)).toBe(output);
  expect(outputNamed(quantity.toUpperCase())).toBe(output);
});

test.each([
  'colour of the cartridge',
  'calcein pore closure time, 370 um roller',
  'transepidermal water loss recovery time',
  'RF thermal zone depth',
  'pain ratio for 3x length',
  'blood volume vs lancet depth and diameter',
  'force reduction by vibration',
  'characteristic fracture energy',
  'largest depth difference membrane against skin, as share of needle length',
  '',
])('"%s" is no result of the model', (quantity) => {
  expect(outputNamed(quantity)).toBeUndefined();
});

describe('outputs', () => {
  test('are those a file may name, each in a unit there is', () => {
    expect(Object.keys(outputs).sort()).toEqual([...outputIds].sort());
    for (const { unit } of Object.values(outputs)) expect(dimensionOf(unit)).toMatch(/\S/);
  });
});
