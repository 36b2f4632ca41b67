import { z } from 'zod';
import readingsFile from '../../../data/priors/readings.json' with { type: 'json' };
import { measureIds } from '../../measure/measure-ids.ts';
import { once } from '../../once.ts';
import type { Outcome } from '../../study/outcome-schema.ts';
import { textSchema } from '../../provenance/schemas.ts';

const howShape = {
  /** Class words from the lowest up, each with the cut it lies above; a word not named lies below them all. */
  classes: z.record(textSchema, textSchema).optional(),
  /** The cut above which the responders lie. */
  responders: textSchema.optional(),
  rater: z.literal('patient').optional(),
  /** People behind a test, where the record does not have them. */
  n: z.int().positive().optional(),
  /** The bound of p that such a test stayed below, or did not where nothing changed. */
  p: z.number().positive().max(1).optional(),
  reason: textSchema.optional(),
  not_used: textSchema.optional(),
};

const fileSchema = z.strictObject({
  measures: z.array(z.strictObject({ measure: z.enum(measureIds), ...howShape })),
  /** For a scale of the paper: by what the definition of its responders says, the first that fits. */
  definitions: z.array(z.strictObject({ pattern: textSchema, ...howShape })),
  /** For a scale of the paper whose every class word is among these. */
  words: z.strictObject({
    classes: z.record(textSchema, textSchema),
    below: z.array(textSchema),
    reason: textSchema,
  }),
  records: z.array(z.strictObject({ arm: textSchema, outcome: z.int().nonnegative(), ...howShape })),
});

/** How an outcome is to be read. */
export type How = Omit<z.infer<typeof fileSchema>['records'][number], 'arm' | 'outcome'>;

const file = once(() => fileSchema.parse(readingsFile));

/** By the record itself if there is an entry for it, else by its measure, else by the words of the paper. */
export function howToRead(arm: string, index: number, outcome: Outcome): How | undefined {
  const { records, measures } = file();
  return (
    records.find((entry) => entry.arm === arm && entry.outcome === index) ??
    measures.find((entry) => entry.measure === outcome.measure) ??
    (outcome.measure === 'own-scale' ? byWords(outcome) : undefined)
  );
}

function byWords({ responders, categories }: Outcome): How | undefined {
  const { definitions, words } = file();
  if (categories) {
    const known = new Set([...Object.keys(words.classes), ...words.below]);
    const names = Object.keys('counts' in categories ? categories.counts : categories.shares);
    return names.every((name) => known.has(name))
      ? { classes: words.classes, reason: words.reason }
      : undefined;
  }
  return (
    responders && definitions.find(({ pattern }) => new RegExp(pattern, 'iu').test(responders.definition))
  );
}

/** Arms with an entry of their own, to be checked against the table. */
export const readRecords = once((): readonly { readonly arm: string; readonly outcome: number }[] =>
  file().records.map(({ arm, outcome }) => ({ arm, outcome })),
);
