import { log } from '@percuta/numerics';
import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import type { Branch, Kinetics } from '../../damage/kinetics.ts';
import { namedKinetics } from '../../damage/named.ts';
import { gasConstant } from '../../damage/rate.ts';
import { name, positive } from './amount.ts';

const branch = z
  .strictObject({
    frequency_factor: positive('frequency', '1/s', '0 1/s', 'A'),
    activation_energy: positive('molar-energy', 'kJ/mol', '0 J/mol', 'E').optional(),
    activation_temperature: positive(
      'temperature-difference',
      'K',
      '0 K',
      'E over the gas constant',
    ).optional(),
    below: quantity('temperature', { shown: '°C', description: 'the branch holds below it' }).optional(),
  })
  .refine(
    (given) => (given.activation_energy === undefined) !== (given.activation_temperature === undefined),
    'needs either activation_energy or activation_temperature',
  );

/** A published kinetics set by name, or constants of one's own. */
export const kineticsWire = z.union([
  name,
  z.strictObject({ name, branches: z.array(branch).min(1).max(10).describe('rising in temperature') }),
]);

export type KineticsWire = z.output<typeof kineticsWire>;

/** Undefined for a name that no published set has. */
export const kineticsOf = (given: KineticsWire): Kinetics | undefined =>
  typeof given === 'string'
    ? namedKinetics(given)
    : { kind: 'arrhenius', name: given.name, branches: given.branches.map(branchOf) };

const branchOf = (given: z.output<typeof branch>): Branch => ({
  logFrequency: log(given.frequency_factor),
  // The schema has made sure that one of the two is there.
  activation: given.activation_temperature ?? (given.activation_energy ?? NaN) / gasConstant,
  below: given.below ?? Infinity,
});
