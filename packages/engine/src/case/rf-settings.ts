import { quantity } from '@percuta/quantity';
import { z } from 'zod';

const energy = quantity('energy', { shown: 'mJ', exclusiveMin: '0 mJ', max: '20000 mJ' });
const power = quantity('power', { shown: 'W', exclusiveMin: '0 W', max: '500 W' });
const voltage = quantity('voltage', { shown: 'V', exclusiveMin: '0 V', max: '500 V' });
const level = z.string().min(1);
const pulse = quantity('time', { shown: 'ms', exclusiveMin: '0 ms', max: '30 s' });

const demands = ['energy_per_needle', 'power', 'voltage', 'level'] as const;

const decimals = 12;

/** A computed setting as a dial has it, so that 1.6 mm less 0.3 mm read 1.3 mm. */
export const asOnDial = (value: number): number => Number(value.toPrecision(decimals));

/** Which of energy, power, voltage and a mark of the dial are given. */
export const demandsOf = (given: { readonly [demand in (typeof demands)[number]]?: unknown }) =>
  demands.filter((demand) => given[demand] !== undefined);

const stop = z
  .strictObject({
    depth: quantity('length', { shown: 'mm', min: '0.05 mm', max: '10 mm' }).describe(
      'needle protrusion, less than at the depth before',
    ),
    energy_per_needle: energy.optional(),
    power: power.optional(),
    voltage: voltage.optional(),
    level: level.optional().describe('each as at the first depth when none is given'),
    pulse: pulse.optional().describe('as at the first depth when left out'),
  })
  .refine((given) => demandsOf(given).length <= 1, {
    error: 'needs at most one of energy_per_needle, power, voltage and level',
  });

/** What a shot of radio frequency is set to in a protocol; which of these exist says the sheet of the device. */
export const rfSettingsSchema = z
  .strictObject({
    energy_per_needle: energy
      .optional()
      .describe('of one needle, all pulses of a shot at one depth together'),
    power: power
      .optional()
      .describe('of the whole array; of each pair where pairs have outputs of their own'),
    voltage: voltage.optional().describe('rms between the poles'),
    level: level.optional().describe('a mark on the dial, where the sheet says what it means'),
    pulse: pulse.describe('duration of one pulse'),
    pulses: z.int().min(1).max(50).default(1).describe('pulses in one shot'),
    pause: quantity('time', { shown: 'ms', exclusiveMin: '0 ms', max: '60 s' })
      .optional()
      .describe('between two pulses; needed with more than one'),
    stops: z
      .array(stop)
      .min(1)
      .max(9)
      .optional()
      .describe(
        'shallower depths at which the shot goes on in the same holes, from deep to shallow, with as many pulses at each',
      ),
    retraction: quantity('time', { shown: 'ms', min: '1 ms', max: '60 s' })
      .optional()
      .describe(
        'from the last pulse at one depth to the first at the next, while no current flows; needed with stops',
      ),
  })
  .superRefine((given, context) => {
    const { pulses, pause, stops, retraction } = given;
    if (demandsOf(given).length !== 1) {
      context.addIssue({
        code: 'custom',
        message: 'needs exactly one of energy_per_needle, power, voltage and level',
      });
    }
    if (pulses > 1 && pause === undefined) {
      context.addIssue({ code: 'custom', path: ['pause'], message: 'is needed with more than one pulse' });
    }
    if (stops !== undefined && retraction === undefined) {
      context.addIssue({ code: 'custom', path: ['retraction'], message: 'is needed with stops' });
    }
    if (stops === undefined && retraction !== undefined) {
      context.addIssue({ code: 'custom', path: ['stops'], message: 'is needed with a retraction' });
    }
  });

export type RfSettings = z.output<typeof rfSettingsSchema>;
/** A shallower depth of a shot with what is set otherwise there; SI. */
export type RfStop = z.output<typeof stop>;

const parts = [...demands, 'pulse', 'pulses', 'pause', 'retraction'] as const;
const stopParts = ['depth', ...demands, 'pulse'] as const;

const isSameStop = (a: RfStop, b: RfStop | undefined): boolean =>
  stopParts.every((part) => a[part] === b?.[part]);

/** True where both ask for the same energy in the same pulses at the same stops, or neither asks for any. */
export const isSameEnergy = (a: RfSettings | undefined, b: RfSettings | undefined): boolean =>
  parts.every((part) => a?.[part] === b?.[part]) &&
  a?.stops?.length === b?.stops?.length &&
  (a?.stops ?? []).every((one, n) => isSameStop(one, b?.stops?.[n]));
