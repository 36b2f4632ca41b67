import type { SessionSettings, Settings } from '../case/protocol.ts';
import type { RfSettings, RfStop } from '../case/rf-settings.ts';
import type { Margin } from '../safety/envelope.ts';
import { shown } from '../wire.ts';
import type { Binding } from './plan.ts';
import type { Objectives } from './search/front.ts';

const writeDemand = (rf: Omit<RfStop, 'depth'>) => ({
  ...(rf.energy_per_needle === undefined ? {} : { energy_per_needle: shown(rf.energy_per_needle, 'mJ') }),
  ...(rf.power === undefined ? {} : { power: shown(rf.power, 'W') }),
  ...(rf.voltage === undefined ? {} : { voltage: shown(rf.voltage, 'V') }),
  ...(rf.level === undefined ? {} : { level: rf.level }),
});

const writeStop = (stop: RfStop) => ({
  depth: shown(stop.depth, 'mm'),
  ...writeDemand(stop),
  ...(stop.pulse === undefined ? {} : { pulse: shown(stop.pulse, 'ms') }),
});

const writeRf = (rf: RfSettings) => ({
  ...writeDemand(rf),
  pulse: shown(rf.pulse, 'ms'),
  pulses: rf.pulses,
  ...(rf.pause === undefined ? {} : { pause: shown(rf.pause, 'ms') }),
  ...(rf.stops === undefined ? {} : { stops: rf.stops.map(writeStop) }),
  ...(rf.retraction === undefined ? {} : { retraction: shown(rf.retraction, 'ms') }),
});

export const writeSettings = (settings: Settings) => ({
  depth: shown(settings.depth, 'mm'),
  passes: settings.passes,
  ...(settings.handSpeed === undefined ? {} : { hand_speed: shown(settings.handSpeed, 'mm/s') }),
  ...(settings.frequency === undefined ? {} : { frequency: shown(settings.frequency, 'Hz') }),
  ...(settings.rf === undefined ? {} : { rf: writeRf(settings.rf) }),
});

/** Settings of a session, with what was done at other depths. */
export const writeSessionSettings = ({ further, ...settings }: SessionSettings) => ({
  ...writeSettings(settings),
  ...(further === undefined
    ? {}
    : {
        further: further.map(({ depth, passes, rf }) => ({
          depth: shown(depth, 'mm'),
          passes,
          ...(rf === undefined ? {} : { rf: writeRf(rf) }),
        })),
      }),
});

/** The bound of a chance counted over draws, which the verdict looks at. */
export const upperOf = ({ upper, unit }: Pick<Margin, 'upper' | 'unit'>) =>
  upper === undefined ? {} : { upper: shown(upper, unit) };

export const writeBinding = (binding: Binding) => ({
  limit: binding.limit,
  title: binding.title,
  value: shown(binding.value, binding.unit),
  ...upperOf(binding),
  bound: `${binding.direction} ${shown(binding.bound, binding.unit)}`,
  would_change: binding.remedy,
});

/** What stands for a thing in its order alone says so in its name. */
export const writeObjectives = ({ downtime, discomfort, pigment }: Objectives) => ({
  downtime_order: Number(downtime.toPrecision(4)),
  discomfort_order: Number(discomfort.toPrecision(4)),
  pigment_order: Number(pigment.toPrecision(4)),
});
