import { z } from 'zod';
import forecastsFile from '../../data/forecasts/forecasts.json' with { type: 'json' };
import { indicationIds, type IndicationId } from '../course/indication.ts';
import { routes, type CourseRegion, type Route } from '../course/protocol-schema.ts';
import { once } from '../once.ts';
import { certaintyDomains, certaintyGrades } from '../posterior/certainty.ts';
import { improvementLevels } from '../posterior/levels.ts';

const people = z.number().min(0).max(100);
const band = z.strictObject({ low: people, high: people });

const levelSchema = z.strictObject({
  level: z.enum(improvementLevels),
  median: people,
  band50: band,
  band90: band,
  countedIn: z.int().min(0),
});

const certaintySchema = z.strictObject({
  grade: z.enum(certaintyGrades),
  startsAt: z.enum(certaintyGrades),
  domains: z.array(
    z.strictObject({
      domain: z.enum(certaintyDomains),
      concern: z.enum(['none', 'serious', 'very serious']),
      facts: z.string(),
      judgement: z.string(),
    }),
  ),
});

const asked = {
  indication: z.enum(indicationIds),
  region: z.enum(['face', 'neck', 'body']),
  modality: z.enum(routes),
};

const entrySchema = z.discriminatedUnion('status', [
  z.strictObject({
    ...asked,
    status: z.literal('estimated'),
    statement: z.string(),
    levels: z.array(levelSchema),
    studies: z.array(z.string()),
    certainty: certaintySchema,
  }),
  z.strictObject({ ...asked, status: z.literal('explained only'), reason: z.string() }),
]);

const fileSchema = z.looseObject({ evidence: z.string(), entries: z.array(entrySchema) });

/** Of 100 people like those studied, how many reach each level; or why no figure is given. */
export type Forecast = z.output<typeof entrySchema>;

const file = once(() => fileSchema.parse(forecastsFile));

/**
 * The forecast of the expectation model for an indication, a route and a region, from a fit kept in the repository
 * (tools/evidence/forecasts.ts makes it again; a test holds the two together).
 */
export function forecastFor(indication: IndicationId, route: Route, region: CourseRegion): Forecast {
  const place = region === 'abdomen' || region === 'any' ? 'body' : region;
  const entry = file().entries.find(
    (known) => known.indication === indication && known.modality === route && known.region === place,
  );
  if (entry === undefined) throw new RangeError(`no forecast for ${indication}, ${route}, ${place}`);
  return entry;
}

/** Hash of the readings the forecasts were made from. */
export const forecastEvidence = (): string => file().evidence;
