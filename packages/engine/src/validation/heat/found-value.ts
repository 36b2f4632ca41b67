import { acos } from '@percuta/numerics';
import { fromSI } from '@percuta/quantity';
import type { ChannelCourse, Heating } from '../../heat/heating.ts';
import type { VerificationCheck } from './verification-file.ts';
import { amount, unitOf } from './verification-file.ts';

type Target = VerificationCheck['of'];

const named = <T extends { readonly name: string }>(list: readonly T[], name: string): T => {
  const found = list.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`the result has no "${name}"`);
  return found;
};

const at = (times: readonly number[], time: number): number => {
  const n = times.findIndex((each) => Math.abs(each - time) <= 1e-9 * Math.max(time, 1e-9));
  if (n < 0) throw new RangeError(`the result has nothing at ${time} s`);
  return n;
};

const last = (values: readonly number[]): number => values.at(-1) ?? NaN;

/** Value at a time of a course known at the middles of steps: on the line through the two nearest middles. */
const courseAt = (middles: readonly number[], values: readonly number[], time: number): number => {
  const after = middles.findIndex((middle) => middle >= time);
  const upper = Math.max(1, after < 0 ? middles.length - 1 : after);
  const [a, b] = [middles[upper - 1] ?? NaN, middles[upper] ?? NaN];
  const [u, v] = [values[upper - 1] ?? NaN, values[upper] ?? NaN];
  return u + ((v - u) * (time - a)) / (b - a);
};

type ChannelTarget = Extract<Target, { channel: string }>;

/** The course on the side of `time` before a switch: output is that of the pulse which ends there. */
const channelValue = ({ channels, middles, times }: Heating, of: ChannelTarget): number => {
  const channel: ChannelCourse = named(channels, of.channel);
  const time = amount(of.at);
  if (of.quantity === 'energy') return channel.energy[at(times, time)] ?? NaN;
  const values = of.quantity === 'impedance' ? channel.resistance : channel[of.quantity];
  const before = middles.filter((middle) => middle < time);
  return courseAt(before, values, time);
};

const probeValue = ({ probes }: Heating, of: Extract<Target, { probe: string }>, initial: number): number => {
  const { times, values } = named(probes, of.probe);
  const value = of.at === undefined ? last(values) : values[at(times, amount(of.at))];
  return (value ?? NaN) - (of.rise === true ? initial : 0);
};

/** Far end of the region from the start of a line; 0 where there is none. */
const frontValue = ({ contours, grid }: Heating, of: Extract<Target, { front: string }>): number => {
  const time = amount(of.at);
  const own = contours.filter(({ name }) => name === of.front);
  const contour =
    own[
      at(
        own.map((each) => each.time),
        time,
      )
    ];
  const isRadial = (grid?.x.count ?? 1) > 1;
  return Math.max(0, ...(contour?.zones ?? []).map(({ x, z }) => (isRadial ? x.to : z.to)));
};

const impedanceValue = ({ resistances }: Heating, of: Extract<Target, { impedance: string }>): number => {
  const { real, imaginary } = named(resistances, of.impedance);
  const size = Math.sqrt(real * real + imaginary * imaginary);
  return of.part === 'size' ? size : (imaginary < 0 ? -1 : 1) * acos(real / size);
};

/** The result that a check is about, SI; rises are above `initial` (K). */
export const foundValue = (heating: Heating, of: Target, initial: number): number => {
  if ('resistance' in of) return named(heating.resistances, of.resistance).real;
  if ('impedance' in of) return impedanceValue(heating, of);
  if ('probe' in of) return probeValue(heating, of, initial);
  if ('current' in of) return Math.abs(last(named(heating.terminals, of.current).current));
  if ('channel' in of) return channelValue(heating, of);
  if ('front' in of) return frontValue(heating, of);
  const same = heating.histories.find(
    ({ name, kinetics }) => name === of.history && kinetics === of.kinetics,
  );
  return same?.damage ?? NaN;
};

/** What a check is about, in words. */
export const targetText = (of: Target): string => {
  if ('resistance' in of) return `resistance ${of.resistance}`;
  if ('impedance' in of) return `impedance ${of.impedance}, ${of.part}`;
  if ('probe' in of) {
    return `${of.rise === true ? 'rise' : 'probe'} ${of.probe}${of.at === undefined ? '' : ` at ${of.at}`}`;
  }
  if ('current' in of) return `current of ${of.current}`;
  if ('channel' in of) return `${of.quantity} of ${of.channel} at ${of.at}`;
  if ('front' in of) return `${of.front} at ${of.at}`;
  return `${of.history}, ${of.kinetics}`;
};

/** A value in the unit of the expected one, with six digits. */
export const inUnitOf = (expected: string, value: number): number => {
  const unit = unitOf(expected);
  return Number((unit === '' ? value : fromSI(value, unit)).toPrecision(6));
};
