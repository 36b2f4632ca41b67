import type { DeviceSheet } from '@percuta/evidence';
import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { readDocument } from '../case/document.ts';
import { energyOf } from '../heat/array/shot/shot.ts';
import { settingsOfPattern, singlePulse, type ShotPattern } from '../heat/emulator/shot-pattern.ts';
import { rfOptions } from '../plan/heat/rf-options.ts';
import { checkSettings } from '../puncture/device.ts';
import { spaceOfSheet } from './model-hash.ts';

const time = quantity('time', { shown: 'ms', exclusiveMin: '0 ms', max: '60 s' });

/** What belongs together, and why it is missing or too much. */
const pairs = [
  { of: 'pulses', from: 2, needs: ['pause'], because: 'more than one pulse' },
  { of: 'stops', from: 1, needs: ['rise', 'retraction'], because: 'stops' },
] as const;

const patternSchema = z
  .strictObject({
    pulses: z.int().min(1).max(50).default(1).describe('at each depth'),
    pause: time.optional().describe('between two pulses'),
    stops: z.int().min(0).max(9).default(0).describe('shallower depths that follow in the same holes'),
    rise: quantity('length', { shown: 'mm', min: '0.05 mm', max: '5 mm' })
      .optional()
      .describe('from each depth to the next'),
    retraction: quantity('time', { shown: 'ms', min: '1 ms', max: '60 s' })
      .optional()
      .describe('from the last pulse at one depth to the first at the next'),
  })
  .superRefine((given, context) => {
    for (const { of, from, needs, because } of pairs) {
      for (const path of needs) {
        const isWanted = given[of] >= from;
        if (isWanted === (given[path] !== undefined)) continue;
        const message = isWanted ? `is needed with ${because}` : `says nothing without ${because}`;
        context.addIssue({ code: 'custom', path: [path], message });
      }
    }
  });

/** Throws OutsideModel where the device has no such shot at its deepest setting, with its least dose and longest pulse. */
const requirePattern = (sheet: DeviceSheet, pattern: ShotPattern): void => {
  const { max: depth } = spaceOfSheet(sheet).depth;
  const options = rfOptions(sheet, singlePulse, depth);
  const gentlest = options.toSorted((a, b) => a.dose - b.dose || b.pulse - a.pulse)[0];
  if (gentlest === undefined) return;
  const rf = { ...gentlest.rf, ...settingsOfPattern(pattern, depth) };
  const settings = { depth, passes: 1, handSpeed: undefined, frequency: undefined, rf };
  checkSettings(sheet, settings);
  energyOf(sheet, settings);
};

/**
 * How a shot is spread over time and depth, from quantities in words ("50 ms"). Throws BadInput that names the field,
 * OutsideModel where the device has no such shot.
 */
export const readShotPattern = (input: unknown, sheet: DeviceSheet): ShotPattern => {
  const { pulses, pause = 0, stops, rise = 0, retraction = 0 } = readDocument(patternSchema, input);
  const pattern = { pulses, pause, stops, rise, retraction };
  requirePattern(sheet, pattern);
  return pattern;
};
