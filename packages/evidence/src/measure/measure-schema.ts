import { z } from 'zod';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { measureIds } from './measure-ids.ts';

/** A class a reading falls into, by its lower end: `from` includes it, `above` does not. */
const boundShape = { from: z.number().optional(), above: z.number().optional() };
const bound = z.strictObject({ name: textSchema, ...boundShape });

/** An item whose points depend on how many or how much: `points[0]` is for none. */
const countedItem = z.strictObject({
  id: textSchema,
  name: textSchema,
  points: z.array(z.number()).min(2),
  classes: textSchema,
});

/** An item the rater gives a number to, which is added as it is. */
const ratedItem = z.strictObject({
  id: textSchema,
  name: textSchema,
  min: z.number(),
  max: z.number(),
  names: z.array(textSchema).optional(),
});

const numbers = z.record(textSchema, z.number());

/** Points of items, added up. The read belongs to the table: "recalled" may not be called exact. */
const scoringSchema = z.strictObject({
  read: readSchema,
  items: z.array(z.union([countedItem, ratedItem])).min(1),
  classes: z.record(textSchema, z.array(bound)).optional(),
  vectors: z
    .array(z.strictObject({ counts: numbers.optional(), ratings: numbers.optional(), points: z.number() }))
    .min(1),
});

/** Weighted parts of the face: weight × area class × the sum of what is graded. */
const areaScoringSchema = z.strictObject({
  read: readSchema,
  parts: z.array(z.strictObject({ id: textSchema, weight: z.number() })).min(1),
  area: z.strictObject({ min: z.number(), max: z.number(), above_percent: z.array(z.number()) }),
  graded: z.array(textSchema).min(1),
  graded_max: z.number(),
  vectors: z.array(z.strictObject({ parts: z.record(textSchema, numbers), points: z.number() })).min(1),
});

const levelSchema = z.strictObject({
  value: z.number(),
  name: textSchema,
  rule: textSchema.optional(),
  /** Words by which papers name the level. */
  labels: z.array(textSchema).optional(),
  /** Levels that count as better than before. */
  improved: z.literal(true).optional(),
  above_percent: z.number().optional(),
});

/** What is known of the error of one reading, in points where a number is given. */
const errorSchema = z.strictObject({
  points: z.number().optional(),
  text: textSchema,
  sources: sourcesSchema,
  read: readSchema,
});

export const poolings = ['one scale', 'as ordered categories', 'not across studies', 'never'] as const;

/** What measures speak about. */
export const measureDomains = [
  'appearance',
  'pigment',
  'skin function',
  'volume',
  'histology',
  'satisfaction',
  'quality of life',
] as const;

export const measureSchema = z
  .strictObject({
    id: z.enum(measureIds),
    name: textSchema,
    kind: z.enum(['ordinal', 'count', 'score', 'instrument', 'proportion', 'photonumeric', 'remark']),
    /** What it speaks about. Only "appearance" and "pigment" answer whether a problem looks better. */
    domain: z.enum(measureDomains),
    direction: z.enum(['lower is better', 'higher is better', 'differs between papers', 'not known']),
    unit: textSchema.optional(),
    range: z.strictObject({ min: z.number(), max: z.number() }).optional(),
    levels: z.array(levelSchema).optional(),
    /** The smallest change people notice; none may be invented. */
    minimal_important_difference: z.union([z.literal('none found'), errorSchema]),
    measurement_error: errorSchema.optional(),
    scoring: scoringSchema.optional(),
    area_scoring: areaScoringSchema.optional(),
    pooling: z.enum(poolings).default('one scale'),
    note: textSchema.optional(),
    /** How the definition was read; a scoring table has its own. */
    read: readSchema,
    sources: sourcesSchema,
  })
  .refine(({ range }) => range === undefined || range.min < range.max, 'expected a range from low to high');

/**
 * A way to measure skin or its change: its levels, range (in points or in `unit`), error, and whether studies may
 * be pooled on it. Fields: `measureSchema`.
 */
export type Measure = z.infer<typeof measureSchema>;
/** What a measure speaks about; appearance and pigment alone answer whether a problem looks better. */
export type MeasureDomain = Measure['domain'];
export type Scoring = NonNullable<Measure['scoring']>;
