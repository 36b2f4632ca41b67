import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { measureIds } from '../measure/measure-ids.ts';
import { readSchema, sourceSchema, textSchema } from '../provenance/schemas.ts';

const count = z.int().nonnegative();
const share = quantity('fraction', { shown: '%', min: '0 %', max: '100 %' });
/** A fall in per cent of the start; below zero where it rose. */
const fall = quantity('fraction', { shown: '%', max: '100 %' });

/** A time and what it is counted from. A missing `after` is not stated. */
export const timeSchema = z.strictObject({
  time: quantity('time', { shown: 'weeks', min: '0 s' }),
  after: z.enum(['baseline', 'first session', 'last session']).optional(),
});

/** What was compared with: of these only sham, placebo, no treatment and the same care without needles isolate needling. */
export const comparisons = [
  'sham',
  'placebo',
  'untreated',
  'same-care-without-needling',
  'needling',
  'needling-with-addition',
  'addition-alone',
  'laser',
  'peel',
  'microdermabrasion',
  'injection',
  'needle-length',
  'timing',
  'device',
  'other',
] as const;
/** What an arm or study was compared with. */
export type Comparison = (typeof comparisons)[number];

/** Which way an outcome went from the start; "mixed" where parts of it went different ways. */
export const directions = ['improved', 'unchanged', 'worse', 'mixed'] as const;
/** Which way an outcome went from the start, as the source says it. */
export type Direction = (typeof directions)[number];

/** What the words of the source say where its numbers do not; judged by whoever filed the study. */
const readingSchema = z.strictObject({
  from_start: z.enum(directions).optional(),
  against: z.enum(comparisons).optional(),
  result: z.enum(['better', 'no difference', 'worse']).optional(),
});

const pValue = z.strictObject({ op: z.enum(['=', '<', '>']), value: z.number().min(0).max(1) });

const responders = z
  .strictObject({ k: count, n: count, definition: textSchema, k_derived: z.boolean() })
  .refine(({ k, n }) => k <= n, 'expected k of n with k at most n');

/** A class nobody fell into may be left out; what is missing to n is not reported. */
const categories = z.union([
  z.strictObject({ counts: z.record(textSchema, count), n: count }),
  z.strictObject({ shares: z.record(textSchema, share), n: count }),
]);

const transition = z.strictObject({
  from: count,
  n: count,
  to: z.array(z.strictObject({ grade: count, n: count })),
});

/** The numbers of an outcome, all in one unit. Reductions are falls, positive when the reading went down. */
function numbersShape<Value extends z.ZodType>(value: Value) {
  const state = z.strictObject({ mean: value.optional(), sd: value.optional(), se: value.optional() });
  const interval = z.strictObject({ low: value, high: value, level: share, note: textSchema.optional() });
  return {
    baseline: state.optional(),
    end: state.optional(),
    change: z
      .strictObject({
        mean_reduction: value.optional(),
        median_reduction: value.optional(),
        mean_change: value.optional(),
        sd: value.optional(),
        interval: interval.optional(),
        p: pValue.optional(),
        p_vs_placebo: pValue.optional(),
        note: textSchema.optional(),
      })
      .optional(),
  };
}

const commonShape = {
  /** The measure as the source calls it. */
  words: textSchema,
  direction: z.enum(['lower is better', 'higher is better']).optional(),
  at: timeSchema.optional(),
  percent_improvement: z
    .strictObject({ value: fall.optional(), min: fall.optional(), max: fall.optional() })
    .optional(),
  /** A share whose numerator is not known. */
  share: share.optional(),
  responders: responders.optional(),
  categories: categories.optional(),
  /** From one grade to others, as counts of people. */
  transitions: z.array(transition).optional(),
  reading: readingSchema.optional(),
  note: textSchema.optional(),
  /** Where one outcome was read otherwise than its study. */
  source: sourceSchema.optional(),
  read: readSchema.optional(),
};

const scored = z.strictObject({
  ...commonShape,
  measure: z.enum(measureIds).exclude(['tissue-volume']),
  unit: z.enum(['points', 'grade', 'device units']).optional(),
  ...numbersShape(z.number()),
});

/** The one physical quantity so far: text with its unit in the file, cubic metres after reading. */
const volume = z.strictObject({
  ...commonShape,
  measure: z.literal('tissue-volume'),
  unit: z.literal('m3').default('m3'),
  ...numbersShape(quantity('volume', { shown: 'mL' })),
});

export const outcomeSchema = z.discriminatedUnion('measure', [scored, volume]);

/**
 * One outcome of an arm as the source reports it: scores in points of their measure, volumes in m³, times in s,
 * shares 0 to 1. Fields: `outcomeSchema`.
 */
export type Outcome = z.infer<typeof outcomeSchema>;
