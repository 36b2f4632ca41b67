import { z } from 'zod';
import readingsFile from '../../../data/priors/readings.json' with { type: 'json' };
import { measureIds } from '../../measure/measure-ids.ts';
import { once } from '../../once.ts';
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
  records: z.array(z.strictObject({ arm: textSchema, outcome: z.int().nonnegative(), ...howShape })),
});

/** How an outcome is to be read. */
export type How = Omit<z.infer<typeof fileSchema>['records'][number], 'arm' | 'outcome'>;

const file = once(() => fileSchema.parse(readingsFile));

/** By the record itself if there is an entry for it, else by its measure. */
export function howToRead(arm: string, outcome: number, measure: string): How | undefined {
  return (
    file().records.find((entry) => entry.arm === arm && entry.outcome === outcome) ??
    file().measures.find((entry) => entry.measure === measure)
  );
}

/** Arms with an entry of their own, to be checked against the table. */
export const readRecords = once((): readonly { readonly arm: string; readonly outcome: number }[] =>
  file().records.map(({ arm, outcome }) => ({ arm, outcome })),
);
