import type { Matrix } from '@percuta/numerics';
import { type Demand, operatingPoints, type OperatingPoint } from './operating-point.ts';
import type { Channel, Control, Generator, Pulse } from './generator.ts';

/** What a channel remembers. */
export interface ChannelState {
  /** The pulse that the energy counts for; -1 before the first. */
  readonly pulse: number;
  /** J, of this pulse. */
  readonly energyInPulse: number;
  /** J, of all pulses. */
  readonly energyInAll: number;
  /** Integral of the error of a temperature control over this pulse, K s. */
  readonly integral: number;
  /** Switched off by its impedance. */
  readonly isCut: boolean;
}

/** One entry a channel, in the order of the generator. */
export type GeneratorState = readonly ChannelState[];

/** What the generator can measure at one moment. */
export interface Measured {
  /** s. */
  readonly time: number;
  /** Ohm, of the tissue between the channels: `circuitOf`. */
  readonly impedance: Matrix;
  /** Temperatures of the probes that controls name, K: their means over `step` where there is one. */
  readonly temperatures: Readonly<Record<string, number>>;
  /** The step that controls answer, from its beginning to its end; undefined for an instant. */
  readonly step?: {
    /** s. */
    readonly duration: number;
    /** K. */
    readonly from: Readonly<Record<string, number>>;
    /** K. */
    readonly to: Readonly<Record<string, number>>;
  };
}

/** What a channel does: zero everywhere while it is off. */
export interface ChannelOutput extends OperatingPoint {
  readonly isOn: boolean;
  /** Impedance at the terminals with the other channels open, ohm: what a cut-off judges. */
  readonly impedance: number;
  /** Power into the tissue, without the series resistance, W. */
  readonly tissuePower: number;
}

const rested: ChannelState = { pulse: -1, energyInPulse: 0, energyInAll: 0, integral: 0, isCut: false };

export const startGenerator = ({ channels }: Generator): GeneratorState => channels.map(() => rested);

const pulseAt = ({ pulses }: Channel, time: number): number =>
  pulses.findIndex(({ from, to }) => time >= from && time < to);

/** State at a moment: a pulse that begins counts from zero, and the impedance may switch off or on again. */
export const senseGenerator = (
  generator: Generator,
  state: GeneratorState,
  measured: Measured,
): GeneratorState =>
  generator.channels.map((channel, c) => {
    const before = state[c] ?? rested;
    const pulse = pulseAt(channel, measured.time);
    const current =
      pulse === -1 || pulse === before.pulse
        ? before
        : { ...before, pulse, energyInPulse: 0, integral: 0, isCut: false };
    return {
      ...current,
      isCut: isCutAt(channel, current, measured, terminalImpedance(channel, c, measured)),
    };
  });

const terminalImpedance = ({ seriesResistance }: Channel, c: number, { impedance }: Measured): number =>
  (impedance[c]?.[c] ?? NaN) + seriesResistance;

/** Hysteresis: off above one impedance, on again only below a lower one, or not before the next pulse. */
const isCutAt = (
  { cutOff, pulses }: Channel,
  state: ChannelState,
  { time }: Measured,
  impedance: number,
): boolean => {
  if (cutOff === undefined) return false;
  const { above, restartBelow, blanking } = cutOff;
  if (state.isCut) return restartBelow === undefined || impedance >= restartBelow;
  const since = time - (pulses[state.pulse]?.from ?? time);
  return since >= blanking && impedance > above;
};

const isOn = (channel: Channel, state: ChannelState, time: number): boolean =>
  pulseAt(channel, time) !== -1 &&
  !state.isCut &&
  !isSpent(state.energyInPulse, channel.energyPerPulse) &&
  !isSpent(state.energyInAll, channel.energyInAll);

/** Steps that end where an energy should be reached may miss it by their rounding. */
const rounding = 1e-9;

const isSpent = (energy: number, most: number): boolean => energy >= most * (1 - rounding);

/**
 * What every channel does at a moment, by the state that `senseGenerator` gives for it: equation (heat.16).
 * Throws OutsideModel for a demand that no voltage can meet.
 */
export const driveGenerator = (
  generator: Generator,
  state: GeneratorState,
  measured: Measured,
): ChannelOutput[] => {
  const { channels } = generator;
  const live = channels.map((_, c) => c).filter((c) => isLive(channels[c], state[c], measured.time));
  const seen = live.map((c) =>
    live.map(
      (d) => (measured.impedance[c]?.[d] ?? NaN) + (c === d ? (channels[c]?.seriesResistance ?? 0) : 0),
    ),
  );
  const demands = live.flatMap((c) => demandsOf(channels[c], state[c], measured));
  const points = operatingPoints(seen, demands);
  return channels.map((channel, c) => {
    const point = points[live.indexOf(c)];
    const impedance = terminalImpedance(channel, c, measured);
    if (point === undefined) return { ...off, impedance };
    const lost = channel.seriesResistance * point.current * point.current;
    return { ...point, isOn: true, impedance, tissuePower: point.power - lost };
  });
};

const off = { isOn: false, voltage: 0, current: 0, power: 0, tissuePower: 0, limitedBy: undefined } as const;

