import { z } from 'zod';
import tissuesFile from '../../data/heat/tissues.json' with { type: 'json' };
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';

/** Mean over studies, in `unit`; no sd where there was one study. */
const statistic = z.strictObject({
  value: z.number(),
  sd: z.number().optional(),
  n_studies: z.int().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string(),
});

const tissueSchema = z.strictObject({
  id: textSchema,
  density: statistic.optional(),
  specific_heat: statistic.optional(),
  thermal_conductivity: statistic.optional(),
  blood_flow: statistic.optional(),
  metabolism: statistic.optional(),
  read: readSchema,
  sources: sourcesSchema,
});

/**
 * Thermal properties of one tissue as means over studies, each in the unit that stands beside it. Fields:
 * `tissueSchema`.
 */
export type ThermalTissue = z.output<typeof tissueSchema>;

/** Thermal properties of tissues as a database of many studies has them. */
export const thermalTissues = once((): readonly ThermalTissue[] => z.array(tissueSchema).parse(tissuesFile));
