import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import type {
  ContourOutput,
  FieldOutput,
  Outputs,
  Probe,
  Quantity,
  ResistanceOutput,
} from '../heat-problem.ts';
import { frequency, instant, name, point, temperature } from './amount.ts';

const quantityWire = z.union([
  z.enum(['temperature', 'potential', 'field-strength', 'heat', 'vapour']),
  z.strictObject({ damage: name.describe('name of a kinetics set') }),
]);
const times = z.array(instant('from the start')).max(1e4).default([]);

const resistance = z.strictObject({
  name: name.optional().describe('FROM to TO when left out'),
  between: z.tuple([name, name]).describe('two groups; the others float'),
  frequency: frequency('for a complex impedance; left out = resistance').optional(),
});

const probe = z.strictObject({
  name,
  at: point,
  quantity: quantityWire.default('temperature'),
  times: times.describe('empty = the whole course'),
});

const field = z.strictObject({
  name: name.optional().describe('as the quantity when left out'),
  quantity: quantityWire,
  times: times.describe('empty = the end'),
});

const contour = z
  .strictObject({
    name,
    temperature: temperature('at least this hot').optional(),
    damage: z
      .strictObject({
        kinetics: name,
        level: z.number().positive().default(1).describe('Omega, or s for cem43'),
      })
      .optional(),
    vapour: quantity('fraction', { shown: '%', exclusiveMin: '0 %', max: '100 %' }).optional(),
    times: times.describe('empty = the end'),
  })
  .refine(
    (given) =>
      [given.temperature, given.damage, given.vapour].filter((each) => each !== undefined).length === 1,
    'needs exactly one of temperature, damage, vapour',
  );

/** What is to be written. Admittances, currents, powers, energies and balances always are. */
export const outputsWire = z.strictObject({
  resistances: z.array(resistance).max(1000).default([]),
  probes: z.array(probe).max(1e4).default([]),
  fields: z.array(field).max(100).default([]),
  contours: z.array(contour).max(100).default([]),
});

export const outputsOf = (given: z.output<typeof outputsWire>): Outputs => ({
  resistances: given.resistances.map(resistanceOf),
  probes: given.probes.map((each): Probe => ({ ...each, quantity: quantityOf(each.quantity) })),
  fields: given.fields.map(fieldOf),
  contours: given.contours.map(contourOf),
});

const quantityOf = (given: z.output<typeof quantityWire>): Quantity =>
  typeof given === 'string' ? { kind: given } : { kind: 'damage', kinetics: given.damage };

const resistanceOf = (given: z.output<typeof resistance>): ResistanceOutput => ({
  name: given.name ?? given.between.join(' to '),
  between: given.between,
  frequency: given.frequency,
});

const fieldOf = (given: z.output<typeof field>): FieldOutput => {
  const asked = quantityOf(given.quantity);
  return {
    name: given.name ?? (asked.kind === 'damage' ? asked.kinetics : asked.kind),
    quantity: asked,
    times: given.times,
  };
};

/** The refinement above has made sure that one of the three is there. */
const contourOf = (given: z.output<typeof contour>): ContourOutput => {
  const { name: own, times: asked } = given;
  const at = (what: Quantity, level: number): ContourOutput => ({
    name: own,
    quantity: what,
    level,
    times: asked,
  });
  if (given.damage !== undefined) {
    return at({ kind: 'damage', kinetics: given.damage.kinetics }, given.damage.level);
  }
  if (given.vapour !== undefined) return at({ kind: 'vapour' }, given.vapour);
  return at({ kind: 'temperature' }, given.temperature ?? NaN);
};
