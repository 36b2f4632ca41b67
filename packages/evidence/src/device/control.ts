import { z } from 'zod';

/** What a quantity of a device can be set to. A `min` nobody has given is missing, not zero. */
export type Control =
  | { readonly settings: readonly number[] }
  | { readonly min?: number | undefined; readonly max: number; readonly step?: number | undefined }
  | { readonly fixed: number };

export function control(value: z.ZodType<number>) {
  const range = z
    .strictObject({ min: value.optional(), max: value, step: value.optional() })
    .refine(({ min, max }) => min === undefined || min < max, 'min must be below max');
  const settings = z.strictObject({ settings: z.array(value).min(1) });
  return z.union([settings, range, z.strictObject({ fixed: value })], {
    error: 'expected { fixed }, { settings: [...] } or { min, max, step }, each a text with its unit',
  });
}

/** From min to max, both known. */
export function span(value: z.ZodType<number>) {
  return z
    .strictObject({ min: value, max: value })
    .refine(({ min, max }) => min < max, 'min must be below max');
}
