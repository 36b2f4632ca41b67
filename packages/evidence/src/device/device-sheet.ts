import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { regions } from '../atlas/site-schema.ts';
import { siteIds } from '../atlas/site-ids.ts';
import { indicationIds, phototypes } from '../course/indication.ts';
import { sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { control, span } from './control.ts';
import { field, sheetReadSchema } from './field.ts';
import { rfSchema } from './rf-schema.ts';

/**
 * Kinds of needling devices by how the needles are driven; "single" is one needle, "rf" carries radio-frequency
 * current.
 */
export const deviceClasses = ['roller', 'pen', 'stamp', 'patch', 'single', 'rf'] as const;
/** How the needles of a device are driven. */
export type DeviceClass = (typeof deviceClasses)[number];

const length = quantity('length', { shown: 'mm', min: '0 mm' });
const area = quantity('area', { shown: 'mm2', min: '0 mm2' });
const frequency = quantity('frequency', { shown: 'Hz', min: '0 Hz' });
const count = z.int().positive();
const counts = z.array(count).min(1);

/** One of several tips, drums or modes sold under the same name. */
const variant = z.strictObject({
  name: textSchema,
  needle_count: count.optional(),
  needle_count_options: counts.optional(),
  row_count: count.optional(),
  drum_width: length.optional(),
  needle_length: length.optional(),
  depth: control(length).optional(),
  note: textSchema.optional(),
});

/** A cleared use. Without `phototypes` the label text at hand does not limit them. */
const labelledUse = z.strictObject({
  id: z.enum(indicationIds),
  regions: z.array(z.enum(regions)).optional(),
  sites: z.array(z.enum(siteIds)).optional(),
  phototypes: z.array(z.enum(phototypes)).optional(),
  note: textSchema.optional(),
});

const label = z.strictObject({
  clearance: field(textSchema),
  indications: field(z.array(labelledUse)),
  min_age: field(quantity('time', { shown: 'years' })),
});

/** Facts no equation uses: kept because they are documented. */
const otherFact = z.strictObject({
  name: textSchema,
  text: textSchema,
  read: sheetReadSchema,
  sources: sourcesSchema.default([]),
  note: textSchema.optional(),
});

/**
 * What is known of a device. Only id, name and class are needed; what is missing stays unknown. An unknown
 * key is refused: a misspelt limit would otherwise count as no limit.
 */
export const deviceSheetSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_-]+$/, 'expected lower-case letters, digits, _ and -'),
  name: textSchema,
  class: z.enum(deviceClasses),
  hypothetical: z.boolean().optional(),

  needle_count: field(count),
  needle_count_options: field(counts),
  needle_count_range: field(span(count)),
  needle_diameter: field(length),
  needle_length: field(length),
  needle_length_options: field(z.array(length).min(1)),
  tip_diameter: field(length),
  cone_length: field(length),
  pitch: field(length),
  arrangement: field(textSchema),
  array_diameter: field(length),
  tip_area: field(z.union([area, span(area)])),

  /** What can be dialled or bought: a limit of the machine, not of the skin. */
  depth: field(control(length)),
  /** The deepest setting the label evaluated or cleared. */
  depth_evaluated_max: field(length),
  /** The range that reaches the skin, where it differs from the dial. */
  depth_effective: field(span(length)),
  dial_tolerance: field(length),
  stroke: field(length),
  frequency: field(control(frequency)),
  hand_speed: field(span(quantity('speed', { shown: 'mm/s' }))),
  available_force: field(quantity('force', { shown: 'N' })),

  drum_diameter: field(length),
  drum_width: field(length),
  row_count: field(count),
  needles_per_ring: field(count),
  row_angle: field(quantity('angle', { shown: 'deg' })),

  variants: field(z.array(variant).min(1)),
  rf: rfSchema.optional(),
  label: label.optional(),
  regulatory: field(textSchema),
  other: z.array(otherFact).optional(),
  notes: z.array(textSchema).optional(),
  /** Works on the device, also those that give no number. */
  sources: sourcesSchema.optional(),
});

/**
 * What is documented of one device: needles, depth, drive, radio frequency and label, each field with its origin.
 * SI: lengths in m, frequency in Hz, force in N. Fields: `deviceSheetSchema`.
 */
export type DeviceSheet = z.infer<typeof deviceSheetSchema>;
/** A use that a device is cleared for: indication, where, and in which phototypes. Fields: `labelledUse`. */
export type LabelledUse = z.infer<typeof labelledUse>;

/** Reads a sheet from parsed JSON; a bare value counts as read from the "user sheet". */
export function readDeviceSheet(json: unknown): DeviceSheet {
  return deviceSheetSchema.parse(json);
}
