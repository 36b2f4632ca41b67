import { z } from 'zod';

const amount = z.looseObject({
  value: z.number().optional(),
  values: z.array(z.number()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string(),
});

const point = z.looseObject({
  group: z.string().default(''),
  kind: z.enum(['numeric', 'range', 'bound', 'categorical']),
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  limit: z.string().optional(),
  outcome: z.string().optional(),
  unit: z.string().optional(),
  t: z.number().optional().describe('time since the first session'),
  t_max: z.number().optional(),
  t_values: z.array(z.number()).optional(),
  t_unit: z.string().optional(),
});

/** Who was treated. What is left out is a healthy young adult's. */
const host = z.looseObject({
  age: z.number().min(0).max(120).optional().describe('years'),
  sex: z.string().optional(),
  smokes: z.boolean().optional(),
  diabetes: z.enum(['none', 'type 1', 'type 2']).optional(),
  phototype: z.enum(['I', 'II', 'III', 'IV', 'V', 'VI']).optional(),
});

const record = z.looseObject({
  id: z.string().min(1),
  ref: z.string().optional(),
  species: z.string().default('human'),
  site: z.string().optional(),
  protocol: z
    .looseObject({
      device: z.string().optional(),
      wound: z.string().optional(),
      needle_length: amount.optional(),
      sessions: amount.optional(),
      interval: amount.optional(),
      density: amount.optional().describe('channels per area of skin'),
    })
    .default({}),
  host: host.optional(),
  quantity: z.string(),
  points: z.array(point).min(1),
  provenance: z.string().optional(),
  use: z.string().default('held out').describe('calibrate: some reading of it was fitted; else validation'),
});

/** Published measurements of healing skin to hold the ensemble against. Unknown keys are kept and ignored. */
export const healRecordFileSchema = z.looseObject({ records: z.array(record).min(1) });

export type HealRecord = z.output<typeof record>;
export type HealPoint = z.output<typeof point>;

/** A document in which what is null is left out, as other programs write what they do not know. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, withoutNulls(one)]])),
  );
};

/** Whether a document is a file of such records. */
export const isHealRecordFile = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  'records' in document &&
  Array.isArray(document.records) &&
  document.records.every((one: unknown) => typeof one === 'object' && one !== null && 'points' in one);
