import type { Generator } from '../generator/generator.ts';
import {
  advanceGenerator,
  driveGenerator,
  nextSwitch,
  senseGenerator,
  startGenerator,
} from '../generator/run-generator.ts';
import type { ChannelOutput, GeneratorState, Measured } from '../generator/run-generator.ts';

/** What a generator puts out in a step, and when it will switch, s. */
export interface Output {
  readonly measured: Measured;
  readonly state: GeneratorState;
  readonly channels: readonly ChannelOutput[];
  readonly until: number;
}

/**
 * The generator in time: asked for a step it may be asked again (a step that was too long is tried shorter); what is
 * accepted moves it on.
 */
export interface Driver {
  readonly ask: (measured: Measured) => Output;
  readonly accept: (output: Output, duration: number) => void;
  /** Times (s) at which pulses begin and end, rising. */
  readonly edges: readonly number[];
  /** Probes that controls follow. */
  readonly probes: readonly string[];
  /** True where a channel may put something out in the step that begins at a time. */
  readonly isOn: (time: number) => boolean;
}

/** The driver of a problem's generator; without one nothing is ever on. */
export const driverOf = (generator: Generator | undefined): Driver => {
  const channels = generator?.channels ?? [];
  const pulses = channels.flatMap((channel) => channel.pulses);
  let now = generator === undefined ? [] : startGenerator(generator);
  return {
    edges: [...new Set(pulses.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b),
    probes: pulses.flatMap(({ control }) => (control.kind === 'temperature' ? [control.probe] : [])),
    isOn: (time) => pulses.some(({ from, to }) => time >= from && time < to),
    ask: (measured) => {
      if (generator === undefined) return { measured, state: now, channels: [], until: Infinity };
      const state = senseGenerator(generator, now, measured);
      const outputs = driveGenerator(generator, state, measured);
      return { measured, state, channels: outputs, until: nextSwitch(generator, state, measured, outputs) };
    },
    accept: ({ measured, state, channels: outputs }, duration) => {
      if (generator !== undefined) now = advanceGenerator(generator, state, measured, { outputs, duration });
    },
  };
};
