import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import type { Electrode, Metal, Needle, Shape } from '../heat-problem.ts';
import { coordinate, depth, length, name, point, positive, size, temperature } from './amount.ts';

const metal = z
  .union([
    z.enum(['steel', 'perfect', 'insulated']),
    z.strictObject({
      thermal_conductivity: positive('thermal-conductivity', 'W/m/K', '0 W/m/K', 'of the metal'),
      volumic_heat: positive('volumic-heat', 'MJ/m3/K', '0 J/m3/K', 'density times specific heat'),
    }),
    z.strictObject({ held: temperature('of the whole electrode, at all times') }),
  ])
  .describe('perfect = one temperature without heat capacity; insulated = no heat passes its surface');

const common = {
  name: name.optional().describe('electrode-1, electrode-2, ... when left out'),
  group: name.optional().describe('electrodes of one potential; left out = coated all over'),
  metal: metal.default('steel'),
};

const needleBody = {
  from: depth('depth of the upper end').prefault('0 mm'),
  to: depth('depth of the tip'),
  radius: size('of the shaft'),
  tip: length('length of the cone at the lower end; 0 = flat', { min: '0 mm', max: '10 m' }).prefault('0 mm'),
  exposed: z
    .union([
      size('length of bare metal, up from the tip'),
      z.strictObject({ from: depth('depth'), to: depth('depth') }),
    ])
    .optional()
    .describe('bare metal; left out = all of it'),
};

const needle = z.strictObject({
  shape: z.literal('needle'),
  ...common,
  x: coordinate('of the axis').prefault('0 mm'),
  y: coordinate('of the axis').prefault('0 mm'),
  ...needleBody,
});

const polarities = ['one', 'rows', 'columns', 'chessboard'] as const;

const array = z.strictObject({
  shape: z.literal('needle array'),
  name: name.default('needle').describe('needles are called NAME-ROW-COLUMN, from 1'),
  metal: metal.default('steel'),
  columns: z.int().min(1).max(30).describe('along x'),
  rows: z.int().min(1).max(30).describe('along y'),
  pitch: size('between neighbours'),
  polarity: z
    .enum(polarities)
    .describe('how the two groups alternate: from row to row, from column to column, or as a chessboard'),
  groups: z.array(name).min(1).max(2).describe('one name for polarity "one", else two'),
  ...needleBody,
});

const sphere = z.strictObject({
  shape: z.literal('sphere'),
  ...common,
  centre: point,
  radius: size('of the sphere'),
});

const spheroid = z.strictObject({
  shape: z.literal('spheroid'),
  ...common,
  centre: point.describe('on the surface (z = 0) the lower half is embedded'),
  half_length: size('half the length, along depth'),
  radius: size('at the waist'),
});

const disk = z.strictObject({
  shape: z.literal('disk'),
  ...common,
  centre: point,
  radius: size('of the disk, which has no thickness'),
});

const ring = z.strictObject({
  shape: z.literal('ring'),
  ...common,
  centre: point,
  radius: size('from the centre to the middle of the wire'),
  wire_radius: size('of the wire'),
});

export const electrodeWire = z.discriminatedUnion('shape', [needle, array, sphere, spheroid, disk, ring]);

export type ElectrodeWire = z.output<typeof electrodeWire>;
type NeedleWire = z.output<typeof needle>;
type ArrayWire = z.output<typeof array>;
type MetalWire = z.output<typeof metal>;

/** Electrodes stand elsewhere from this time on; fields are kept. */
export const moveWire = z.strictObject({
  at: quantity('time', { shown: 's', exclusiveMin: '0 s', description: 'from the start' }),
  x: coordinate('shift of every electrode from where it stood first').prefault('0 mm'),
  y: coordinate('shift').prefault('0 mm'),
  z: depth('shift of depth; the upper end of a needle through the surface stays there').prefault('0 mm'),
});

/** One electrode of the document as it is: an array gives one for each needle. */
export const electrodesOf = (given: ElectrodeWire, index: number, steel: Metal): Electrode[] => {
  const metalOf = metalWith(steel);
  if (given.shape === 'needle array') return arrayOf(given, metalOf);
  return [
    {
      name: given.name ?? `electrode-${index + 1}`,
      group: given.group,
      shape: shapeOf(given),
      metal: metalOf(given.metal),
    },
  ];
};

export const moved = (electrode: Electrode, by: z.output<typeof moveWire>): Electrode => {
  const { shape } = electrode;
  if (shape.kind !== 'needle') {
    const { centre } = shape;
    return {
      ...electrode,
      shape: { ...shape, centre: { x: centre.x + by.x, y: centre.y + by.y, z: centre.z + by.z } },
    };
  }
  const deeper = (at: number): number => (at === 0 && shape.from === 0 ? 0 : at + by.z);
  return {
    ...electrode,
    shape: {
      ...shape,
      x: shape.x + by.x,
      y: shape.y + by.y,
      from: deeper(shape.from),
      to: shape.to + by.z,
      exposed: { from: deeper(shape.exposed.from), to: shape.exposed.to + by.z },
    },
  };
};

const shapeOf = (given: Exclude<ElectrodeWire, ArrayWire>): Shape => {
  switch (given.shape) {
    case 'needle':
      return needleOf(given, given.x, given.y);
    case 'sphere':
      return { kind: 'sphere', centre: given.centre, radius: given.radius };
    case 'spheroid':
      return {
        kind: 'spheroid',
        centre: given.centre,
        halfLength: given.half_length,
        radius: given.radius,
      };
    case 'disk':
      return { kind: 'disk', centre: given.centre, radius: given.radius };
    case 'ring':
      return {
        kind: 'ring',
        centre: given.centre,
        radius: given.radius,
        wireRadius: given.wire_radius,
      };
  }
};

const needleOf = (given: NeedleWire | ArrayWire, x: number, y: number): Needle => {
  const { from, to, radius, tip, exposed } = given;
  const bare = typeof exposed === 'number' ? { from: to - exposed, to } : (exposed ?? { from, to });
  return { kind: 'needle', x, y, from, to, radius, tip, exposed: bare };
};

const arrayOf = (given: ArrayWire, metalOf: (metal: MetalWire) => Metal): Electrode[] => {
  const { columns, rows, pitch } = given;
  const places = Array.from({ length: rows * columns }, (_, n) => ({
    row: Math.floor(n / columns),
    column: n % columns,
  }));
  return places.map(({ row, column }) => ({
    name: `${given.name}-${row + 1}-${column + 1}`,
    group: groupAt(given, row, column),
    shape: needleOf(given, (column - (columns - 1) / 2) * pitch, (row - (rows - 1) / 2) * pitch),
    metal: metalOf(given.metal),
  }));
};

const groupAt = ({ groups, polarity }: ArrayWire, row: number, column: number): string | undefined => {
  const turn = { one: 0, rows: row, columns: column, chessboard: row + column }[polarity];
  return groups[turn % (polarity === 'one' ? 1 : 2)];
};

const metalWith =
  (steel: Metal) =>
  (given: MetalWire): Metal => {
    if (given === 'steel') return steel;
    if (typeof given === 'string') return { kind: given };
    if ('held' in given) return { kind: 'held', temperature: given.held };
    return {
      kind: 'conducting',
      thermalConductivity: given.thermal_conductivity,
      volumicHeat: given.volumic_heat,
    };
  };
