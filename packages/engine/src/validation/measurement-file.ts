import { dimensionOf, parseQuantity, toSI } from '@percuta/quantity';
import { z } from 'zod';

/** Numbers with a unit as measurement files write them: "600 um", or an object with one or several numbers. */
const numbers = z.looseObject({
  value: z.number().optional(),
  mean: z.number().optional(),
  median: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  values: z.array(z.number()).min(1).optional(),
  unit: z.string(),
});
const condition = z.union([z.string(), z.number(), z.boolean(), numbers]);

export const outputIds = [
  'insertion_depth',
  'open_depth',
  'buried_fraction',
  'initiation_force',
  'penetration_force',
  'penetration_pressure',
  'fraction_puncturing',
  'channel_diameter',
  'insertion_speed',
  'time_in_skin',
  'puncture_rate',
  'holes_per_pass',
  'hole_density',
  'nearest_neighbour',
  'covered_share',
  'bleeding_share',
] as const;
export type OutputId = (typeof outputIds)[number];

const measured = z.looseObject({
  quantity: z.string(),
  output: z
    .enum(outputIds)
    .optional()
    .describe('which result of the model this is; else read from the quantity'),
  conditions: z.record(z.string(), condition).optional().describe('what differs for this measurement'),
  mean: z.number().optional(),
  value: z.number().optional(),
  median: z.number().optional(),
  sd: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  limit: z.enum(['<', '<=', '>', '>=', '~']).optional(),
  exclusive: z.boolean().optional(),
  unit: z.string().optional(),
  kind: z.string().optional(),
  outcome: z.string().optional(),
});

const acceptance = z.union([
  z
    .strictObject({ within: z.string() })
    .describe('predicted median within this of the measured value: "20 %", "40 um"'),
  z
    .strictObject({ covers: z.literal('90 %') })
    .describe('measured value inside the predicted 5 to 95 % interval'),
  z.strictObject({ below: z.string() }).describe('predicted median below'),
  z.strictObject({ above: z.string() }).describe('predicted median above'),
  z
    .strictObject({
      trend: z.enum(['rises', 'falls']),
      output: z.enum(outputIds),
      over: z.string(),
      values: z.array(z.string()).min(2),
    })
    .describe('predicted medians rise or fall as a condition takes these values'),
  z.strictObject({ report: z.string() }).describe('no verdict, and why'),
]);

const row = z.looseObject({
  id: z.string().min(1),
  quantity: z.string().optional(),
  settings: z
    .string()
    .optional()
    .describe('the experiment in words; names the device where device_class does not'),
  conditions: z.record(z.string(), condition).default({}),
  measured: z.array(measured).min(1),
  acceptance: acceptance.optional().describe('written down before the prediction is made'),
  score: z.string().nullish().describe('acceptance in words, read where acceptance is missing'),
  ref: z.string().optional(),
  provenance: z.string().optional(),
  split: z.string().optional(),
  unknown_inputs: z.array(z.string()).optional(),
  note: z.string().optional(),
});

/** Published measurements to hold the puncture model against. Unknown keys are kept and ignored. */
export const measurementFileSchema = z.looseObject({
  kind: z.literal('percuta validation').optional(),
  version: z.literal(1).optional(),
  title: z.string().optional(),
  rows: z.array(row).min(1),
});

export type MeasurementFile = z.output<typeof measurementFileSchema>;
export type MeasurementRow = z.output<typeof row>;
export type Measured = z.output<typeof measured>;
export type Acceptance = z.output<typeof acceptance>;
export type Conditions = Readonly<Record<string, z.output<typeof condition>>>;

/** The numbers of a condition in SI; several where the experiment took several. */
export const siValues = (given: Conditions[string]): number[] => {
  if (typeof given === 'boolean') return [];
  if (typeof given === 'number') return [given];
  if (typeof given === 'string') {
    const unit = given.replace(/^[-+−0-9.eE\s]+/u, '');
    return /^[-+−]?[0-9.]/u.test(given) && unit !== '' ? [parseQuantity(given, dimensionOf(unit))] : [];
  }
  const { value, mean, median, values, min, max, unit } = given;
  const central = value ?? mean ?? median;
  const si = (one: number): number => (unit === 'count' ? one : toSI(one, unit));
  if (values !== undefined) return values.map(si);
  if (central !== undefined) return [si(central)];
  if (min !== undefined && max !== undefined) return [si((min + max) / 2)];
  return [min, max].flatMap((end) => (end === undefined ? [] : [si(end)]));
};
