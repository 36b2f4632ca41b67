import { z } from 'zod';
import { siteIds } from '../atlas/site-ids.ts';
import { indicationIds } from '../course/indication.ts';
import { routes } from '../course/protocol-schema.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { screeningIds } from '../screening/screening-ids.ts';
import { holdsDeviceSetting } from './device-setting.ts';

/** Text for the person deciding: it cannot hold a device setting. */
const plain = textSchema.refine((text) => !holdsDeviceSetting(text), 'a device setting has no place here');

const passageShape = { text: plain, sources: sourcesSchema, read: readSchema };
/** A few sentences, with who says so; without a source it is a judgement and marked as one. */
const passage = z.strictObject(passageShape);
/** A few sentences for the person deciding, with sources and how they were read. Fields: `passageShape`. */
export type Passage = z.infer<typeof passage>;

export const editionSchema = z.strictObject({
  version: textSchema,
  evidence_as_of: z.iso.date(),
  decision: passage,
  for_whom: passage,
  update: passage,
  funding: passage,
  made_by: passage,
  how_sure: passage,
});

export const conditionSchema = z.strictObject({
  indication: z.enum(indicationIds),
  what: passage,
  /** What happens if nothing is done. */
  untreated: passage,
});

/** What a person can choose between, doing nothing among it. */
export const optionIds = ['needling', 'rf-needling', 'laser', 'peel', 'topical', 'nothing'] as const;
/** The id of an option of the decision aid. */
export type OptionId = (typeof optionIds)[number];

export const optionSchema = z.strictObject({
  id: z.enum(optionIds),
  name: plain,
  what: passage,
  good: z.array(passage).min(1),
  bad: z.array(passage).min(1),
  /** What it is like to go through it. */
  feels: passage,
});

const day = z.int().nonnegative();

export const courseSchema = z.strictObject({
  weeks: z.array(z.strictObject({ from_week: day, to_week: day, ...passageShape })),
  days: z.array(
    z.strictObject({
      from_day: day,
      to_day: day,
      applies_to: z.array(z.enum(routes)).min(1),
      ...passageShape,
    }),
  ),
  aftercare: z.array(passage),
  call: z.array(z.strictObject({ when: z.enum(['now', 'today', 'this week']), ...passageShape })),
});

export const talkSchema = z.strictObject({
  /** Sources are those of the screening items behind each. */
  not_for_you: z.array(
    z.strictObject({
      action: z.enum(['do not have it', 'not in that spot', 'not this way', 'wait', 'ask a doctor first']),
      screening: z.array(z.enum(screeningIds)).min(1),
      text: plain,
    }),
  ),
  ask: z.array(z.strictObject({ ask: plain, why: passage })),
  /** The person's own figures: nothing here states a price. */
  costs: z.array(z.strictObject({ id: textSchema, ask: plain })),
  /** To be weighed by the person, from "not at all" to "very much". */
  values: z.array(z.strictObject({ id: textSchema, statement: plain })),
  next_steps: z.array(passage),
  report: z.array(
    z.strictObject({
      place: plain,
      name: plain,
      url: z.url({ protocol: /^https$/ }).optional(),
      ...passageShape,
    }),
  ),
  not_at_home: z.array(passage),
});

export const siteNamesSchema = z.record(z.enum(siteIds), plain);
export const conditionNamesSchema = z.record(z.enum(indicationIds), plain);

/**
 * Which edition of the decision aid this is: date of the evidence, who made and paid for it, whom it is for.
 * Fields: `editionSchema`.
 */
export type Edition = z.infer<typeof editionSchema>;
/** What a condition is, with the name that people use. */
export type Condition = z.infer<typeof conditionSchema> & { readonly name: string };
/**
 * One option of the decision aid: what it is, what speaks for and against it, what it is like. Fields:
 * `optionSchema`.
 */
export type Option = z.infer<typeof optionSchema>;
/**
 * What happens in the weeks of a course and the days (counted from a session) after it, after-care, and when to
 * call. Fields: `courseSchema`.
 */
export type CourseOfCare = z.infer<typeof courseSchema>;
/**
 * What to talk over with whoever treats: whom it is not for, questions, costs, what matters to the person, where to
 * report harm. Fields: `talkSchema`.
 */
export type Talk = z.infer<typeof talkSchema>;
