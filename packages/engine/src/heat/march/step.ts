import { advance, meanBeside } from '../bioheat/advance.ts';
import type { HeatState, Input } from '../bioheat/advance.ts';
import { fillTemperatures, fillVapour, leastCapacities } from '../bioheat/caloric.ts';
import type { Caloric } from '../bioheat/caloric.ts';
import { explicitStep, hasVaryingConductivity, refreshHeatModel, takesHeat } from '../bioheat/heat-model.ts';
import { addDamageOfStep } from '../bioheat/damage-field.ts';
import { circuitOf } from '../generator/circuit.ts';
import { fillSigma, largestChange } from '../potential/conductivity-field.ts';
import { jouleHeat } from '../potential/joule.ts';
import type { JouleHeat } from '../potential/joule.ts';
import { solveBases, superpose } from '../potential/potential.ts';
import { answered } from './control.ts';
import type { Felt } from './control.ts';
import type { Driver, Output } from './driver.ts';
import type { Measured } from '../generator/run-generator.ts';
import type { Electric, Fields, Tried } from './progress.ts';
import type { Setting } from './setting.ts';
import type { Place } from '../grid/place.ts';

/** How closely a step is solved. */
export interface Tolerances {
  /** Residual of the potential over what is driven in. */
  readonly potential: number;
  /** Largest relative change of conductivity for which the former potential still serves. */
  readonly conductivity: number;
}

/** Everything that a step needs and does not change. */
export interface StepContext {
  readonly place: Place;
  readonly setting: Setting;
  readonly caloric: Caloric;
  readonly driver: Driver;
  readonly temperatureOf: (fields: Fields, probe: string) => number;
  /** Heat of the sources that are on, W a cell; undefined for none. */
  readonly sources: Float64Array | undefined;
  readonly tolerances: Tolerances;
  readonly isDriven: boolean;
  /** Longest stable explicit step, s. */
  readonly explicit: number;
}

/** Stable explicit step for the temperatures at hand, after the model's links have been filled. */
export const refreshThermal = (setting: Setting, caloric: Caloric, temperatures: Float64Array): number => {
  refreshHeatModel(setting.heat, temperatures);
  // Capacities are bounded over all temperatures that tissue may reach.
  return explicitStep(setting.heat, leastCapacities(caloric, 250, 700));
};

export const needsRefresh = (setting: Setting): boolean => hasVaryingConductivity(setting.heat);

/** Enthalpies half a step on, by the rise over the step before. */
const extrapolated = (
  now: Fields,
  before: Tried | undefined,
  duration: number,
  from: HeatState | undefined,
) => {
  if (before === undefined || from === undefined) return now.heat.enthalpy;
  const share = duration / 2 / before.duration;
  const { enthalpy } = now.heat;
  const earlier = from.enthalpy;
  return enthalpy.map((value, cell) => value + share * (value - earlier[cell]));
};

const sigmaOf = (context: StepContext, now: Fields, enthalpy: Float64Array): Float64Array => {
  const [temperatures, vapour, sigma] = [0, 1, 2].map(() => new Float64Array(enthalpy.length));
  fillTemperatures(context.caloric, enthalpy, temperatures);
  fillVapour(context.caloric, enthalpy, vapour);
  fillSigma(context.place.medium, { temperatures, vapour, damage: now.damage }, sigma);
  return sigma;
};

interface Solved extends Electric {
  readonly iterations: number;
  readonly solves: number;
}

/** Fields to start from: the last ones, carried on by as much as they had changed. */
const startOf = (former: Electric | undefined): readonly Float64Array[] | undefined => {
  const earlier = former?.earlier;
  if (former === undefined || earlier === undefined) return former?.bases.fields;
  return former.bases.fields.map((field, n) => field.map((value, cell) => 2 * value - earlier[n][cell]));
};

/** The former solution where conductivity has hardly changed, else one that starts from it. */
const electricOf = (context: StepContext, sigma: Float64Array, former: Electric | undefined): Solved => {
  const { tolerances, setting } = context;
  if (former !== undefined && largestChange(former.sigma, sigma) <= tolerances.conductivity) {
    return { ...former, iterations: 0, solves: 0 };
  }
  const bases = solveBases(setting.potential, sigma, tolerances.potential, startOf(former));
  return { sigma, bases, earlier: former?.bases.fields, iterations: bases.iterations, solves: 1 };
};

