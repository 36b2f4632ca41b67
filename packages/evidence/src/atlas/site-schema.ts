import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { readSchema, sourceSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { measurementSchema } from './measurement.ts';
import { siteIds } from './site-ids.ts';

/** The parts of the body that sites are grouped in. */
export const regions = ['face', 'neck', 'trunk', 'limb', 'scalp'] as const;
/** The part of the body that a site belongs to; courses are grouped otherwise (`CourseRegion`). */
export type Region = (typeof regions)[number];

const length = quantity('length', { shown: 'mm', min: '0 mm' });

const hazardDepth = z.strictObject({
  min: length.optional(),
  max: length.optional(),
  mean: length.optional(),
  sd: length.optional(),
});

/** A structure to keep away from. A depth nobody has given is "unknown", never zero. */
const hazardSchema = z.strictObject({
  structure: textSchema,
  depth: z.union([z.literal('unknown'), hazardDepth]),
  depth_note: textSchema.optional(),
  where: textSchema.optional(),
  sources: sourcesSchema,
  depth_read: readSchema.optional(),
  position_read: readSchema.optional(),
});

/** What the planner starts from. Estimates throughout: `low` of the dermis is the one for hard ceilings. */
const planningSchema = z.strictObject({
  stratum_corneum: length,
  /** Including the stratum corneum. */
  epidermis: length,
  dermis: z.strictObject({ value: length, low: length, high: length }),
  fat: z.strictObject({ value: length, min: length, max: length }),
  read: z.literal('estimate'),
  basis: textSchema,
});

/** A change with age as published; its unit ("mm per decade") is not one the equations use. */
const trendSchema = z.strictObject({
  quantity: textSchema,
  value: z.number(),
  sd: z.number().optional(),
  unit: textSchema,
  source: sourceSchema,
  read: readSchema,
});

const rfDepthSchema = z.strictObject({
  value: length,
  source: sourceSchema,
  read: readSchema,
  note: textSchema.optional(),
});

export const siteSchema = z.strictObject({
  id: z.enum(siteIds),
  name: textSchema,
  region: z.enum(regions),
  inside_orbital_rim: z.boolean(),
  inside_orbital_rim_read: readSchema.optional(),
  measured: z.array(measurementSchema),
  hazards: z.array(hazardSchema),
  planning: planningSchema,
  trends: z.array(trendSchema).optional(),
  recommended_rf_depth: rfDepthSchema.optional(),
  notes: z.array(z.strictObject({ text: textSchema, sources: sourcesSchema })).optional(),
});

/**
 * A site of the skin atlas: measurements of its layers, the thicknesses planning starts from (m), and hazards
 * below. Fields: `siteSchema`.
 */
export type Site = z.infer<typeof siteSchema>;
/**
 * A structure under a site that needles must keep away from, with its depth below the surface in m, or "unknown".
 * Fields: `hazards` of `siteSchema`.
 */
export type Hazard = Site['hazards'][number];
