import { z } from 'zod';
import modifiersFile from '../../data/atlas/modifiers.json' with { type: 'json' };
import { quantity } from '@percuta/quantity';
import { once } from '../once.ts';
import { readSchema, referenceKey, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { siteIds } from './site-ids.ts';

/** What every published effect carries. `conflicts_with` names works that say otherwise. */
const finding = {
  rule: textSchema,
  sources: sourcesSchema,
  read: readSchema,
  note: textSchema.optional(),
  conflict: z.boolean(),
  conflicts_with: z.array(referenceKey).optional(),
};

/** Relative change per ten years: -0.06 is six percent less. */
const perDecade = z.strictObject({ men: z.number(), women: z.number() });

const ageSchema = z.strictObject({
  ...finding,
  layer: z.enum(['epidermis', 'dermis']).optional(),
  change_per_decade: perDecade.optional(),
});

/** Men divided by women, by site. */
const sexSchema = z.strictObject({
  ...finding,
  layer: z.enum(['dermis', 'skin']).optional(),
  ratios: z.partialRecord(z.enum(siteIds), z.number().positive()).optional(),
});

const plainSchema = z.strictObject(finding);

/** Thickness from the planning default: see `text`. */
const formulaSchema = z.strictObject({
  text: textSchema,
  dermis_change_per_decade: z.number(),
  reference_age: quantity('time', { shown: 'years' }),
  no_change_below: quantity('time', { shown: 'years' }),
  sex_ratio_exponent: z.number(),
  lognormal_sd: z.number(),
  read: readSchema,
});

const modifiersSchema = z.strictObject({
  age: z.array(ageSchema),
  sex: z.array(sexSchema),
  bmi: z.array(plainSchema),
  phototype: z.array(plainSchema),
  sun: z.array(plainSchema),
  recommended_formula: formulaSchema,
  between_method: z.strictObject({ text: textSchema, sources: sourcesSchema, read: readSchema }),
  within_site: z.strictObject({
    text: textSchema,
    min: quantity('fraction', { shown: '%' }),
    max: quantity('fraction', { shown: '%' }),
    sources: sourcesSchema,
    read: readSchema,
  }),
});

/**
 * What is known of how age, sex, body mass, phototype and sun change the thickness of skin layers, with the formula
 * that is recommended; changes are relative, ages in s. Fields: `modifiersSchema`.
 */
export type SkinModifiers = z.infer<typeof modifiersSchema>;

/** How age, sex, weight, skin type and sun move the layers, with the disagreements. */
export const skinModifiers = once((): SkinModifiers => modifiersSchema.parse(modifiersFile));
