import { indicationIds, phototypes, screeningIds, siteIds } from '@percuta/evidence';
import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { readDocument } from './document.ts';
import { checkExclusions, exclusions, leastArea } from './exclusions.ts';
import { migrate, type Migration } from './migrations.ts';

/** Structures that no plan may cross; an area that touches one is refused. */
export const exclusionZones = [
  'inside orbital rim',
  'lip vermilion',
  'mucosa',
  'nostril',
  'eyebrow',
  'nipple or areola',
  'mole',
  'tattoo or permanent make-up',
] as const;

const answer = z.enum(['yes', 'no', 'not asked']);
export type Answer = z.infer<typeof answer>;

const person = z.strictObject({
  age: quantity('time', { shown: 'years', min: '0 years', max: '120 years' }),
  sex: z.enum(['female', 'male', 'not given']),
  phototype: z.enum(phototypes).describe('Fitzpatrick phototype'),
  bmi: quantity('body-mass-index', { shown: 'kg/m2', min: '10 kg/m2', max: '80 kg/m2' }).optional(),
  smoking: z.enum(['never', 'former', 'current', 'not asked']),
  conditions: z.array(z.string().min(1)).describe('diagnoses in words, for the record'),
  medications: z.array(z.string().min(1)),
  history: z.array(z.string().min(1)).describe('earlier treatments and events in words, for the record'),
});

const measuredThickness = z.strictObject({
  layer: z
    .enum(['stratum corneum', 'epidermis', 'dermis', 'skin', 'fat'])
    .describe('skin = epidermis + dermis'),
  method: z.enum(['ultrasound', 'OCT', 'confocal microscopy', 'histology']),
  value: quantity('length', { shown: 'mm', min: '0.005 mm', max: '100 mm' }),
  error: quantity('length', { shown: 'mm', min: '0.001 mm', max: '20 mm' }).describe(
    'standard error of the value',
  ),
});

const area = quantity('area', { shown: 'cm2', min: leastArea, max: '5000 cm2' });
const touches = z.array(z.enum(exclusionZones)).describe('exclusion zones the area touches; [] when none');

const zone = z
  .strictObject({
    id: z.enum(siteIds),
    area,
    touches,
    exclusions,
    measured: z.array(measuredThickness).optional().describe('readings taken in this zone'),
  })
  .superRefine((one, context) => checkExclusions(one, (issue) => context.addIssue({ ...issue })));

const anaesthesia = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('topical'),
    product: z.string().min(1),
    area_limit: quantity('area', { shown: 'cm2', min: '0 cm2', max: '20000 cm2' }).describe(
      'largest area a session may cover, from the label of the product',
    ),
  }),
]);

/** Versioned description of a person, a place, a concern and what is at hand. Quantities are SI after decoding. */
export const caseSchema = z.strictObject({
  kind: z.literal('percuta case'),
  version: z.literal(1),
  title: z.string().min(1),
  person,
  screening: z
    .partialRecord(z.enum(screeningIds), answer)
    .describe('answers by item; an item left out counts as not asked'),
  site: z
    .strictObject({
      id: z.enum(siteIds),
      area,
      touches,
      exclusions,
    })
    .superRefine((one, context) => checkExclusions(one, (issue) => context.addIssue({ ...issue }))),
  zones: z
    .array(zone)
    .min(1)
    .max(11)
    .optional()
    .describe('further zones treated in the same sessions, each within caps of its own'),
  concern: z.strictObject({
    indication: z.enum(indicationIds),
    subtypes: z
      .record(z.string(), quantity('fraction', { shown: '%', min: '0 %', max: '100 %' }))
      .optional()
      .describe('share of each lesion subtype'),
    grade: z.string().min(1).optional().describe('grade with its scale, in words'),
  }),
  devices: z
    .array(z.string().min(1))
    .describe("ids of the catalogue; [] when only sheets of one's own are used"),
  sheets: z
    .array(z.unknown())
    .optional()
    .describe("device sheets of one's own, planned with beside those; in a file also their paths"),
  preferences: z
    .strictObject({
      most_downtime: quantity('time', { shown: 'days', min: '0 days', max: '60 days' }).optional(),
      most_sessions: z.int().min(1).max(24).optional(),
      budget_visits: z.int().min(1).max(48).optional().describe('visits that can be paid for'),
    })
    .optional(),
  anaesthesia: anaesthesia.optional(),
  measured: z.array(measuredThickness).optional(),
  limits: z
    .array(z.strictObject({ limit: z.string().min(1), value: z.string().min(1) }))
    .optional()
    .describe('limits tightened by the clinician'),
  overrides: z
    .array(
      z.strictObject({
        limit: z.string().min(1),
        value: z.string().min(1),
        reason: z.string().min(10),
        name: z.string().min(2).describe('who takes the responsibility'),
      }),
    )
    .optional()
    .describe('limits loosened by the clinician, printed on every output'),
});

/**
 * A person, a place, a concern and the devices at hand, after decoding: SI numbers. Fields: `caseSchema`, and as
 * written in a file docs/generated/case-fields.md.
 */
export type Case = z.output<typeof caseSchema>;
export type CaseZone = z.output<typeof zone>;
export type MeasuredThickness = z.output<typeof measuredThickness>;

const currentVersion = 1;
const migrations: readonly Migration[] = [];

const checked = caseSchema.superRefine(({ site, zones = [] }, context) => {
  const ids = [site.id, ...zones.map(({ id }) => id)];
  ids.forEach((id, i) => {
    if (ids.indexOf(id) === i) return;
    const path = ['zones', i - 1, 'id'];
    context.addIssue({
      code: 'custom',
      path,
      message: 'is a zone of the case already; give its whole area once',
    });
  });
});

/**
 * Reads a case document of any version; throws BadInput with every problem.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { BadInput, readCase } from '@percuta/engine';
 *
 * const given = readCase(JSON.parse(readFileSync('case.json', 'utf8')));
 * console.log(given.site.area); // 0.006
 * try {
 *   readCase({ kind: 'percuta case', version: 1 });
 * } catch (error) {
 *   if (error instanceof BadInput) console.log(error.problems[0]?.path); // title
 * }
 * ```
 */
export const readCase = (input: unknown): Case =>
  readDocument(checked, migrate(input, 'percuta case', currentVersion, migrations));

/** The case as it is written to disk, quantities as text. */
export const writeCase = (given: Case): unknown => z.encode(caseSchema, given);
