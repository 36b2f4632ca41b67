import { circuitOf } from '../generator/circuit.ts';
import type { Measured } from '../generator/run-generator.ts';
import type { Output } from '../march/driver.ts';
import type { StepContext } from '../march/step.ts';
import { temperatureIn } from '../output/probe-temperature.ts';
import type { Resident } from './resident.ts';

/** What a generator puts out. */
export interface Asked {
  readonly output: Output;
  readonly groupVolts: readonly number[];
  readonly currents: readonly number[];
  readonly resistances: readonly number[];
}

/** What the generator puts out for what it feels. */
export const outputOf = (
  { driver, place }: StepContext,
  { potential }: Resident,
  time: number,
  felt: Pick<Measured, 'temperatures' | 'step'>,
): Asked => {
  const channels = place.problem.generator?.channels ?? [];
  const { groups } = potential.model.terminals;
  const { impedance, potentials } = circuitOf(potential.solved?.admittance ?? [], groups, channels);
  const output = driver.ask({ time, impedance, ...felt });
  const currents = output.channels.map(({ current }) => current);
  const resistances = impedance.map((row, c) => row[c] ?? NaN);
  return { output, currents, groupVolts: potentials(currents), resistances };
};

/** Temperatures of the controlled probes at the end of the step that was tried last, K. */
export const probedAfter = (
  { driver, place: { problem } }: StepContext,
  { heat: { flow, reference }, metal, setting }: Resident,
  rods: readonly Float64Array[],
): Record<string, number> => {
  const next = flow.next();
  const temperatureOf = (cell: number): number => {
    const own = metal.places.indexOf(next.place(cell));
    if (own < 0) return reference + next.get(cell);
    const rod = metal.rods[own];
    return rod < 0 ? reference + metal.held[own] : rods[rod][metal.nodes[own]];
  };
  const entries = problem.outputs.probes
    .filter(({ name }) => driver.probes.includes(name))
    .map(({ name, at }) => [name, temperatureIn(setting.heat, temperatureOf, at)] as const);
  return Object.fromEntries(entries);
};
