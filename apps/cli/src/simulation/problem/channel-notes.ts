import { shown, type Heating, type HeatProblem } from '@percuta/engine/heat';

type Channel = NonNullable<HeatProblem['generator']>['channels'][number];
type Course = Heating['channels'][number];

const units = { voltage: 'V', current: 'A', power: 'W' } as const;
type Kind = keyof typeof units;
const kinds = ['voltage', 'current', 'power'] as const;

const text = (value: number, kind: Kind): string => shown(value, units[kind], 4);

/** The most that a channel put out at its terminals, before what stands in series with the tissue. */
const mostOf = ({ seriesResistance }: Channel, { voltage, current }: Course): Record<Kind, number> => {
  const before = voltage.map((value, step) => value + (current[step] ?? 0) * seriesResistance);
  return {
    voltage: Math.max(0, ...before),
    current: Math.max(0, ...current),
    power: Math.max(0, ...before.map((value, step) => value * (current[step] ?? 0))),
  };
};

/** What the pulses ask for at most, where they ask for this quantity. */
const askedOf = ({ pulses }: Channel, kind: Kind): number =>
  pulses.reduce((most, { control }) => {
    const asked = { voltage: 0, current: 0, power: 0, temperature: 0, ...control };
    return control.kind === kind ? Math.max(most, asked[kind]) : most;
  }, 0);

// Courses hold at the middles of steps, where an output at its limit stands a little off it.
const reached = 0.999;

const limitNotes = (channel: Channel, course: Course): string[] => {
  const most = mostOf(channel, course);
  return kinds
    .filter((kind) => {
      const limit = channel.limits[kind];
      const isAskedAlone = channel.pulses.every(({ control }) => control.kind === kind);
      return most[kind] >= reached * limit && !(isAskedAlone && askedOf(channel, kind) <= limit);
    })
    .map((kind) => {
      const short = kinds
        .filter((other) => most[other] < reached * askedOf(channel, other))
        .map(
          (other) => `${text(most[other], other)} of the ${text(askedOf(channel, other), other)} asked for`,
        );
      const rest = short.length === 0 ? '' : `, which left at most ${short.join(', ')}`;
      return `${channel.name} ran into its limit of ${text(channel.limits[kind], kind)}${rest}.`;
    });
};

const cutNotes = ({ name, cutOff, seriesResistance }: Channel, course: Course): string[] => {
  const highest = Math.max(0, ...course.resistance.filter(Number.isFinite)) + seriesResistance;
  return cutOff === undefined || highest <= cutOff.above
    ? []
    : [`${name} was switched off: its impedance came above ${shown(cutOff.above, 'ohm', 4)}.`];
};

/** What kept channels from putting out what they were asked for, a sentence each. */
export const channelNotes = ({ generator }: HeatProblem, { channels }: Heating): string[] =>
  (generator?.channels ?? []).flatMap((channel, n) => {
    const course = channels[n];
    return course === undefined ? [] : [...limitNotes(channel, course), ...cutNotes(channel, course)];
  });
