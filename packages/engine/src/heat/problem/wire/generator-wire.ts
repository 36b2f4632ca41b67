import { z } from 'zod';
import type { Channel, Control, Generator, Limits, Pulse } from '../../generator/generator.ts';
import { duration, frequency, instant, name, positive, temperature } from './amount.ts';

const voltage = positive('voltage', 'V', '0 V', 'rms, over the tissue and what is in series with it');
const current = positive('current', 'mA', '0 A', 'rms');
const power = positive('power', 'W', '0 W', 'into the tissue and what is in series with it');

const control = z
  .union([
    z.strictObject({ voltage }),
    z.strictObject({ current }),
    z.strictObject({ power }),
    z.strictObject({
      temperature: temperature('set point'),
      probe: name.describe('name of a probe under outputs'),
      band: positive('temperature-difference', 'K', '0 K', 'error that alone asks for the full output'),
      integral_time: duration('left out: proportional control alone').optional(),
      full: z.union([z.strictObject({ voltage }), z.strictObject({ power })]).describe('full output'),
    }),
  ])
  .describe('what is kept: voltage, current or power, or a temperature by proportional and integral control');

const pulse = z.strictObject({
  pause: instant('before this pulse').prefault('0 s'),
  on: duration('how long'),
  times: z.int().min(1).max(1e4).default(1).describe('how often pause and pulse repeat'),
  control: control.optional().describe('that of the channel when left out'),
});

const channel = z.strictObject({
  name: name.optional().describe('channel-1, channel-2, ... when left out'),
  from: name.describe('group of electrodes'),
  to: name.describe('group that the current returns by'),
  control,
  pulses: z.array(pulse).min(1).max(1000).describe('one after the other'),
  limits: z
    .strictObject({ voltage: voltage.optional(), current: current.optional(), power: power.optional() })
    .default({})
    .describe('never passed; what is left out is unlimited'),
  cut_off: z
    .strictObject({
      above: positive(
        'impedance',
        'ohm',
        '0 ohm',
        'impedance, with what is in series, that switches the channel off',
      ),
      restart_below: positive(
        'impedance',
        'ohm',
        '0 ohm',
        'on again below it; left out: off for the pulse',
      ).optional(),
      blanking: instant('after the start of a pulse, when impedance is not judged').prefault('0 s'),
    })
    .optional()
    .describe('judged at the generator'),
  energy_per_pulse: positive(
    'energy',
    'mJ',
    '0 J',
    'ends each pulse; counted with what is in series',
  ).optional(),
  energy_in_all: positive('energy', 'J', '0 J', 'ends the channel; counted alike').optional(),
  series_resistance: positive('impedance', 'ohm', '0 ohm', 'cable, or tissue to a distant pad').optional(),
});

/** What drives the groups of electrodes. */
export const generatorWire = z.strictObject({
  frequency: frequency('of the current'),
  channels: z.array(channel).min(1).max(100),
});

type ChannelWire = z.output<typeof channel>;
type ControlWire = z.output<typeof control>;

export const generatorOf = (given: z.output<typeof generatorWire>): Generator => ({
  frequency: given.frequency,
  channels: given.channels.map(channelOf),
});

const channelOf = (given: ChannelWire, index: number): Channel => ({
  name: given.name ?? `channel-${index + 1}`,
  from: given.from,
  to: given.to,
  pulses: pulsesOf(given),
  limits: limitsOf(given.limits),
  cutOff:
    given.cut_off === undefined
      ? undefined
      : {
          above: given.cut_off.above,
          restartBelow: given.cut_off.restart_below,
          blanking: given.cut_off.blanking,
        },
  energyPerPulse: given.energy_per_pulse ?? Infinity,
  energyInAll: given.energy_in_all ?? Infinity,
  seriesResistance: given.series_resistance ?? 0,
});

const limitsOf = (given: ChannelWire['limits']): Limits => ({
  voltage: given.voltage ?? Infinity,
  current: given.current ?? Infinity,
  power: given.power ?? Infinity,
});

/** The train laid out on one clock. Times are counted from the start of the train, so that none drifts. */
const pulsesOf = ({ pulses, control: own }: ChannelWire): Pulse[] => {
  const laid: Pulse[] = [];
  let start = 0;
  for (const { pause, on, times, control: differing } of pulses) {
    const kept = controlOf(differing ?? own);
    const period = pause + on;
    for (let n = 0; n < times; n += 1) {
      laid.push({ from: start + n * period + pause, to: start + (n + 1) * period, control: kept });
    }
    start += times * period;
  }
  return laid;
};

const controlOf = (given: ControlWire): Control => {
  if ('voltage' in given) return { kind: 'voltage', voltage: given.voltage };
  if ('current' in given) return { kind: 'current', current: given.current };
  if ('power' in given) return { kind: 'power', power: given.power };
  const { full } = given;
  return {
    kind: 'temperature',
    setPoint: given.temperature,
    probe: given.probe,
    band: given.band,
    integralTime: given.integral_time ?? Infinity,
    full: 'voltage' in full ? { kind: 'voltage', value: full.voltage } : { kind: 'power', value: full.power },
  };
};
