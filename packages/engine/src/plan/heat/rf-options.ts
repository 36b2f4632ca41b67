import type { Control, DeviceSheet } from '@percuta/evidence';
import { exp, log } from '@percuta/numerics';
import { asOnDial, type RfSettings } from '../../case/rf-settings.ts';
import { rfArrayOf } from '../../heat/array/rf-array.ts';
import { settingsOfPattern, type ShotPattern } from '../../heat/emulator/shot-pattern.ts';
import { isOffered } from './is-offered.ts';

/** Most values of one dial that a plan tries; of a dial with more, as many evenly spread, both ends among them. */
const most = { dose: 12, pulse: 4 } as const;

const stepsOf = (min: number, max: number, step: number): number[] =>
  Array.from({ length: Math.floor((max - min) / step + 1e-9) + 1 }, (_, n) => asOnDial(min + n * step));

/** A dial without steps, by equal ratios. */
const ratiosOf = (min: number, max: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) =>
    n === count - 1 ? max : asOnDial(min * exp((n / (count - 1)) * log(max / min))),
  );

const evenly = (values: readonly number[], count: number): number[] => {
  if (values.length <= count) return [...values];
  const stride = (values.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, n) => values[Math.round(n * stride)] ?? Number.NaN);
};

const valuesOf = (control: Control, count: number): number[] => {
  if ('fixed' in control) return [control.fixed];
  if ('settings' in control)
    return evenly(
      [...control.settings].sort((a, b) => a - b),
      count,
    );
  const { min = control.step ?? control.max, max, step } = control;
  if (min === max) return [max];
  return step === undefined ? ratiosOf(min, max, count) : evenly(stepsOf(min, max, step), count);
};

/** Dose and pulse of a setting with energy. */
export interface RfOption {
  readonly rf: RfSettings;
  /** J a needle, W or V, as the dial gives. */
  readonly dose: number;
  readonly pulse: number;
}

/** Every dose by every pulse that the device can deliver in this pattern from this depth (m) on, weak to strong. */
export const rfOptions = (sheet: DeviceSheet, pattern: ShotPattern, depth: number): RfOption[] => {
  const { output, pulse } = rfArrayOf(sheet);
  const spread = settingsOfPattern(pattern, depth);
  return valuesOf(pulse, most.pulse).flatMap((duration) =>
    valuesOf(output.dial, most.dose).flatMap((dose) => {
      const rf = { [output.kind]: dose, pulse: duration, ...spread };
      const settings = { depth, passes: 1, handSpeed: undefined, frequency: undefined, rf };
      return isOffered(sheet, settings) ? [{ rf, dose, pulse: duration }] : [];
    }),
  );
};
