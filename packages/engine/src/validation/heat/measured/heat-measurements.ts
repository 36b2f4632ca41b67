import { isReferenceKey, reads } from '@percuta/evidence';
import { z } from 'zod';
import { readDocument } from '../../../case/document.ts';
import { gradeSchema, isPublishedFile, measuredSchema } from '../published/published-file.ts';
import { heatCaseSchema } from './heat-case.ts';

export const uses = ['calibration', 'validation', 'correction', 'smoke test', 'cannot be simulated'] as const;

const record = z.strictObject({
  id: z.string(),
  source: z.string(),
  locator: z.string(),
  tissue: z.string(),
  settings: z.record(z.string(), z.unknown()),
  measured: z.array(measuredSchema).min(1),
  missing: z.string().optional(),
  note: z.string().optional(),
  grade: gradeSchema,
  read: z.enum(reads),
  settings_read: z.enum(reads).optional(),
  use: z.enum(uses),
  sampled: z.array(z.string()).optional().describe('ranges that stand in for what is missing'),
  output: z.string().optional().describe('what the model predicts for it'),
  lacks: z.array(z.string()).min(1).optional(),
});

/** Published measurements of heated tissue, and how those that have enough settings are simulated. */
export const heatMeasurementsSchema = z.strictObject({
  kind: z.literal('percuta heat measurements'),
  version: z.literal(1),
  title: z.string(),
  records: z.array(record),
  cases: z.array(heatCaseSchema).default([]),
});

export type HeatMeasurements = z.output<typeof heatMeasurementsSchema>;
export type HeatRecord = HeatMeasurements['records'][number];

/** Reads measurements; throws BadInput with every problem. Sources need not be among our references. */
export const readHeatMeasurements = (input: unknown): HeatMeasurements =>
  readDocument(heatMeasurementsSchema, input);

/** Records whose source is not among the references of this repository. */
export const unknownSources = ({ records }: HeatMeasurements): string[] =>
  records.filter(({ source }) => !isReferenceKey(source)).map(({ id }) => id);

/** Whether a document holds measurements of heated tissue: of this form, or records as publications state them. */
export const isHeatMeasurements = (document: unknown): boolean =>
  isPublishedFile(document) ||
  (typeof document === 'object' &&
    document !== null &&
    Reflect.get(document, 'kind') === 'percuta heat measurements');
