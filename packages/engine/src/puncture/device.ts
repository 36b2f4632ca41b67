import type { DeviceSheet } from '@percuta/evidence';
import { formatQuantity } from '@percuta/quantity';
import type { Settings } from '../case/protocol.ts';
import { OutsideModel } from '../error.ts';

const unknown = (sheet: DeviceSheet, field: string): OutsideModel =>
  new OutsideModel(`the sheet of ${sheet.name} gives no ${field}`, `add ${field} to a sheet of your own`);

/** Number of needles; where a sheet offers several tips, the first. Throws OutsideModel when unknown. */
export const needleCount = (sheet: DeviceSheet): number => {
  const { needle_count, needle_count_options, needle_count_range } = sheet;
  const count = needle_count?.value ?? needle_count_options?.value[0] ?? needle_count_range?.value.max;
  if (sheet.class === 'single') return count ?? 1;
  if (count === undefined) throw unknown(sheet, 'needle_count');
  return count;
};

/** Deepest protrusion (m) the machine can be set to, or undefined when the sheet does not say. */
export const deepestSetting = (sheet: DeviceSheet): number | undefined => {
  const depth = sheet.depth?.value;
  if (depth === undefined) {
    const lengths = sheet.needle_length_options?.value;
    return lengths === undefined ? sheet.needle_length?.value : Math.max(...lengths);
  }
  if ('fixed' in depth) return depth.fixed;
  if ('settings' in depth) return Math.max(...depth.settings);
  return depth.max;
};

/** Exact decimal multiples, so that 3 steps of 0.1 mm read 0.3 mm. */
const steps = (from: number, to: number, step: number): number[] => {
  const count = Math.floor((to - from) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, k) => Number((from + k * step).toPrecision(12)));
};

/** A dial without stated steps is planned in steps of this size, m. */
const plainStep = 0.00025;

/** The protrusions (m) a device really has, shallow to deep, zero left out; empty when the sheet does not say. */
export const depthSettings = (sheet: DeviceSheet): number[] => {
  const depth = sheet.depth?.value;
  if (depth === undefined) {
    const { needle_length_options, needle_length } = sheet;
    const lengths =
      needle_length_options?.value ?? (needle_length === undefined ? [] : [needle_length.value]);
    return [...lengths].sort((a, b) => a - b);
  }
  if ('fixed' in depth) return [depth.fixed];
  if ('settings' in depth) return [...depth.settings].sort((a, b) => a - b);
  const step = depth.step ?? plainStep;
  return steps(depth.min ?? step, depth.max, step).filter((value) => value > 0);
};

/** Stroke frequencies (Hz) to choose from: one, the listed ones, or both ends of a range; [] without a motor. */
export const frequencySettings = (sheet: DeviceSheet): number[] => {
  const frequency = sheet.frequency?.value;
  if (frequency === undefined) return [];
  if ('fixed' in frequency) return [frequency.fixed];
  if ('settings' in frequency) return [...frequency.settings].sort((a, b) => a - b);
  return frequency.min === undefined ? [frequency.max] : [frequency.min, frequency.max];
};

/** The stroke frequency (Hz) of a pen: as set, else the highest it has. Throws OutsideModel when it cannot be had. */
export const requireFrequency = (sheet: DeviceSheet, settings: Settings): number => {
  const offered = frequencySettings(sheet);
  const highest = offered.at(-1);
  if (settings.frequency === undefined && highest === undefined) throw unknown(sheet, 'frequency');
  return settings.frequency ?? highest ?? 0;
};

const outside = (sheet: DeviceSheet, what: string, value: string, allowed: string): OutsideModel =>
  new OutsideModel(`${sheet.name} has no ${what} of ${value}`, `allowed: ${allowed}`);

const mm = (value: number): string => formatQuantity(value, 'mm');

/** Settings closer than this are the same, m. */
const sameDepth = 1e-9;

const requireDepth = (sheet: DeviceSheet, depth: number): void => {
  const depths = depthSettings(sheet);
  const isDial =
    sheet.depth !== undefined && 'max' in sheet.depth.value && sheet.depth.value.step === undefined;
  const deepest = deepestSetting(sheet) ?? Infinity;
  const offered = isDial ? depth <= deepest + sameDepth : depths.some((d) => Math.abs(d - depth) < sameDepth);
  if (depths.length > 0 && !offered) {
    throw outside(sheet, 'depth', mm(depth), isDial ? `up to ${mm(deepest)}` : depths.map(mm).join(', '));
  }
};

/** Needles are only drawn back between the stops of a shot. */
const requireFalling = ({ depth, rf }: Settings): void => {
  const depths = [depth, ...(rf?.stops ?? []).map((stop) => stop.depth)];
  const rising = depths.findIndex((each, n) => n > 0 && each > (depths[n - 1] ?? 0) - sameDepth);
  if (rising < 0) return;
  throw new OutsideModel(
    `rf.stops[${rising - 1}].depth of ${mm(depths[rising] ?? 0)} is no shallower than the ${mm(depths[rising - 1] ?? 0)} before it`,
    'stops go from deep to shallow: needles are drawn back between them',
  );
};

/** Refuses settings the device does not have; throws OutsideModel that names the setting and what there is. */
export const checkSettings = (sheet: DeviceSheet, settings: Settings): void => {
  requireDepth(sheet, settings.depth);
  settings.rf?.stops?.forEach(({ depth }) => requireDepth(sheet, depth));
  requireFalling(settings);
  const [slowest] = frequencySettings(sheet);
  const fastest = frequencySettings(sheet).at(-1);
  const { frequency } = settings;
  if (frequency === undefined || slowest === undefined || fastest === undefined) return;
  if (frequency < slowest - 1e-9 || frequency > fastest + 1e-9) {
    throw outside(sheet, 'frequency', `${frequency} Hz`, `${slowest} Hz to ${fastest} Hz`);
  }
};
