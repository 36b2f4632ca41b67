import { rfArrayOf } from '../../heat/array/rf-array.ts';
import { hasPattern } from '../../heat/emulator/shot-pattern.ts';
import type { Settings } from '../../case/protocol.ts';
import type { Setting } from '../situation.ts';
import type { HeatKnowledge } from './heat-outcome.ts';
import type { RfOption } from './rf-options.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Values of a dial are rounded to twelve digits. */
const rounding = 1e-9;

const lies = (value: number, { min, max }: Range): boolean =>
  value >= min * (1 - rounding) && value <= max * (1 + rounding);

/** Energy of a setting, with the emulator that answers for it. */
export interface KnownOption {
  readonly knowledge: HeatKnowledge;
  readonly option: RfOption;
}

/**
 * Energy of a setting with the emulator of the device that knows how its shot is spread; undefined where none does: then
 * no heat is judged.
 */
export const knownOption = ({ sheet, heats }: Setting, { depth, rf }: Settings): KnownOption | undefined => {
  if (rf === undefined) return undefined;
  const knowledge = heats.find(({ emulator }) => hasPattern(emulator.pattern, rf, depth));
  if (knowledge === undefined) return undefined;
  const { space } = knowledge.emulator;
  const dose = rf[rfArrayOf(sheet).output.kind];
  if (dose === undefined || !lies(depth, space.depth)) return undefined;
  return lies(dose, space.dose) && lies(rf.pulse, space.pulse)
    ? { knowledge, option: { rf, dose, pulse: rf.pulse } }
    : undefined;
};