export interface Powered extends Solved {
  readonly groupVolts: readonly number[];
  readonly output: Output;
  readonly currents: readonly number[];
  readonly resistances: readonly number[];
  readonly joule: JouleHeat;
}

/** Temperatures of the probes that controls follow, K. */
export const probed = ({ driver, temperatureOf }: StepContext, fields: Fields): Record<string, number> =>
  Object.fromEntries(driver.probes.map((probe) => [probe, temperatureOf(fields, probe)]));

/** What the generator puts out for what it feels. */
const askedOf = (
  { setting, driver, place }: StepContext,
  { time }: Fields,
  { bases }: Electric,
  felt: Pick<Measured, 'temperatures' | 'step'>,
): Pick<Powered, 'output' | 'currents' | 'groupVolts' | 'resistances'> => {
  const { groups } = setting.potential.terminals;
  const channels = place.problem.generator?.channels ?? [];
  const { impedance, potentials } = circuitOf(bases.admittance, groups, channels);
  const output = driver.ask({ time, impedance, ...felt });
  const currents = output.channels.map(({ current }) => current);
  const resistances = impedance.map((row, c) => row[c] ?? NaN);
  return { output, currents, groupVolts: potentials(currents), resistances };
};

const outputOf = (
  context: StepContext,
  now: Fields,
  electric: Solved,
  felt: Pick<Measured, 'temperatures' | 'step'>,
): Powered => {
  const { setting } = context;
  const asked = askedOf(context, now, electric, felt);
  const volts = asked.groupVolts;
  const joule = jouleHeat(setting.potential, electric.sigma, superpose(electric.bases, volts), {
    volts,
    takers: setting.electrodes.map(takesHeat),
  });
  return { ...electric, ...asked, joule };
};

/** Potential, output of the generator at the temperatures at hand, and heat, for enthalpies half a step on. */
export const powerOf = (
  context: StepContext,
  now: Fields,
  enthalpy: Float64Array,
  former: Electric | undefined,
): Powered => {
  const electric = electricOf(context, sigmaOf(context, now, enthalpy), former);
  return outputOf(context, now, electric, { temperatures: probed(context, now) });
};

/** Cells within metal take its temperature; those of metal that takes no heat keep theirs. */
export const showMetal = (
  { setting, place }: Pick<StepContext, 'setting' | 'place'>,
  heat: HeatState,
  temperatures: Float64Array,
): void => {
  const { metal } = setting.embedding;
  const plane = place.grid.x.count * place.grid.y.count;
  const held = setting.electrodes.map(({ metal: own }) =>
    own.kind === 'held' ? own.temperature : undefined,
  );
  const rods = new Map(setting.heat.rods.map((rod, r) => [rod.electrode, { rod, own: heat.rods[r] }]));
  for (let cell = 0; cell < metal.length; cell++) {
    if (metal[cell] === 0) continue;
    const found = rods.get(metal[cell] - 1);
    if (found === undefined) temperatures[cell] = held[metal[cell] - 1] ?? temperatures[cell];
    else {
      temperatures[cell] = found.own[found.rod.nodeOfLayer[Math.floor(cell / plane)]];
    }
  }
};

/** The temperature of perfect metal follows from the tissue beside it. */
export const withPerfectMetal = (
  { heat: { rods, contacts } }: Setting,
  state: HeatState,
  temperatures: Float64Array,
  metalHeat: Input['metalHeat'],
): HeatState => ({
  ...state,
  rods: state.rods.map((own, r) =>
    rods[r].isPerfect
      ? Float64Array.of(meanBeside(rods[r].cells, contacts[r], temperatures, metalHeat?.[r]?.[0]))
      : own,
  ),
});

const fieldsAfter = (
  context: StepContext,
  now: Fields,
  heat: HeatState,
  { duration, metalHeat }: Pick<Input, 'duration' | 'metalHeat'>,
): Fields => {
  const { caloric } = context;
  const temperatures = new Float64Array(now.temperatures.length);
  const vapour = new Float64Array(now.temperatures.length);
  fillTemperatures(caloric, heat.enthalpy, temperatures);
  fillVapour(caloric, heat.enthalpy, vapour);
  const levelled = withPerfectMetal(context.setting, heat, temperatures, metalHeat);
  showMetal(context, levelled, temperatures);
  return { time: now.time + duration, heat: levelled, temperatures, vapour, damage: now.damage };
};

