import type { Channel, Control, Generator } from '../generator/generator.ts';
import { outputsOf, pulsesOf, type Fold, type Output } from './layout.ts';
import { powerOfShot, type Energy } from './shot.ts';

/** What an output keeps constant; power and energy only for the part that is solved. */
const controlOf = ({ shot }: Energy, { needles, copies }: Output): Control => {
  switch (shot.kind) {
    case 'voltage':
      return { kind: 'voltage', voltage: shot.value };
    case 'power':
      return { kind: 'power', power: shot.value / copies };
    case 'energy_per_needle':
      return { kind: 'power', power: powerOfShot(shot, needles) };
  }
};

const channelOf =
  (energy: Energy) =>
  (output: Output): Channel => {
    const { array, shot } = energy;
    const { voltage, current, power } = array.limits;
    const control = controlOf(energy, output);
    return {
      name: output.name,
      from: output.from,
      to: output.to,
      pulses: pulsesOf(shot).map((pulse) => ({ ...pulse, control })),
      limits: { voltage, current: current / output.copies, power: power / output.copies },
      cutOff: undefined,
      energyPerPulse:
        shot.kind === 'energy_per_needle' ? (shot.value * output.needles) / shot.pulses : Infinity,
      energyInAll: Infinity,
      seriesResistance: 0,
    };
  };

/**
 * The generator of a shot. A set energy is given as constant power over the pulse; where a limit of voltage or current
 * holds the power down, less than the set energy is delivered, as the result says.
 */
export const generatorOf = (energy: Energy, fold: Fold): Generator => ({
  frequency: energy.array.frequency,
  channels: outputsOf(energy.array, fold).map(channelOf(energy)),
});
