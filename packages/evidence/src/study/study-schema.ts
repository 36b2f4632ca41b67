import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { siteIds } from '../atlas/site-ids.ts';
import { indicationIds, phototypes } from '../course/indication.ts';
import { courseRegions } from '../course/protocol-schema.ts';
import { readSchema, sourceSchema, textSchema } from '../provenance/schemas.ts';
import { comparisons, outcomeSchema, timeSchema } from './outcome-schema.ts';

const count = z.int().nonnegative();
const age = quantity('time', { shown: 'years', min: '0 s' });
const length = quantity('length', { shown: 'mm', min: '0 mm' });
const weeks = quantity('time', { shown: 'weeks', min: '0 s' });

/** Needles alone; needles with something else (no evidence for needles alone); and what stood against them. */
export const armRoles = ['needling', 'combination', 'sham', 'comparator', 'context'] as const;
/** What an arm of a study is evidence of: needles alone, needles with something else, or what stood against them. */
export type ArmRole = (typeof armRoles)[number];

/** The first two are the routes of courses; radio frequency without needles is context only. */
export const modalities = [
  'needling',
  'rf',
  'sham',
  'laser',
  'peel',
  'microdermabrasion',
  'rf-without-needles',
] as const;
/** What an arm was treated with. */
export type Modality = (typeof modalities)[number];

/** An indication of the planner, or "other" with the words of the source (melasma). */
export const studiedIndications = [...indicationIds, 'other'] as const;
/** What an arm was treated for. */
export type StudiedIndication = (typeof studiedIndications)[number];

const populationSchema = z.strictObject({
  age: z
    .strictObject({
      value: age.optional(),
      mean: age.optional(),
      median: age.optional(),
      sd: age.optional(),
      min: age.optional(),
      max: age.optional(),
      note: textSchema.optional(),
    })
    .optional(),
  /** The range that was recruited, which does not say how many of each. */
  phototypes: z.array(z.enum(phototypes)).min(1).optional(),
  phototype_words: textSchema.optional(),
  women: count.optional(),
  men: count.optional(),
  sex_note: textSchema.optional(),
  other: textSchema.optional(),
});

/** Where, in the words of the source; `sites` are those it names or may include, none where it names no part. */
export const placeSchema = z.strictObject({
  words: textSchema,
  region: z.enum(courseRegions),
  sites: z.array(z.enum(siteIds)).min(1).optional(),
});

const deviceSchema = z.strictObject({
  words: textSchema,
  modality: z.enum(modalities),
  instrument: z.enum(['roller', 'pen']).optional(),
  /** What was given besides needles. */
  with: z.array(textSchema).min(1).optional(),
  name: textSchema.optional(),
  insulated: z.boolean().optional(),
  temperature_controlled: z.boolean().optional(),
  needle_length: z
    .strictObject({
      value: length.optional(),
      values: z.array(length).min(1).optional(),
      min: length.optional(),
      max: length.optional(),
      note: textSchema.optional(),
    })
    .optional(),
  passes: z.int().positive().optional(),
  temperature: quantity('temperature', { shown: '°C' }).optional(),
  pulse: quantity('time', { shown: 's', min: '0 s' }).optional(),
  plane: textSchema.optional(),
});

const sessionsSchema = z.strictObject({
  value: count.optional(),
  min: count.optional(),
  max: count.optional(),
  note: textSchema.optional(),
});

const intervalSchema = z.strictObject({
  value: weeks.optional(),
  min: weeks.optional(),
  max: weeks.optional(),
});

const percent = quantity('fraction', { shown: '%' });

/** What is known of a group that has no arm of its own. */
const comparatorResult = z.strictObject({
  group: textSchema,
  measure: textSchema.optional(),
  unit: z.literal('points').optional(),
  mean: z.number().optional(),
  k: count.optional(),
  n: count.optional(),
  min: percent.optional(),
  max: percent.optional(),
  note: textSchema.optional(),
});

export const harmKinds = [
  'pih',
  'pigment-change',
  'scarring',
  'burn',
  'herpes',
  'erythema',
  'pain',
  'discomfort',
  'worsening',
  'minor',
  'serious',
  'persistent',
  'any',
] as const;

/** k of n people; a missing k or n is unknown. Means are pain on a scale of 0 to 10. */
const harmSchema = z
  .strictObject({
    event: textSchema,
    kind: z.enum(harmKinds),
    k: count.optional(),
    n: count.optional(),
    mean: z.number().optional(),
    sd: z.number().optional(),
    se: z.number().optional(),
    comparator_mean: z.number().optional(),
    note: textSchema.optional(),
  })
  .refine(({ k, n }) => k === undefined || n === undefined || k <= n, 'expected k at most n');

export const armSchema = z.strictObject({
  id: textSchema,
  role: z.enum(armRoles),
  label: textSchema.optional(),
  /** The design as the source describes it for this arm. */
  design_words: textSchema,
  enrolled: count.optional(),
  analysed: count.optional(),
  analysis_unit: z.enum(['patients', 'lesion pairs']),
  population: populationSchema,
  indication: z.enum(studiedIndications),
  indication_words: textSchema,
  indication_detail: textSchema.optional(),
  places: z.array(placeSchema).min(1),
  device: deviceSchema,
  sessions: sessionsSchema.optional(),
  interval: intervalSchema.optional(),
  comparator: textSchema.optional(),
  comparator_results: z.array(comparatorResult).min(1).optional(),
  outcomes: z.array(outcomeSchema).min(1),
  follow_up: timeSchema.optional(),
  downtime: textSchema.optional(),
  adverse_events: z.array(harmSchema),
  notes: textSchema.optional(),
});

/** One trial or series: how it was done, what was read of it, and its arms, which share people and so are not independent. */
export const studySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'expected lower-case letters, digits and -'),
    source: sourceSchema,
    read: readSchema,
    read_note: textSchema.optional(),
    design: z.enum(['randomised', 'controlled', 'uncontrolled', 'retrospective', 'case']),
    /** Sides or sites of one person were compared: variances of parallel arms do not apply. */
    within_person: z.boolean(),
    /** Who did not know. Missing is not stated; "no" was said to be open. */
    blinding: z.enum(['assessor', 'photographs', 'no']).optional(),
    compared_with: z.array(z.enum(comparisons)),
    /** Held-out studies are for validation and inform nothing. */
    split: z.enum(['train', 'held-out']),
    arms: z.array(armSchema).min(1),
  })
  .refine(({ arms }) => new Set(arms.map(({ id }) => id)).size === arms.length, 'two arms share an id');

/** One trial or series in the study table, with its arms. Fields: `studySchema`. */
export type Study = z.infer<typeof studySchema>;
/**
 * One group of people, or of sides of people, who were treated alike in a study: times in s, lengths in m,
 * temperatures in K. Fields: `armSchema`.
 */
export type Arm = Study['arms'][number];
/** Where on the body an arm was treated, in the words of the source. Fields: `placeSchema`. */
export type Place = Arm['places'][number];
