import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import screeningFile from '../../data/screening.json' with { type: 'json' };
import { routes } from '../course/protocol-schema.ts';
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { screeningIds } from './screening-ids.ts';

/** What a "yes" to a screening question can lead to, from exclusion to going on. */
export const screeningActions = [
  'exclude',
  'exclude-zone',
  'exclude-use',
  'defer',
  'refer',
  'proceed-with-change',
  'proceed',
] as const;
/** What a "yes" to a screening question leads to. */
export type ScreeningAction = (typeof screeningActions)[number];

const days = quantity('time', { shown: 'days', min: '0 s' });

/**
 * Who may go on against a rule, recorded with reason and name. A policy of this project save where the rule itself says
 * who: an exclusion and a waiting time have nobody, and after a referral the physician who saw the person decides.
 */
export const overriders = [
  'nobody',
  'treating dermatologist',
  'physician referred to',
  'treating professional',
  'nothing to override',
] as const;

/** What one source says where sources disagree, and what it would lead to. */
const positionSchema = z.strictObject({
  says: textSchema,
  action: z.enum(screeningActions),
  sources: sourcesSchema.min(1),
  read: readSchema,
});

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
    override_by: z.enum(overriders),
    reason: textSchema,
    defer_until: textSchema.optional(),
    defer_interval: z.strictObject({ min: days, max: days, note: textSchema.optional() }).optional(),
    sources: sourcesSchema,
    basis: textSchema,
    read: readSchema,
    /** Needs the confirmation of a dermatologist. */
    clinical_judgement: z.literal(true).optional(),
    /** Sources that disagree, side by side; the stricter decides until a person who may has decided. */
    positions: z.array(positionSchema).min(2).optional(),
    note: textSchema.optional(),
  })
  .refine(({ sources, clinical_judgement }) => sources.length > 0 || clinical_judgement, {
    message: 'an item needs a source or the mark of clinical judgement',
  });

/** What one source says of a screening question on which sources disagree. Fields: `positionSchema`. */
export type ScreeningPosition = z.infer<typeof positionSchema>;
/**
 * A question to be answered before a course is planned: whom it concerns, what a "yes" leads to, how long to wait
 * (s), and who may decide otherwise. Fields: `screeningItemSchema`.
 */
export type ScreeningItem = z.infer<typeof screeningItemSchema>;

/** The questions to ask before a course, with what each "yes" leads to. */
export const screeningItems = once((): readonly ScreeningItem[] =>
  z.array(screeningItemSchema).parse(screeningFile),
);
