import { describe, expect, test } from 'vitest';
import { exp } from '@percuta/numerics';
import { OutsideModel } from '../../error.ts';
import { circuitOf } from './circuit.ts';
import type { Channel, Control, Generator, Pulse } from './generator.ts';
import { operatingPoints } from './operating-point.ts';
import {
  advanceGenerator,
  driveGenerator,
  nextSwitch,
  senseGenerator,
  startGenerator,
  type ChannelOutput,
  type GeneratorState,
  type Measured,
} from './run-generator.ts';

const unlimited = { voltage: Infinity, current: Infinity, power: Infinity };
const volts = (voltage: number): Control => ({ kind: 'voltage', voltage });
const pulse = (from: number, to: number, control: Control): Pulse => ({ from, to, control });

const channelOf = (differs: Partial<Channel>): Channel => ({
  name: 'pair',
  from: 'plus',
  to: 'minus',
  pulses: [pulse(0, 1, volts(50))],
  limits: unlimited,
  cutOff: undefined,
  energyPerPulse: Infinity,
  energyInAll: Infinity,
  seriesResistance: 0,
  ...differs,
});

const generatorOf = (...channels: readonly Partial<Channel>[]): Generator => ({
  frequency: 1e6,
  channels: channels.map(channelOf),
});

const at = (time: number, ohm: number, temperatures: Measured['temperatures'] = {}): Measured => ({
  time,
  impedance: [[ohm]],
  temperatures,
});

const first = (outputs: readonly ChannelOutput[]): ChannelOutput => {
  const [output] = outputs;
  if (output === undefined) throw new Error('no channel');
  return output;
};

const driven = (generator: Generator, measured: Measured, state = startGenerator(generator)): ChannelOutput =>
  first(driveGenerator(generator, senseGenerator(generator, state, measured), measured));

/** Lets a generator work on a resistance for some steps, and says what it did at each. */
const runFor = (
  generator: Generator,
  count: number,
  duration: number,
  ohm: (time: number) => number,
): { outputs: ChannelOutput[]; state: GeneratorState } => {
  let state = startGenerator(generator);
  const outputs: ChannelOutput[] = [];
  for (let n = 0; n < count; n += 1) {
    const measured = at(n * duration, ohm(n * duration));
    state = senseGenerator(generator, state, measured);
    const now = driveGenerator(generator, state, measured);
    state = advanceGenerator(generator, state, measured, { outputs: now, duration });
    outputs.push(first(now));
  }
  return { outputs, state };
};

describe('control laws', () => {
  test.each<[string, Control, { voltage: number; current: number; power: number }]>([
    ['voltage', volts(50), { voltage: 50, current: 0.05, power: 2.5 }],
    ['current', { kind: 'current', current: 0.1 }, { voltage: 100, current: 0.1, power: 10 }],
    ['power', { kind: 'power', power: 10 }, { voltage: 100, current: 0.1, power: 10 }],
  ])('%s into 1000 ohm', (_, control, expected) => {
    const output = driven(generatorOf({ pulses: [pulse(0, 1, control)] }), at(0, 1000));
    expect(output.voltage).toBeCloseTo(expected.voltage, 9);
    expect(output.current).toBeCloseTo(expected.current, 12);
    expect(output.power).toBeCloseTo(expected.power, 9);
    expect(output.limitedBy).toBeUndefined();
  });

  test('constant power follows the resistance', () => {
    const generator = generatorOf({ pulses: [pulse(0, 1, { kind: 'power', power: 25 })] });
    for (const ohm of [10, 85, 1000, 3000]) expect(driven(generator, at(0, ohm)).power).toBeCloseTo(25, 9);
  });

  test.each<[string, Partial<Channel['limits']>, number, 'voltage' | 'current' | 'power']>([
    ['voltage', { voltage: 80 }, 6.4, 'voltage'],
    ['current', { current: 0.05 }, 2.5, 'current'],
    ['power', { power: 4 }, 4, 'power'],
    ['the first of several', { voltage: 80, current: 0.05, power: 4 }, 2.5, 'current'],
  ])('a limit of %s holds back 10 W', (_, limits, power, limitedBy) => {
    const channel = {
      pulses: [pulse(0, 1, { kind: 'power' as const, power: 10 })],
      limits: { ...unlimited, ...limits },
    };
    const output = driven(generatorOf(channel), at(0, 1000));
    expect(output.power).toBeCloseTo(power, 9);
    expect(output.limitedBy).toBe(limitedBy);
  });

  test('a series resistance takes its part', () => {
    const output = driven(generatorOf({ seriesResistance: 250 }), at(0, 1000));
    expect(output.current).toBeCloseTo(0.04, 12);
    expect(output.power).toBeCloseTo(2, 12);
    expect(output.tissuePower).toBeCloseTo(1.6, 12);
    expect(output.impedance).toBe(1250);
  });

  test('power that no voltage can deliver is an error that says the voltage', () => {
    const generator = generatorOf({ pulses: [pulse(0, 1, { kind: 'power', power: 25 })] });
    expect(() => driven(generator, at(0, 1e8))).toThrow(OutsideModel);
    expect(() => driven(generator, at(0, 1e8))).toThrow(/25 W would take 50000 V/);
  });
});

