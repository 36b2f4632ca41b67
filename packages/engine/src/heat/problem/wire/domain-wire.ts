import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import type { Boundary, Domain, ElectricalBoundary, GridWish, ThermalBoundary } from '../heat-problem.ts';
import { length, name, positive, size, temperature } from './amount.ts';

const thermal = z
  .union([
    z.enum(['insulated', 'open']),
    z.strictObject({ fixed: temperature('held at this temperature') }),
    z.strictObject({ flux: quantity('heat-flux', { shown: 'W/m2', description: 'into the domain' }) }),
    z.strictObject({
      convective: positive('heat-transfer', 'W/m2/K', '0 W/m2/K', 'heat transfer coefficient'),
      to: temperature('of the air or coolant'),
    }),
  ])
  .describe('heat at this side; open = the medium goes on without end');

const electrical = z
  .union([
    z.enum(['insulated', 'open']),
    z.strictObject({ group: name.describe('a perfectly conducting plate over the whole side') }),
    z.strictObject({ ground: name.describe('open, and this group is the ground at infinity') }),
  ])
  .describe('current at this side; open = the medium goes on without end');

const boundary = z.strictObject({
  thermal: thermal.default('insulated'),
  electrical: electrical.default('insulated'),
});
const side = boundary.default({ thermal: 'insulated', electrical: 'insulated' });

const edges = z.array(length('edge of a cell')).min(2).max(1e4).describe('edges of all cells, rising');
const grid = z
  .strictObject({
    finest: size('smallest cell').optional(),
    growth: z.number().gt(1).max(3).optional().describe('largest ratio of neighbouring cells'),
    coarsest: size('largest cell').optional(),
    edges: z.strictObject({ x: edges.optional(), y: edges.optional(), z: edges.optional() }).optional(),
  })
  .describe('wishes for the grid; left out, the solver chooses');

const line = z.strictObject({
  kind: z.literal('line'),
  metric: z.enum(['slab', 'cylinder', 'sphere']).describe('a slab runs along depth, the others along radius'),
  from: length('where the line begins', { min: '0 mm', max: '10 m' }),
  to: size('where it ends'),
  sides: z.strictObject({ start: side, end: side }),
  grid: grid.optional(),
});

const axisymmetric = z.strictObject({
  kind: z.literal('axisymmetric'),
  radius: size('of the whole domain'),
  depth: size('of the whole domain'),
  sides: z.strictObject({ top: side, bottom: side, rim: side }),
  grid: grid.optional(),
});

const block = z.strictObject({
  kind: z.literal('block'),
  width: size('extent along x; the middle is x = 0'),
  breadth: size('extent along y; the middle is y = 0'),
  depth: size('extent along z, from 0'),
  sides: z.strictObject({ top: side, bottom: side, left: side, right: side, front: side, back: side }),
  grid: grid.optional(),
});

/** Domain with what holds at its sides; a side left out lets neither heat nor current through. */
export const domainWire = z.discriminatedUnion('kind', [line, axisymmetric, block]);

export const domainOf = (given: z.output<typeof domainWire>): Domain => {
  const wish = gridOf(given.grid);
  switch (given.kind) {
    case 'line':
      return { ...given, sides: mapSides(given.sides), grid: wish };
    case 'axisymmetric':
      return { ...given, sides: mapSides(given.sides), grid: wish };
    case 'block':
      return { ...given, sides: mapSides(given.sides), grid: wish };
  }
};

type WireBoundary = z.output<typeof boundary>;

const mapSides = <Side extends string>(
  sides: Readonly<Record<Side, WireBoundary>>,
): Readonly<Record<Side, Boundary>> => {
  const entries = Object.entries<WireBoundary>(sides).map(([key, value]) => [key, boundaryOf(value)]);
  // Object.fromEntries forgets the keys; they are those of the argument.
  return Object.fromEntries(entries) as Readonly<Record<Side, Boundary>>;
};

const boundaryOf = (given: WireBoundary): Boundary => ({
  thermal: thermalOf(given.thermal),
  electrical: electricalOf(given.electrical),
});

const thermalOf = (given: WireBoundary['thermal']): ThermalBoundary => {
  if (typeof given === 'string') return { kind: given };
  if ('fixed' in given) return { kind: 'fixed', temperature: given.fixed };
  if ('flux' in given) return { kind: 'flux', flux: given.flux };
  return { kind: 'convective', coefficient: given.convective, temperature: given.to };
};

const electricalOf = (given: WireBoundary['electrical']): ElectricalBoundary => {
  if (given === 'insulated') return { kind: 'insulated' };
  if (given === 'open') return { kind: 'open', group: undefined };
  return 'group' in given ? { kind: 'group', group: given.group } : { kind: 'open', group: given.ground };
};

const gridOf = (given: z.output<typeof grid> | undefined): GridWish => ({
  finest: given?.finest,
  growth: given?.growth,
  coarsest: given?.coarsest,
  edges: definedOnly(given?.edges ?? {}),
});

const definedOnly = ({
  x,
  y,
  z: depths,
}: NonNullable<z.output<typeof grid>['edges']>): GridWish['edges'] => ({
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
  ...(depths === undefined ? {} : { z: depths }),
});
