import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { siteIds } from '../atlas/site-ids.ts';
import { indicationIds, phototypes } from './indication.ts';
import { sourcesSchema, textSchema } from '../provenance/schemas.ts';

/** What stands behind a statement, strongest first. Never averaged across. */
export const evidenceTags = ['trial', 'label', 'expert', 'weak', 'judgement'] as const;
/** What stands behind a documented course or note. */
export type EvidenceTag = (typeof evidenceTags)[number];

/** The regions that documented courses are given for; "any" where the source names none. */
export const courseRegions = ['face', 'neck', 'abdomen', 'body', 'any'] as const;
/** The region a documented course is given for: coarser than the sites of the atlas. */
export type CourseRegion = (typeof courseRegions)[number];

/** The two kinds of needles that a course is given with. */
export const routes = ['needling', 'rf'] as const;
/** Needles alone, or needles that carry radio-frequency current. */
export type Route = (typeof routes)[number];

const length = quantity('length', { shown: 'mm', min: '0 mm' });
const time = quantity('time', { shown: 'days', min: '0 s' });
const count = z.int().positive();
const siteList = z.array(z.enum(siteIds)).min(1);

/** A range as far as it is known; a typical value alone is allowed. */
const lengths = z
  .strictObject({ typical: length.optional(), min: length.optional(), max: length.optional() })
  .refine((given) => Object.keys(given).length > 0, 'expected at least one length');

const origin = { tag: z.enum(evidenceTags), sources: sourcesSchema, note: textSchema.optional() };

const courseSchema = z.strictObject({
  id: textSchema,
  indication: z.enum(indicationIds),
  route: z.enum(routes),
  region: z.enum(courseRegions),
  /** Where the course is meant for part of the region only. */
  sites: siteList.optional(),
  lengths: lengths.optional(),
  /** Lengths that were used, or only the limit of a clearance. */
  lengths_are: z.enum(['used', 'clearance limit']).optional(),
  sessions: z.strictObject({ typical: count.optional(), min: count, max: count }).optional(),
  interval: z.strictObject({ typical: time.optional(), min: time, max: time }).optional(),
  passes: z.strictObject({ min: count, max: count }).optional(),
  endpoint: textSchema.optional(),
  /** Given under conditions a planner cannot arrange, such as general anaesthesia. */
  specialist_only: z.literal(true).optional(),
  ...origin,
});

const noteSchema = z.strictObject({ text: textSchema, ...origin });

/** What a rule for a phototype asks of a plan, in a form that a planner can act on; its words stand in `rules`. */
export const phototypeCodes = [
  'shortest-length',
  'longer-interval',
  'sun-protection',
  'lightening-care',
  'test-spot',
  'no-aggressive-endpoint',
  'insulated-tip',
  'lower-energy',
  'specialist',
] as const;

const phototypeRule = z.strictObject({
  route: z.enum(routes),
  phototypes: z.array(z.enum(phototypes)).min(1),
  codes: z.array(z.enum(phototypeCodes)).default([]),
  interval: z.strictObject({ min: time, max: time }).optional(),
  rules: z.array(noteSchema),
});

const rfZone = z.strictObject({ id: textSchema, sites: siteList, depth: lengths, ...origin });

const defaults = z.strictObject({
  interval: time,
  sessions: count,
  judge_after: time,
  stop_rule: textSchema,
  ...origin,
});

const regulator = z.strictObject({
  place: textSchema,
  text: textSchema,
  from_length: length.optional(),
  ...origin,
});

export const protocolsSchema = z.strictObject({
  courses: z.array(courseSchema),
  length_gaps: z.strictObject({ sites: siteList, text: textSchema }),
  notes: z.array(noteSchema),
  phototype_rules: z.array(phototypeRule),
  phototype_evidence: z.array(noteSchema),
  rf_zones: z.array(rfZone),
  rf_notes: z.array(noteSchema),
  anaesthesia: z.array(noteSchema),
  after_care: z.array(noteSchema),
  topicals: z.strictObject({ rule: textSchema, reasons: z.array(noteSchema) }),
  defaults,
  regulators: z.array(regulator),
});

/**
 * Everything documented about courses of needling: courses, rules by phototype, after-care, defaults and
 * regulators. Lengths in m, times in s. Fields: `protocolsSchema`.
 */
export type Protocols = z.infer<typeof protocolsSchema>;
/**
 * One documented course for an indication and region: needle lengths in m, sessions, interval in s, passes, and
 * what it rests on. Fields: `courses` of `protocolsSchema`.
 */
export type Course = Protocols['courses'][number];
/**
 * What changes in a course for some phototypes, with the interval it asks for in s. Fields: `phototype_rules` of
 * `protocolsSchema`.
 */
export type PhototypeRule = Protocols['phototype_rules'][number];
/** A statement about courses with its evidence tag and sources. Fields: `noteSchema`. */
export type TaggedNote = z.infer<typeof noteSchema>;