describe('time', () => {
  const packs = generatorOf({ pulses: [pulse(0.01, 0.06, volts(50)), pulse(0.07, 0.12, volts(50))] });

  test('on within pulses, off between and after', () => {
    const on = [0, 0.01, 0.059, 0.06, 0.07, 0.119, 0.12].map((time) => driven(packs, at(time, 1000)).isOn);
    expect(on).toEqual([false, true, true, false, true, true, false]);
    expect(driven(packs, at(0.065, 1000))).toMatchObject({ voltage: 0, current: 0, power: 0 });
  });

  test('no step leads past a switch', () => {
    const next = [0, 0.02, 0.06, 0.12].map((time) => nextSwitch(packs, startGenerator(packs), { time }, []));
    expect(next).toEqual([0.01, 0.06, 0.07, Infinity]);
  });

  test('energy ends a pulse, and the next begins anew', () => {
    const generator = generatorOf({
      pulses: [pulse(0, 0.5, volts(50)), pulse(0.5, 1, volts(50))],
      energyPerPulse: 0.25,
    });
    // 2.5 W: 0.1 s for 0.25 J.
    const { outputs, state } = runFor(generator, 100, 0.01, () => 1000);
    expect(outputs.filter(({ isOn }) => isOn)).toHaveLength(20);
    expect(outputs[9]?.isOn).toBe(true);
    expect(outputs[10]?.isOn).toBe(false);
    expect(outputs[50]?.isOn).toBe(true);
    expect(state[0]?.energyInAll).toBeCloseTo(0.5, 12);
  });

  test('the end by energy is foreseen', () => {
    const generator = generatorOf({ energyInAll: 0.3 });
    const measured = at(0, 1000);
    const state = senseGenerator(generator, startGenerator(generator), measured);
    expect(nextSwitch(generator, state, measured, driveGenerator(generator, state, measured))).toBeCloseTo(
      0.12,
      12,
    );
    const { outputs } = runFor(generator, 50, 0.02, () => 1000);
    expect(outputs.filter(({ isOn }) => isOn)).toHaveLength(6);
  });
});

/** 1000 ohm, from 0.3 s on 2100 that falls to 1900, from 0.6 s on 1400. */
const course = (time: number): number => (time < 0.3 ? 1000 : time < 0.6 ? 2100 - 1000 * (time - 0.3) : 1400);

