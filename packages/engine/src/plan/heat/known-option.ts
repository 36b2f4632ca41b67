import { rfArrayOf } from '../../heat/array/rf-array.ts';
import type { Settings } from '../../case/protocol.ts';
import type { Setting } from '../situation.ts';
import type { RfOption } from './rf-options.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Values of a dial are rounded to twelve digits. */
const rounding = 1e-9;

const lies = (value: number, { min, max }: Range): boolean =>
  value >= min * (1 - rounding) && value <= max * (1 + rounding);

/** Energy of a setting as the emulator of the device knows it; undefined where it does not: then no heat is judged. */
export const knownOption = ({ sheet, heat }: Setting, { depth, rf }: Settings): RfOption | undefined => {
  if (heat === undefined || rf === undefined) return undefined;
  if (rf.pulses !== 1 || rf.stops !== undefined) return undefined;
  const dose = rf[rfArrayOf(sheet).output.kind];
  const { space } = heat.emulator;
  if (dose === undefined || !lies(depth, space.depth)) return undefined;
  return lies(dose, space.dose) && lies(rf.pulse, space.pulse) ? { rf, dose, pulse: rf.pulse } : undefined;
};
