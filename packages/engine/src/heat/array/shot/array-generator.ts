import type { Channel, Control, Generator } from '../../generator/generator.ts';
import { outputsOf, type Fold, type Output } from '../layout.ts';
import { burstsOf } from './bursts.ts';
import { powerOfShot, type Energy, type Shot } from './shot.ts';

/** What an output keeps constant; power and energy only for the part that is solved. */
const controlOf = (shot: Shot, { needles, copies }: Output): Control => {
  switch (shot.kind) {
    case 'voltage':
      return { kind: 'voltage', voltage: shot.value };
    case 'power':
      return { kind: 'power', power: shot.value / copies };
    case 'energy_per_needle':
      return { kind: 'power', power: powerOfShot(shot, needles) };
  }
};

const energyOfPulse = (shot: Shot, { needles }: Output): number =>
  shot.kind === 'energy_per_needle' ? (shot.value * needles) / shot.pulses : Infinity;

const channelOf = ({ energy, depth }: Timed) => {
  const bursts = burstsOf({ energy, depth });
  const { voltage, current, power } = energy.array.limits;
  return (output: Output): Channel => ({
    name: output.name,
    from: output.from,
    to: output.to,
    pulses: bursts.flatMap(({ shot, pulses }) =>
      pulses.map((pulse) => ({ ...pulse, control: controlOf(shot, output) })),
    ),
    limits: { voltage, current: current / output.copies, power: power / output.copies },
    cutOff: undefined,
    energyPerPulse: Math.max(...bursts.map(({ shot }) => energyOfPulse(shot, output))),
    energyInAll: Infinity,
    seriesResistance: 0,
  });
};

/** A shot by needles whose tips first stand this deep, m. */
interface Timed {
  readonly energy: Energy;
  readonly depth: number;
}

/**
 * The generator of a shot. A set energy is given as constant power over the pulse; where a limit of voltage or current
 * holds the power down, less than the set energy is delivered, as the result says.
 */
export const generatorOf = (timed: Timed, fold: Fold): Generator => ({
  frequency: timed.energy.array.frequency,
  channels: outputsOf(timed.energy.array, fold).map(channelOf(timed)),
});