describe('impedance cut-off', () => {
  test('off above, and on again only below the lower impedance', () => {
    const generator = generatorOf({ cutOff: { above: 2000, restartBelow: 1500, blanking: 0 } });
    const { outputs } = runFor(generator, 10, 0.1, course);
    // 2100, 2000, 1900 lie above 1500: off all the while, although 1900 lies below the upper bound.
    expect(outputs.map(({ isOn }) => isOn)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('without a lower impedance the pulse is over, and the next one tries again', () => {
    const generator = generatorOf({
      pulses: [pulse(0, 0.8, volts(50)), pulse(0.8, 1, volts(50))],
      cutOff: { above: 2000, restartBelow: undefined, blanking: 0 },
    });
    const { outputs } = runFor(generator, 10, 0.1, course);
    expect(outputs.map(({ isOn }) => isOn)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  test('the first moments of a pulse may be left unjudged', () => {
    const generator = generatorOf({ cutOff: { above: 2000, restartBelow: undefined, blanking: 0.25 } });
    const { outputs } = runFor(generator, 5, 0.1, () => 2500);
    expect(outputs.map(({ isOn }) => isOn)).toEqual([true, true, true, false, false]);
  });
});

describe('temperature control', () => {
  const control: Control = {
    kind: 'temperature',
    setPoint: 345,
    probe: 'tip',
    band: 5,
    integralTime: 1,
    full: { kind: 'power', value: 7 },
  };
  const generator = generatorOf({ pulses: [pulse(0, 30, control)] });

  test('full output when cold, none when too warm, in proportion between', () => {
    expect(driven(generator, at(0, 1000, { tip: 310 })).power).toBeCloseTo(7, 9);
    expect(driven(generator, at(0, 1000, { tip: 350 })).power).toBe(0);
    expect(driven(generator, at(0, 1000, { tip: 342.5 })).power).toBeCloseTo(3.5, 9);
  });

  test('holds the set point of a body that cools, with little overshoot although the output saturated', () => {
    let [temperature, highest] = [310, 0];
    let state = startGenerator(generator);
    const [capacity, loss, duration] = [0.05, 0.05, 0.01];
    for (let n = 0; n < 2900; n += 1) {
      const measured = at(n * duration, 1000, { tip: temperature });
      state = senseGenerator(generator, state, measured);
      const outputs = driveGenerator(generator, state, measured);
      state = advanceGenerator(generator, state, measured, { outputs, duration });
      temperature += ((first(outputs).power - loss * (temperature - 310)) / capacity) * duration;
      highest = Math.max(highest, temperature);
    }
    expect(temperature).toBeCloseTo(345, 3);
    expect(highest).toBeLessThan(346);
  });

  test('a probe that was not measured is an error', () => {
    expect(() => driven(generator, at(0, 1000))).toThrow(/probe "tip"/);
  });
});

describe('several channels', () => {
  /** Conductances (S) between four groups, rows adding to 0. */
  const conductance = [
    [3, -1.5, -1, -0.5],
    [-1.5, 3.2, -0.7, -1],
    [-1, -0.7, 2.5, -0.8],
    [-0.5, -1, -0.8, 2.3],
  ].map((row) => row.map((value) => value * 1e-3));
  const groups = ['a', 'b', 'c', 'd'];
  const pairs = [
    { name: 'one', from: 'a', to: 'b' },
    { name: 'two', from: 'c', to: 'd' },
  ];

  test('potentials carry exactly the currents of the channels', () => {
    const circuit = circuitOf(conductance, groups, pairs);
    const potentials = circuit.potentials([0.1, 0.02]);
    const injected = conductance.map((row) =>
      row.reduce((sum, value, g) => sum + value * (potentials[g] ?? 0), 0),
    );
    [0.1, -0.1, 0.02, -0.02].forEach((current, g) => expect(injected[g]).toBeCloseTo(current, 12));
    expect((potentials[0] ?? 0) - (potentials[1] ?? 0)).toBeCloseTo(
      0.1 * (circuit.impedance[0]?.[0] ?? 0) + 0.02 * (circuit.impedance[0]?.[1] ?? 0),
      9,
    );
  });

  test('one channel with the rest floating is a star of two resistors', () => {
    // a - b with c between: 1 kohm in parallel with 2 + 2 kohm.
    const star = [
      [1.5e-3, -1e-3, -0.5e-3],
      [-1e-3, 1.5e-3, -0.5e-3],
      [-0.5e-3, -0.5e-3, 1e-3],
    ];
    const { impedance } = circuitOf(star, ['a', 'b', 'c'], [{ name: 'ab', from: 'a', to: 'b' }]);
    expect(impedance[0]?.[0]).toBeCloseTo(800, 9);
  });

  test('each meets its own demand', () => {
    const { impedance } = circuitOf(conductance, groups, pairs);
    const points = operatingPoints(impedance, [
      { name: 'one', kind: 'power', value: 5, limits: unlimited },
      { name: 'two', kind: 'voltage', value: 30, limits: unlimited },
    ]);
    expect(points[0]?.power).toBeCloseTo(5, 9);
    expect(points[1]?.voltage).toBeCloseTo(30, 9);
    const [i, j] = [points[0]?.current ?? 0, points[1]?.current ?? 0];
    expect(points[0]?.voltage).toBeCloseTo((impedance[0]?.[0] ?? 0) * i + (impedance[0]?.[1] ?? 0) * j, 8);
  });

  test('a group cut off from its return is an error', () => {
    const apart = [
      [0, 0],
      [0, 0],
    ];
    expect(() => circuitOf(apart, ['a', 'b'], [{ name: 'ab', from: 'a', to: 'b' }])).toThrow(
      /does not conduct/,
    );
  });
});

test('energy adds up over a discharge', () => {
  const generator = generatorOf({ pulses: [pulse(0, 1, volts(10))] });
  const { outputs, state } = runFor(generator, 1000, 0.001, (time) => 100 * exp(time));
  const sum = outputs.reduce((total, { power }) => total + power * 0.001, 0);
  expect(state[0]?.energyInAll).toBeCloseTo(sum, 12);
  expect(sum).toBeCloseTo(1 - exp(-1), 3);
});
