import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { phototypes } from '../course/indication.ts';
import { readSchema, sourceSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { modalities, placeSchema, studiedIndications } from '../study/study-schema.ts';

const count = z.int().nonnegative();
const share = quantity('fraction', { shown: '%', min: '0 %', max: '100 %' });
const days = quantity('time', { shown: 'days', min: '0 s' });

/** What a person asks about, whether or not anybody has counted it. */
export const riskEvents = [
  'pih',
  'redness',
  'prolonged-redness',
  'infection',
  'scarring',
  'burn',
  'fat-loss',
  'nerve-injury',
  'any',
] as const;
/** A harm that a person may ask about. */
export type RiskEvent = (typeof riskEvents)[number];

const shownInterval = <Value extends z.ZodType>(value: Value) => ({ low: value, high: value, level: share });

/** Counted events of one study. `interval` and `rounded_rate` are the rounded print; risksFor computes them anew. */
export const incidenceSchema = z
  .strictObject({
    id: textSchema,
    event: textSchema,
    kind: z.enum([
      'pih',
      'pigment-change',
      'burn-scarring-or-pigment-change',
      'scarring',
      'burn',
      'infection',
      'erythema',
      'persistent',
      'minor',
      'any',
    ]),
    modality: z.enum(modalities),
    instrument: z.enum(['roller', 'pen']).optional(),
    with: z.array(textSchema).min(1).optional(),
    modality_words: textSchema,
    indication: z.enum(studiedIndications),
    indication_words: textSchema,
    places: z.array(placeSchema).min(1),
    phototypes: z.array(z.enum(phototypes)).min(1).optional(),
    phototype_words: textSchema.optional(),
    k: count,
    n: z.int().positive(),
    interval: z.strictObject({ ...shownInterval(z.number()), read: z.literal('computed here') }),
    rounded_rate: z.number(),
    note: textSchema.optional(),
    source: sourceSchema,
    read: readSchema,
  })
  .refine(({ k, n }) => k <= n, 'expected k of n with k at most n');

const effectOrigin = { source: sourceSchema, read: readSchema };
const effectNames = { id: textSchema, event: textSchema, comparison: textSchema };

/** A pooled comparison of two treatments: a ratio, or a difference of days. */
export const comparisonSchema = z.discriminatedUnion('effect', [
  z.strictObject({
    ...effectNames,
    effect: z.enum(['RR', 'OR']),
    value: z.number(),
    interval: z.strictObject(shownInterval(z.number())),
    i2: share.optional(),
    ...effectOrigin,
  }),
  z.strictObject({
    ...effectNames,
    effect: z.literal('MD'),
    value: days,
    interval: z.strictObject(shownInterval(days)),
    ...effectOrigin,
  }),
]);

export const modifierSchema = z.strictObject({
  factor: textSchema,
  direction: textSchema,
  strength: textSchema,
  implement: textSchema.optional(),
  sources: sourcesSchema,
});

export const rareHarmSchema = z.strictObject({
  event: textSchema,
  modality: textSchema,
  numbers: textSchema,
  pattern: textSchema.optional(),
  action: textSchema,
  sources: sourcesSchema,
});

/**
 * What was reported, in words. Reports have no denominator, so that this type has no place for a rate: a
 * count here counts reports, not people treated.
 */
export const signalSchema = z.strictObject({
  about: z.array(z.enum(riskEvents)).min(1),
  says: textSchema,
  does_not_say: textSchema.optional(),
  note: textSchema.optional(),
  reports: z.array(z.strictObject({ of: textSchema, count })).optional(),
  source: sourceSchema,
  read: readSchema,
});

export const harmPatternSchema = z.strictObject({
  harm: textSchema,
  likely_when: textSchema,
  basis: textSchema,
  read: readSchema,
});

export const recoverySchema = z.strictObject({
  modality: z.enum(modalities),
  modality_words: textSchema,
  event: textSchema,
  duration: z.strictObject({
    min: days,
    max: days,
    mean: days.optional(),
    se: days.optional(),
    n: count.optional(),
  }),
  comparator: z.strictObject({ group: textSchema, mean: days, se: days }).optional(),
  detail: textSchema.optional(),
  sources: sourcesSchema,
  read: readSchema,
  read_note: textSchema.optional(),
});

/** Pain on a scale of 0 to 10. */
export const painSchema = z.strictObject({
  modality: z.enum(modalities),
  modality_words: textSchema,
  mean: z.number().min(0).max(10),
  sd: z.number().optional(),
  se: z.number().optional(),
  n: count,
  source: sourceSchema,
  read: readSchema,
});

/** Harms of one kind counted in one study: k of n people. Fields: `incidenceSchema`. */
export type Incidence = z.infer<typeof incidenceSchema>;
/**
 * A published comparison of a harm between two treatments: a risk or odds ratio, or a difference of times in s.
 * Fields: `comparisonSchema`.
 */
export type HarmComparison = z.infer<typeof comparisonSchema>;
/**
 * What makes dark marks after treatment more or less likely, by direction and strength in words. Fields:
 * `modifierSchema`.
 */
export type HarmModifier = z.infer<typeof modifierSchema>;
/**
 * A lasting or rare harm with the numbers that were reported, in words, and what to do about it. Fields:
 * `rareHarmSchema`.
 */
export type RareHarm = z.infer<typeof rareHarmSchema>;
/** A report or notice of harms without the number of people treated. Fields: `signalSchema`. */
export type SafetySignal = z.infer<typeof signalSchema>;
/** When a harm of radio-frequency needles is likely; mostly clinical judgement. Fields: `harmPatternSchema`. */
export type HarmPattern = z.infer<typeof harmPatternSchema>;
/** How long a sign such as redness lasted after a treatment, in s. Fields: `recoverySchema`. */
export type Recovery = z.infer<typeof recoverySchema>;
/** Pain of a treatment in one study, on a scale of 0 (none) to 10. Fields: `painSchema`. */
export type Pain = z.infer<typeof painSchema>;
