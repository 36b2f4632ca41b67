import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import screeningFile from '../../data/screening.json' with { type: 'json' };
import { routes } from '../course/protocol-schema.ts';
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { screeningIds } from './screening-ids.ts';

export const screeningActions = [
  'exclude',
  'exclude-zone',
  'exclude-use',
  'defer',
  'refer',
  'proceed-with-change',
  'proceed',
] as const;
export type ScreeningAction = (typeof screeningActions)[number];

const days = quantity('time', { shown: 'days', min: '0 s' });

const screeningItemSchema = z
  .strictObject({
    id: z.enum(screeningIds),
    factor: textSchema,
    /** "yes" is always the answer that worries. */
    question: z.string().regex(/^[A-Z].*\?$/, 'expected a question'),
    /** Some answers follow from the case itself: age, phototype, smoking, site. */
    answered_by: z.enum(['case', 'person']),
    applies_to: z.array(z.enum(routes)).min(1),
    /** What a "yes" asks for; several where the rule distinguishes. */
    actions: z.array(z.enum(screeningActions)).min(1),
    rule: textSchema,
    reason: textSchema,
    defer_until: textSchema.optional(),
    defer_interval: z.strictObject({ min: days, max: days, note: textSchema.optional() }).optional(),
    sources: sourcesSchema,
    basis: textSchema,
    read: readSchema,
    /** Needs the confirmation of a dermatologist. */
    clinical_judgement: z.literal(true).optional(),
    note: textSchema.optional(),
  })
  .refine(({ sources, clinical_judgement }) => sources.length > 0 || clinical_judgement, {
    message: 'an item needs a source or the mark of clinical judgement',
  });

export type ScreeningItem = z.infer<typeof screeningItemSchema>;

/** The questions to ask before a course, with what each "yes" leads to. */
export const screeningItems = once((): readonly ScreeningItem[] =>
  z.array(screeningItemSchema).parse(screeningFile),
);
