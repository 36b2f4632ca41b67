import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import forecastsFile from '../../data/forecasts/forecasts.json' with { type: 'json' };
import { indicationIds, type IndicationId, type Phototype } from '../course/indication.ts';
import { routes, type CourseRegion, type Route } from '../course/protocol-schema.ts';
import { once } from '../once.ts';
import { certaintyDomains, certaintyForPhototype, certaintyGrades } from '../posterior/certainty.ts';
import { recordsOf } from '../posterior/facts.ts';
import { improvementLevels } from '../posterior/levels.ts';
import type { BodyRegion } from '../posterior/reading/evidence.ts';
import { tableReading } from '../posterior/reading/read-table.ts';
import { studyIds } from '../study/study-ids.ts';

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

/** A study without which the headline, people at half better or more, would be another. */
const swaySchema = z.strictObject({ study: z.enum(studyIds), median: people, band90: band });

const time = quantity('time', { shown: 'days', min: '0 s' });
const span = z.strictObject({ low: time, high: time });

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
    studies: z.array(z.enum(studyIds)),
    certainty: certaintySchema,
    /** When after the last session people were assessed; missing where no arm says. */
    assessed: span.optional(),
    swayedBy: z.array(swaySchema),
  }),
  z.strictObject({ ...asked, status: z.literal('explained only'), reason: z.string() }),
]);

const fileSchema = z.looseObject({ evidence: z.string(), entries: z.array(entrySchema) });

/** Of 100 people like those studied, how many reach each level; or why no figure is given. */
export type Forecast = z.output<typeof entrySchema>;

const file = once(() => fileSchema.parse(forecastsFile));

/**
 * The forecast of the expectation model for an indication, a route and a region, from a fit kept in the repository
 * (tools/evidence/forecasts.ts makes it again; a test holds the two together). A phototype bears on its certainty
 * alone: no trial gives results by phototype.
 */
export function forecastFor(
  indication: IndicationId,
  route: Route,
  region: CourseRegion,
  phototype?: Phototype,
): Forecast {
  const place = region === 'abdomen' || region === 'any' ? 'body' : region;
  const entry = file().entries.find(
    (known) => known.indication === indication && known.modality === route && known.region === place,
  );
  if (entry === undefined) throw new RangeError(`no forecast for ${indication}, ${route}, ${place}`);
  return phototype === undefined || entry.status === 'explained only'
    ? entry
    : { ...entry, certainty: certaintyFor(entry, place, phototype) };
}

type EstimatedForecast = Extract<Forecast, { status: 'estimated' }>;

function certaintyFor(
  { indication, modality, certainty }: EstimatedForecast,
  region: BodyRegion,
  phototype: Phototype,
): EstimatedForecast['certainty'] {
  const own = tableReading().used.filter((arm) => arm.indication === indication && arm.modality === modality);
  const { domains, ...rest } = certaintyForPhototype(certainty, { arms: recordsOf(own), region, phototype });
  return { ...rest, domains: [...domains] };
}

/** Hash of the readings the forecasts were made from. */
export const forecastEvidence = (): string => file().evidence;
