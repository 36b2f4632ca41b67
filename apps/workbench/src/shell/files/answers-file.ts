import { indicationIds, phototypes, screeningIds, siteIds } from '@percuta/evidence';
import { z } from 'zod';

/** What a person hands to a clinician: what they chose and said, and nothing about a device. */
export const answersSchema = z.strictObject({
  kind: z.literal('percuta answers'),
  version: z.literal(1),
  site: z.enum(siteIds),
  indication: z.enum(indicationIds),
  phototype: z.enum(phototypes).optional(),
  /** Statements the person said yes or no to, with the screening items behind each. */
  said: z.array(
    z.strictObject({
      text: z.string().min(1),
      answer: z.enum(['yes', 'no']),
      screening: z.array(z.enum(screeningIds)).min(1),
    }),
  ),
  /** What matters, 1 to 5. */
  values: z.array(z.strictObject({ statement: z.string().min(1), weight: z.int().min(1).max(5) })),
  questions: z.array(z.string().min(1)),
  note: z.string().optional(),
});

export type Answers = z.infer<typeof answersSchema>;
