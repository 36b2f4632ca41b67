import { siteIds } from '@percuta/evidence';
import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { readDocument } from '../case/document.ts';
import { exclusions } from '../case/exclusions.ts';
import { migrate, type Migration } from '../case/migrations.ts';
import { rfSettingsSchema } from '../case/rf-settings.ts';

/** What is seen at the end of a session. */
export const endpoints = [
  'none',
  'redness',
  'pinpoint bleeding',
  'frank bleeding',
  'swelling',
  'bruising',
] as const;

/** What may follow a session. */
export const reactions = [
  'redness',
  'swelling',
  'bruising',
  'crusts',
  'acne flare',
  'dark marks',
  'light marks',
  'infection',
  'herpes',
  'burn',
  'track marks',
  'raised scar',
  'allergy',
  'loss of fat',
  'numbness',
] as const;

/** As in the expectation from trials. */
export const reportedLevels = ['worse', 'no-change', 'any', '25', '50', '75'] as const;

const depth = quantity('length', { shown: 'mm', min: '0.05 mm', max: '10 mm' });
const passes = z.int().min(1).max(50);

const settings = z.strictObject({
  depth,
  passes,
  hand_speed: quantity('speed', { shown: 'mm/s', min: '0.5 mm/s', max: '500 mm/s' })
    .optional()
    .describe('pens and rollers; as planned when left out'),
  frequency: quantity('frequency', { shown: 'Hz', min: '1 Hz', max: '1000 Hz' })
    .optional()
    .describe('pens; as planned when left out'),
  rf: rfSettingsSchema.optional().describe('radio frequency; as planned when left out'),
  further: z
    .array(
      z.strictObject({
        depth,
        passes,
        rf: rfSettingsSchema.optional().describe('as at the first depth when left out'),
      }),
    )
    .min(1)
    .max(9)
    .optional()
    .describe('passes at other depths in the same session, in the order they were made'),
});

const day = quantity('time', { shown: 'days', min: '0 days', max: '3000 days' });

const reaction = z.strictObject({
  reaction: z.enum(reactions),
  severity: z.enum(['mild', 'moderate', 'severe']),
  lasted: quantity('time', { shown: 'days', min: '0 days', max: '3000 days' })
    .optional()
    .describe('left out as long as it lasts'),
  cleared_by: z.string().min(2).optional().describe('who judged that treatment may go on'),
});

const session = z.strictObject({
  day: day.describe('days from the first session'),
  settings: settings.optional().describe('as planned when left out'),
  exclusions: exclusions.describe('parts of the zone left out that day, with why; as planned when left out'),
  endpoints: z.array(z.enum(endpoints)).describe('seen at the end; [] when not looked at'),
  reactions: z.array(reaction).describe('[] when there was none'),
  note: z.string().min(1).optional(),
});

/** What was really done of a planned course, session by session, and what was reported since. */
export const deliveredSchema = z.strictObject({
  kind: z.literal('percuta delivered'),
  version: z.literal(1),
  course: z.string().min(1).describe('id of the planned course, or its letter'),
  zone: z
    .enum(siteIds)
    .optional()
    .describe('of an area of several zones; the one that heads the course when left out'),
  sessions: z.array(session).min(1),
  outcomes: z
    .array(
      z.strictObject({
        day: day.describe('days from the first session'),
        by: z.enum(['patient', 'treating clinician', 'blinded assessor']),
        level: z.enum(reportedLevels).describe('the best level that was reached'),
      }),
    )
    .default([]),
});

/**
 * What was really done of a planned course, after decoding: SI numbers, days as s. Fields: `deliveredSchema`, and
 * as written in a file docs/generated/delivered-fields.md.
 */
export type Delivered = z.output<typeof deliveredSchema>;
export type DeliveredSession = Delivered['sessions'][number];

const currentVersion = 1;
const migrations: readonly Migration[] = [];

const isRising = (sessions: readonly DeliveredSession[]): boolean =>
  sessions.every(({ day: one }, i) => i === 0 || one > (sessions[i - 1]?.day ?? one));

const checked = deliveredSchema.superRefine(({ sessions, outcomes }, context) => {
  if (sessions.length > 0 && (sessions[0]?.day !== 0 || !isRising(sessions))) {
    context.addIssue({
      code: 'custom',
      path: ['sessions'],
      message: 'must start at 0 days and rise',
      params: { example: '0 days, then 28 days' },
    });
  }
  sessions.forEach(({ endpoints: seen }, i) => {
    if (!seen.includes('none') || seen.length === 1) return;
    const message = 'says none beside what was seen';
    context.addIssue({ code: 'custom', path: ['sessions', i, 'endpoints'], message });
  });
  if (outcomes.some(({ day: one }, i) => i > 0 && one < (outcomes[i - 1]?.day ?? one))) {
    context.addIssue({ code: 'custom', path: ['outcomes'], message: 'must be in the order of their days' });
  }
});

/**
 * Reads a record of delivered sessions; throws BadInput with every problem.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { readDelivered } from '@percuta/engine';
 *
 * const delivered = readDelivered(JSON.parse(readFileSync('delivered.json', 'utf8')));
 * console.log(delivered.sessions.length); // 2
 * ```
 */
export const readDelivered = (input: unknown): Delivered =>
  readDocument(checked, migrate(input, 'percuta delivered', currentVersion, migrations));
