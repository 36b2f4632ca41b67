import type { Control, DeviceSheet } from '@percuta/evidence';
import type { Settings } from '../../../case/protocol.ts';
import { demandsOf, type RfSettings, type RfStop } from '../../../case/rf-settings.ts';
import { OutsideModel } from '../../../error.ts';
import { shown } from '../../../wire.ts';
import { rfArrayOf, type RfArray, type RfOutput } from '../rf-array.ts';

/** One application of energy, in physical units. */
export interface Shot {
  readonly kind: RfOutput['kind'];
  /** J for each needle in all pulses together, W or V. */
  readonly value: number;
  /** s. */
  readonly pulse: number;
  readonly pulses: number;
  /** s between two pulses; 0 for a single one. */
  readonly pause: number;
}

const units = { energy_per_needle: 'mJ', power: 'W', voltage: 'V' } as const;
const words = { energy_per_needle: 'energy per needle', power: 'power', voltage: 'voltage' } as const;

// Settings closer than this, as a share, are the same.
const same = 1e-6;

const offers = (control: Control, value: number): boolean => {
  const isSame = (other: number): boolean => Math.abs(value - other) <= same * Math.abs(other);
  if ('fixed' in control) return isSame(control.fixed);
  if ('settings' in control) return control.settings.some(isSame);
  const { min = 0, max, step } = control;
  if (value < min * (1 - same) || value > max * (1 + same)) return false;
  if (step === undefined) return true;
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < same * Math.max(1, steps);
};

const offered = (control: Control, unit: string): string => {
  const text = (value: number): string => shown(value, unit);
  if ('fixed' in control) return text(control.fixed);
  if ('settings' in control) return control.settings.map(text).join(', ');
  const range = `${control.min === undefined ? 'up' : text(control.min)} to ${text(control.max)}`;
  return control.step === undefined ? range : `${range} in steps of ${text(control.step)}`;
};

const requireOffered = (
  sheet: DeviceSheet,
  what: string,
  control: Control,
  [value, unit]: readonly [number, string],
): void => {
  if (offers(control, value)) return;
  throw new OutsideModel(
    `${sheet.name} has no ${what} of ${shown(value, unit)}`,
    `allowed: ${offered(control, unit)}`,
  );
};

/** What a mark on the dial means, J, W or V. */
const valueOfMark = (sheet: DeviceSheet, mark: string): number => {
  const levels = sheet.rf?.levels?.value ?? [];
  const found = levels.find((level) => level.mark === mark);
  if (found !== undefined) return found.means;
  throw new OutsideModel(
    `${sheet.name} has no level "${mark}" whose meaning its sheet gives`,
    levels.length === 0
      ? 'state rf.levels in a sheet of your own, or set energy, power or voltage'
      : `allowed: ${levels.map((level) => level.mark).join(', ')}`,
  );
};

const valueOf = (sheet: DeviceSheet, { output }: RfArray, given: RfSettings): number => {
  if (given.level !== undefined) return valueOfMark(sheet, given.level);
  const value = given[output.kind];
  if (value !== undefined) return value;
  throw new OutsideModel(
    `${sheet.name} is not set by ${(['energy_per_needle', 'power', 'voltage'] as const)
      .filter((kind) => given[kind] !== undefined)
      .map((kind) => words[kind])
      .join()}`,
    `set rf.${output.kind}: its dial gives ${words[output.kind]}`,
  );
};

/** Power (W) that an output has to give for a shot of set energy, for this many needles. */
export const powerOfShot = ({ value, pulse, pulses }: Shot, needles: number): number =>
  (value * needles) / (pulses * pulse);

const requirePower = (sheet: DeviceSheet, array: RfArray, shot: Shot): void => {
  const needles = array.pattern === 'pairs' ? 2 : array.rows * array.columns;
  const asked = shot.kind === 'power' ? shot.value : powerOfShot(shot, needles);
  if (shot.kind === 'voltage' || asked <= array.limits.power * (1 + same)) return;
  throw new OutsideModel(
    `${sheet.name} would need ${shown(asked, 'W')} for these settings`,
    `at most ${shown(array.limits.power, 'W')}: less energy, or a longer pulse`,
  );
};

/** A shot the device really has. Throws OutsideModel that names the setting and what there is. */
const shotOf = (sheet: DeviceSheet, array: RfArray, given: RfSettings): Shot => {
  const { output, pulse, mostPulses, pause } = array;
  const value = valueOf(sheet, array, given);
  requireOffered(sheet, words[output.kind], output.dial, [value, units[output.kind]]);
  requireOffered(sheet, 'pulse', pulse, [given.pulse, 'ms']);
  if (given.pulses > mostPulses) {
    throw new OutsideModel(
      `${sheet.name} gives no ${given.pulses} pulses in a shot`,
      `at most ${mostPulses}`,
    );
  }
  if (given.pulses > 1 && pause !== undefined && given.pause !== undefined) {
    requireOffered(sheet, 'pause', pause, [given.pause, 'ms']);
  }
  const shot: Shot = {
    kind: output.kind,
    value,
    pulse: given.pulse,
    pulses: given.pulses,
    pause: given.pulses > 1 ? (given.pause ?? 0) : 0,
  };
  requirePower(sheet, array, shot);
  return shot;
};

/** A shallower depth at which a shot goes on. */
export interface Stop {
  /** From the first depth, m. */
  readonly drawnBack: number;
  /** From the end of the last pulse before to the start of its own first, s. */
  readonly retraction: number;
  readonly shot: Shot;
}

/** Array and shot of a setting with energy, with the stops of its needles on the way out; undefined for needles alone. */
export interface Energy {
  readonly array: RfArray;
  readonly shot: Shot;
  readonly stops: readonly Stop[];
}

/** What is set at a stop: as at the first depth, but for what it says itself. */
const settingsAt = (first: RfSettings, stop: RfStop): RfSettings => {
  const { pulses, pause } = first;
  const { energy_per_needle, power, voltage, level } = demandsOf(stop).length > 0 ? stop : first;
  return { energy_per_needle, power, voltage, level, pulse: stop.pulse ?? first.pulse, pulses, pause };
};

const stopsOf = (sheet: DeviceSheet, array: RfArray, depth: number, rf: RfSettings): Stop[] => {
  const { stops = [], retraction = 0 } = rf;
  const most = sheet.rf?.stops_max?.value ?? 0;
  if (stops.length > most) {
    throw new OutsideModel(
      most === 0
        ? `${sheet.name} has no stops within a shot`
        : `${sheet.name} has no ${stops.length} stops within a shot`,
      most === 0
        ? 'leave out rf.stops, or state rf.stops_max in a sheet of your own'
        : `allowed: at most ${most} rf.stops`,
    );
  }
  return stops.map((stop) => ({
    drawnBack: depth - stop.depth,
    retraction,
    shot: shotOf(sheet, array, settingsAt(rf, stop)),
  }));
};

/**
 * What the settings ask of the device, in physical units; undefined where they ask for no energy. Throws OutsideModel
 * where the device has no radio frequency, its energy scale is not loaded, or it cannot be set so.
 */
export const energyOf = (sheet: DeviceSheet, settings: Settings): Energy | undefined => {
  const { rf } = settings;
  if (rf === undefined) return undefined;
  if (sheet.class !== 'rf') {
    throw new OutsideModel(`${sheet.name} gives no radio frequency`, 'leave out rf, or choose an RF device');
  }
  const array = rfArrayOf(sheet);
  return { array, shot: shotOf(sheet, array, rf), stops: stopsOf(sheet, array, settings.depth, rf) };
};
