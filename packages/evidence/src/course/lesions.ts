import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import lesionsFile from '../../data/lesions.json' with { type: 'json' };
import { indicationIds, type IndicationId } from './indication.ts';
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';

const length = quantity('length', { shown: 'mm', min: '0 mm' });
const share = quantity('fraction', { shown: '%', min: '0 %', max: '100 %' });

/** A missing end is unknown. */
const extent = z.strictObject({ min: length.optional(), max: length.optional() });

const lesionSchema = z.strictObject({
  id: textSchema,
  indication: z.enum(indicationIds),
  subtype: textSchema,
  name: textSchema,
  /** Where in the depth of the skin the lesion lies: what a needle has to reach. */
  depth: z.union([z.literal('unknown'), extent]),
  width: extent.optional(),
  width_read: readSchema.optional(),
  /** Share of all lesions of the indication. */
  share: z.strictObject({ min: share, max: share }).optional(),
  share_sources: sourcesSchema.optional(),
  /** A form to draw it with; an assumption, no measurement. */
  shape: textSchema.optional(),
  note: textSchema.optional(),
  /** How the depth was read. */
  read: readSchema,
  sources: sourcesSchema,
});

/**
 * What is treated in one subtype of an indication: depth and width of the lesion in m, and its share of all
 * lesions, 0 to 1. Fields: `lesionSchema`.
 */
export type Lesion = z.infer<typeof lesionSchema>;

/** What is treated, by indication and subtype; lengths in metres, "unknown" where nothing is known. */
export const lesions = once((): readonly Lesion[] => z.array(lesionSchema).parse(lesionsFile));

/** What is treated in an indication, one record for each subtype; lengths in m. */
export function lesionsFor(indication: IndicationId): readonly Lesion[] {
  return lesions().filter((lesion) => lesion.indication === indication);
}
