import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import kineticsFile from '../../data/heat/kinetics.json' with { type: 'json' };
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';

const branchSchema = z.strictObject({
  frequency_factor: quantity('frequency', { shown: '1/s', exclusiveMin: '0 1/s' }),
  /** Activation energy, or that energy over the gas constant: as the source states it. */
  activation_energy: quantity('molar-energy', { shown: 'kJ/mol', exclusiveMin: '0 J/mol' }).optional(),
  activation_temperature: quantity('temperature-difference', { shown: 'K', exclusiveMin: '0 K' }).optional(),
  /** The branch holds below this temperature; the last one has none. */
  below: quantity('temperature', { shown: '°C' }).optional(),
});

const recordSchema = z.strictObject({
  id: textSchema,
  /** What is seen or lost where Omega reaches 1. */
  endpoint: textSchema,
  branches: z.array(branchSchema).min(1),
  /** Omega at which a burn of this degree is reached. */
  grades: z.record(z.string(), z.number()).optional(),
  grades_read: readSchema.optional(),
  note: textSchema.optional(),
  read: readSchema,
  sources: sourcesSchema,
});

/**
 * Published first-order kinetics of one kind of thermal damage, or of the lasting rise of conductivity: frequency
 * factor in 1/s and activation energy in J/mol, or over the gas constant in K, for each range of temperature (K).
 * Fields: `recordSchema`.
 */
export type KineticsRecord = z.output<typeof recordSchema>;

/**
 * Published first-order kinetics of thermal damage and of the lasting rise of conductivity; SI.
 * @example
 * ```ts
 * import { kineticsRecords } from '@percuta/evidence/heat';
 *
 * console.log(kineticsRecords().length); // 14
 * ```
 */
export const kineticsRecords = once((): readonly KineticsRecord[] =>
  z.array(recordSchema).parse(kineticsFile),
);
