import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { textSchema } from '../provenance/schemas.ts';
import { control } from './control.ts';
import { field } from './field.ts';

/** How the poles of an array lie: rows of one pole in turn, a chessboard, pairs side by side, or all against a pad. */
export const rfPatterns = ['rows', 'chessboard', 'pairs', 'monopolar'] as const;
export type RfPattern = (typeof rfPatterns)[number];

const count = z.int().positive();
const length = quantity('length', { shown: 'mm', min: '0 mm' });
const time = quantity('time', { shown: 'ms', min: '0 s' });
const energy = quantity('energy', { shown: 'mJ', min: '0 mJ' });
const power = quantity('power', { shown: 'W', min: '0 W' });
const voltage = quantity('voltage', { shown: 'V', min: '0 V' });

/** What the dial sets, in physical units. Energy counts for one needle and all pulses of a shot. */
const output = z.union(
  [
    z.strictObject({ energy_per_needle: control(energy) }),
    z.strictObject({ power: control(power) }),
    z.strictObject({ voltage: control(voltage) }),
  ],
  { error: 'expected one of energy_per_needle, power, voltage, each with what it can be set to' },
);

/** A mark on the dial and what it means. */
const level = z.strictObject({ mark: textSchema, means: z.union([energy, power, voltage]) });

/**
 * The electric side of a device. Its energy scale is loaded, and heat is computed, when array, exposure, pattern,
 * output and limits are all stated; `energyScaleGaps` of the engine names what is missing.
 */
export const rfSchema = z.strictObject({
  polarity: field(textSchema),
  insulation: field(z.array(textSchema).min(1)),
  frequency: field(control(quantity('frequency', { shown: 'Hz', min: '0 Hz' }))),
  power_max: field(quantity('power', { shown: 'W' })),
  energy_per_pin_max: field(quantity('energy', { shown: 'mJ' })),
  bare_tip: field(length),
  set_temperature: field(quantity('temperature', { shown: '°C' })),
  hold_time: field(quantity('time', { shown: 's', min: '0 s' })),
  thermal_extra_depth: field(length),

  /** Needles along y and along x; together they are needle_count. */
  array_rows: field(count),
  array_columns: field(count),
  pattern: field(z.enum(rfPatterns)),
  /** Bare metal: the lowest `bare_tip` of each needle, or the whole shaft. */
  exposure: field(z.enum(['tip', 'shaft'])),
  output: field(output),
  levels: field(z.array(level).min(1)),
  /** Rms at the needles. */
  voltage_max: field(voltage),
  current_max: field(quantity('current', { shown: 'A', min: '0 A' })),
  pulse_duration: field(control(time)),
  /** Most pulses in one shot; one where it is not stated. */
  pulses_max: field(count),
  pause: field(control(time)),
  /** Most shallower depths at which one shot goes on in the same holes; none where it is not stated. */
  stops_max: field(count),
  /** Of a cooled plate on the skin around the needles. */
  surface_temperature: field(quantity('temperature', { shown: '°C' })),
});

export type RfSheet = z.infer<typeof rfSchema>;