const isLive = (channel: Channel | undefined, state: ChannelState | undefined, time: number): boolean =>
  channel !== undefined && state !== undefined && isOn(channel, state, time);

const demandsOf = (
  channel: Channel | undefined,
  state: ChannelState | undefined,
  measured: Measured,
): Demand[] => {
  const pulse = channel?.pulses[state?.pulse ?? -1];
  if (channel === undefined || state === undefined || pulse === undefined) return [];
  return [{ name: channel.name, limits: channel.limits, ...demandOf(pulse, state, measured) }];
};

const demandOf = (
  { control }: Pulse,
  state: ChannelState,
  measured: Measured,
): Pick<Demand, 'kind' | 'value'> => {
  switch (control.kind) {
    case 'voltage':
      return { kind: 'voltage', value: control.voltage };
    case 'current':
      return { kind: 'current', value: control.current };
    case 'power':
      return { kind: 'power', value: control.power };
    case 'temperature':
      return {
        kind: control.full.kind,
        value: control.full.value * clamped(shareOf(control, state, measured)),
      };
  }
};

type TemperatureControl = Extract<Control, { kind: 'temperature' }>;

const errorOf = (
  { setPoint, probe }: TemperatureControl,
  temperatures: Readonly<Record<string, number>>,
): number => {
  const temperature = temperatures[probe];
  if (temperature === undefined) throw new RangeError(`no temperature of the probe "${probe}" was measured`);
  return setPoint - temperature;
};

/** Proportional and integral share of the full output, before it is held within 0 and 1: equation (heat.17). */
const shareAt = ({ band, integralTime }: TemperatureControl, error: number, integral: number): number =>
  error / band + integral / (band * integralTime);

/** Of the means over a step, with the integral in its middle. */
const shareOf = (control: TemperatureControl, state: ChannelState, measured: Measured): number => {
  const error = errorOf(control, measured.temperatures);
  return shareAt(control, error, state.integral + (error * (measured.step?.duration ?? 0)) / 2);
};

const clamped = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * State after an accepted step of `duration` (s) during which the channels did this on average. The integral of
 * a control rests while its output is held at an end and the error would push it further out (heat.17).
 */
export const advanceGenerator = (
  generator: Generator,
  state: GeneratorState,
  measured: Measured,
  step: { readonly outputs: readonly ChannelOutput[]; readonly duration: number },
): GeneratorState =>
  generator.channels.map((channel, c) => {
    const before = state[c] ?? rested;
    const output = step.outputs[c];
    if (output === undefined || !output.isOn) return before;
    const energy = output.power * step.duration;
    const control = channel.pulses[before.pulse]?.control;
    return {
      ...before,
      energyInPulse: before.energyInPulse + energy,
      energyInAll: before.energyInAll + energy,
      integral:
        control?.kind === 'temperature'
          ? integralAfter(control, before, measured, step.duration)
          : before.integral,
    };
  });

/**
 * The integral of a control after a step, its error taken as linear in time: it grows from when a held output comes
 * free, and only so far that it does not itself hold the output.
 */
const integralAfter = (
  control: TemperatureControl,
  { integral }: ChannelState,
  { temperatures, step }: Measured,
  duration: number,
): number => {
  const { band, integralTime } = control;
  const mean = errorOf(control, temperatures);
  const first = errorOf(control, step?.from ?? temperatures);
  const last = errorOf(control, step?.to ?? temperatures);
  const end = mean > 0 ? 1 : 0;
  const beyond = (error: number): number => {
    const over = shareAt(control, error, integral) - end;
    return mean > 0 ? over : -over;
  };
  if (beyond(first) >= 0 && beyond(last) >= 0) return integral;
  const turn = beyond(first) > 0 ? beyond(first) / (beyond(first) - beyond(last)) : 0;
  const growth = turn === 0 ? mean : ((1 - turn) * (first + turn * (last - first) + last)) / 2;
  const most = band * integralTime * (end - last / band);
  const grown = integral + growth * duration;
  return mean > 0 ? Math.min(grown, Math.max(integral, most)) : Math.max(grown, Math.min(integral, most));
};

/**
 * When something switches next, by the clock or by energy at the present output, s; Infinity when nothing lies
 * ahead. No step should lead past it, and a step that reaches it should set its clock to it.
 */
export const nextSwitch = (
  generator: Generator,
  state: GeneratorState,
  { time }: Pick<Measured, 'time'>,
  outputs: readonly ChannelOutput[],
): number => {
  const instants = generator.channels.flatMap((channel, c) => {
    const edges = channel.pulses.flatMap(({ from, to }) => [from, to]);
    const waits = energyWaits(channel, state[c], outputs[c]);
    return [...edges.filter((edge) => edge > time).slice(0, 1), ...waits.map((wait) => time + wait)];
  });
  return Math.min(Infinity, ...instants);
};

const energyWaits = (
  { energyPerPulse, energyInAll }: Channel,
  state: ChannelState | undefined,
  output: ChannelOutput | undefined,
): number[] => {
  if (state === undefined || output === undefined || !output.isOn || output.power <= 0) return [];
  const left = Math.min(energyPerPulse - state.energyInPulse, energyInAll - state.energyInAll);
  return [left / output.power];
};
