import { z } from 'zod';

/** What was measured, as a number, a range, a bound or in words. */
export const measuredSchema = z.looseObject({
  quantity: z.string(),
  kind: z.string(),
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  sd: z.number().optional(),
  limit: z.string().optional(),
  unit: z.string().optional(),
  outcome: z.string().optional(),
});

/** How much a record can be trusted. */
export const gradeSchema = z.enum(['A', 'A-', 'B', 'C', 'D']);

const target = z.looseObject({
  id: z.string().min(1),
  ref: z.string().default(''),
  tissue: z.string().default(''),
  settings: z.record(z.string(), z.unknown()).default({}),
  measured: z.array(measuredSchema.extend({ kind: z.string().default('numeric') })).min(1),
  missing: z.string().optional(),
  location: z.string().default(''),
  provenance: z.string().default(''),
  grade: gradeSchema.default('B'),
});

/** Records as their publications state them: settings by name, quantities in words. Unknown keys are kept and ignored. */
export const publishedFileSchema = z.looseObject({ targets: z.array(target).min(1) });

export type Target = z.output<typeof target>;

/** Whether a document is a file of such records. */
export const isPublishedFile = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  'targets' in document &&
  Array.isArray(document.targets);
