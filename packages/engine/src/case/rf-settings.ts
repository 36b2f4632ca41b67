import { quantity } from '@percuta/quantity';
import { z } from 'zod';

/** What a shot of radio frequency is set to in a protocol; which of these exist says the sheet of the device. */
export const rfSettingsSchema = z
  .strictObject({
    energy_per_needle: quantity('energy', { shown: 'mJ', exclusiveMin: '0 mJ', max: '20000 mJ' })
      .optional()
      .describe('of one needle, all pulses of a shot together'),
    power: quantity('power', { shown: 'W', exclusiveMin: '0 W', max: '500 W' })
      .optional()
      .describe('of the whole array; of each pair where pairs have outputs of their own'),
    voltage: quantity('voltage', { shown: 'V', exclusiveMin: '0 V', max: '500 V' })
      .optional()
      .describe('rms between the poles'),
    level: z.string().min(1).optional().describe('a mark on the dial, where the sheet says what it means'),
    pulse: quantity('time', { shown: 'ms', exclusiveMin: '0 ms', max: '30 s' }).describe(
      'duration of one pulse',
    ),
    pulses: z.int().min(1).max(50).default(1).describe('pulses in one shot'),
    pause: quantity('time', { shown: 'ms', exclusiveMin: '0 ms', max: '60 s' })
      .optional()
      .describe('between two pulses; needed with more than one'),
  })
  .superRefine(({ energy_per_needle, power, voltage, level, pulses, pause }, context) => {
    const given = [energy_per_needle, power, voltage, level].filter((each) => each !== undefined);
    if (given.length !== 1) {
      context.addIssue({
        code: 'custom',
        message: 'needs exactly one of energy_per_needle, power, voltage and level',
      });
    }
    if (pulses > 1 && pause === undefined) {
      context.addIssue({ code: 'custom', path: ['pause'], message: 'is needed with more than one pulse' });
    }
  });

export type RfSettings = z.output<typeof rfSettingsSchema>;

const parts = ['energy_per_needle', 'power', 'voltage', 'level', 'pulse', 'pulses', 'pause'] as const;

/** True where both ask for the same energy in the same pulses, or neither asks for any. */
export const isSameEnergy = (a: RfSettings | undefined, b: RfSettings | undefined): boolean =>
  parts.every((part) => a?.[part] === b?.[part]);