/** Heat of the contacts into the nodes of the rods, W. Held metal carries its share away. */
export const intoRods = ({ heat: { rods } }: Setting, { metal }: JouleHeat): Float64Array[] =>
  rods.map(({ electrode, isPerfect, nodes, capacities }) => {
    const total = new Float64Array(isPerfect ? 1 : capacities.length);
    metal[electrode]?.forEach((power, n) => {
      total[nodes[n]] += power;
    });
    return total;
  });

/** The sum of two fields, either of which may be missing. */
export const sumOf = (
  a: Float64Array | undefined,
  b: Float64Array | undefined,
  cells: number,
): Float64Array => {
  if (a === undefined) return b ?? new Float64Array(cells);
  return b === undefined ? a : a.map((value, cell) => value + b[cell]);
};

/**
 * One step: conductivity half a step on, potential, generator, heat, temperatures (heat.33). Where nothing is known of
 * the step before (after a jump) a half step tried first says how conductivity goes on.
 */
export const tryStep = (
  context: StepContext,
  now: Fields,
  duration: number,
  before: Tried | undefined,
  earlier: HeatState | undefined,
): Tried => {
  const { setting, sources, explicit, isDriven } = context;
  const cells = now.temperatures.length;
  if (!isDriven) {
    const heat = sumOf(sources, undefined, cells);
    const after = advance(setting.heat, context.caloric, now.heat, {
      heat,
      metalHeat: undefined,
      duration,
      explicit,
    });
    const none = {
      electric: before?.electric,
      groupVolts: [],
      currents: [],
      resistances: [],
      joule: undefined,
      iterations: 0,
      solves: 0,
    };
    return {
      ...none,
      after: fieldsAfter(context, now, after, { duration, metalHeat: undefined }),
      exchanged: after.exchanged,
      duration,
      output: undefined,
    };
  }
  let enthalpy = extrapolated(now, before, duration, earlier);
  let former = before?.electric;
  let spent = { iterations: 0, solves: 0 };
  if (earlier === undefined) {
    const first = powerOf(context, now, now.heat.enthalpy, former);
    const heat = sumOf(first.joule.cells, sources, cells);
    const metalHeat = intoRods(setting, first.joule);
    enthalpy = advance(setting.heat, context.caloric, now.heat, {
      heat,
      metalHeat,
      duration: duration / 2,
      explicit,
    }).enthalpy;
    former = first;
    spent = first;
  }
  const electric = electricOf(context, sigmaOf(context, now, enthalpy), former);
  const from = probed(context, now);
  const attempt = (felt: Felt) => {
    const powered = outputOf(context, now, electric, felt);
    const input = {
      heat: sumOf(powered.joule.cells, sources, cells),
      metalHeat: intoRods(setting, powered.joule),
      duration,
      explicit,
    };
    const advanced = advance(setting.heat, context.caloric, now.heat, input);
    const after = fieldsAfter(context, now, advanced, input);
    const { currents } = powered;
    return { step: { powered, after, exchanged: advanced.exchanged }, to: probed(context, after), currents };
  };
  const currentsFor = (felt: Felt) => askedOf(context, now, electric, felt).currents;
  const { step, felt, slopes } = answered({ from, duration, slopes: before?.slopes, attempt, currentsFor });
  const { powered, after, exchanged } = step;
  const measured = { ...powered.output.measured, ...felt };
  return {
    after,
    exchanged,
    duration,
    electric: powered,
    groupVolts: powered.groupVolts,
    currents: powered.currents,
    resistances: powered.resistances,
    joule: powered.joule,
    iterations: powered.iterations + spent.iterations,
    solves: powered.solves + spent.solves,
    output: { ...powered.output, measured },
    slopes,
  };
};

/** Damage of an accepted step, set by set. */
export const withDamage = ({ place }: StepContext, now: Fields, after: Fields): Fields => {
  const { kinetics } = place.problem;
  if (kinetics.length === 0) return after;
  const damage = new Map(now.damage);
  const duration = after.time - now.time;
  const step = { from: now.temperatures, to: after.temperatures, duration };
  for (const set of kinetics) {
    const before = now.damage.get(set.name) ?? new Float64Array(now.temperatures.length);
    const omega = Float64Array.from(before);
    addDamageOfStep(set, omega, step);
    damage.set(set.name, omega);
  }
  return { ...after, damage };
};
