import type { CellField } from '@percuta/numerics';
import { fillTemperatures, fillVapour } from '../bioheat/caloric.ts';
import { takesHeat } from '../bioheat/heat-model.ts';
import type { Balances } from '../heating.ts';
import { answered } from '../march/control.ts';
import type { Felt } from '../march/control.ts';
import type { Fields, Tried } from '../march/progress.ts';
import { probed } from '../march/step.ts';
import type { StepContext } from '../march/step.ts';
import { fillSigma } from '../potential/conductivity-field.ts';
import { addDamage } from './resident-damage.ts';
import { electricOf, fieldsAt, jouleShown } from './resident-fields.ts';
import { jouleOfResident } from './resident-joule.ts';
import { outputOf, probedAfter } from './resident-output.ts';
import type { Asked } from './resident-output.ts';
import { solveResident } from './resident-potential.ts';
import type { Solves } from './resident-potential.ts';
import { showRods, writeBase } from './resident.ts';
import type { Resident } from './resident.ts';

/** How far ahead of the fields conductivity is wanted: by a share of a change of enthalpy. */
interface Ahead {
  readonly change: CellField;
  readonly share: number;
}

/** Conductivity of the cells into the candidate (heat.2). */
const writeSigma = ({ heat, laws, place, caloric, potential, doses }: Resident, ahead: Ahead): void => {
  if (laws !== undefined) {
    heat.conduction.property(heat.flow, laws, ahead, potential.candidate);
    return;
  }
  // Layers that are not planes of depth are those of a radius: few cells.
  const { medium, grid } = place;
  const enthalpy = heat.flow.enthalpy.read();
  const change = ahead.change.read();
  for (let cell = 0; cell < grid.cells; cell++) {
    enthalpy[cell] = (enthalpy[cell] + ahead.share * change[cell]) * heat.volumicHeats[medium.ofCell[cell]];
  }
  const [temperatures, vapour, sigma] = [0, 1, 2].map(() => new Float64Array(grid.cells));
  fillTemperatures(caloric, enthalpy, temperatures);
  fillVapour(caloric, enthalpy, vapour);
  const damage = new Map([...doses].map(([name, dose]) => [name, dose.read()]));
  fillSigma(medium, { temperatures, vapour, damage }, sigma);
  potential.candidate.write(sigma);
};

/** What a generator puts out, and the heat of it. */
interface Powered extends Asked {
  /** W into cells, into metal, and of that into held metal. */
  readonly cells: number;
  readonly metal: number;
  readonly held: number;
}

/** Writes the heat of the currents, beside what is there without, for the next attempt. */
const powerOf = (resident: Resident, asked: Asked): Powered => {
  const { heat, potential, base, scratch, setting } = resident;
  const { conduction, flow, lumps } = heat;
  for (const { heat: own } of lumps) own.fill(0);
  // Heat of held metal, W.
  const heldHeat = new Float64Array(1);
  const metals = setting.electrodes.map((electrode, index) =>
    takesHeat(electrode)
      ? (lumps[setting.heat.rods.findIndex((rod) => rod.electrode === index)] ?? {
          heat: heldHeat,
          nodes: undefined,
        })
      : undefined,
  );
  const factor = jouleOfResident(potential, asked.groupVolts, {
    cells: flow.source,
    metal: metals,
    scratch,
  });
  const cells = factor * conduction.total(flow.source);
  conduction.scaleAndAdd(flow.source, base, factor);
  let metal = 0;
  for (const { heat: own } of lumps) {
    for (let n = 0; n < own.length; n++) metal += own[n] *= factor;
  }
  const held = heldHeat[0] * factor;
  return { ...asked, cells, metal: metal + held, held };
};

/** Heat without currents for the next attempt. */
const restOf = ({ heat: { conduction, flow, lumps }, base }: Resident): void => {
  conduction.scaleAndAdd(flow.source, base, 0);
  for (const { heat } of lumps) heat.fill(0);
};

/** Tries a step of heat; gives the rods at its end, K. */
const attempt = ({ heat, rods }: Resident, duration: number): Float64Array[] => {
  const { flow, lumps, joined, reference } = heat;
  lumps.forEach(({ rises }, r) => {
    for (let n = 0; n < rises.length; n++) rises[n] = rods[r][n] - reference;
  });
  flow.attempt(duration, joined);
  return lumps.map(({ rises }) => rises.map((rise) => rise + reference));
};

/** K. */
const largestChange = (before: readonly Float64Array[], after: readonly Float64Array[]): number =>
  before.reduce(
    (most, own, r) => own.reduce((m, value, n) => Math.max(m, Math.abs(value - after[r][n])), most),
    0,
  );

/** A step that was tried in memory. */
export interface ResidentTrial extends Tried {
  readonly rods: readonly Float64Array[];
  /** Largest change of a temperature of tissue, K, and of a share of vapour. */
  readonly warming: number;
  readonly boiling: number;
  /** Largest change of a temperature, metal included, K. */
  readonly widest: number;
  readonly powered: Powered | undefined;
}

const solveAhead = (context: StepContext, resident: Resident, ahead: Ahead, time: number): Solves => {
  writeSigma(resident, ahead);
  const { potential: tolerance, conductivity: unchanged } = context.tolerances;
  return solveResident(resident.potential, time, { tolerance, unchanged });
};

/** Conductivity and potential half a step on: by the step before, or after a jump by half a step that is tried first. */
const solveHalfway = (
  context: StepContext,
  resident: Resident,
  now: Fields,
  { duration, before }: { readonly duration: number; readonly before: number | undefined },
): Solves => {
  const { flow } = resident.heat;
  const middle = now.time + duration / 2;
  if (before !== undefined) {
    return solveAhead(context, resident, { change: flow.taken(), share: duration / 2 / before }, middle);
  }
  const first = solveAhead(context, resident, { change: flow.taken(), share: 0 }, now.time);
  powerOf(resident, outputOf(context, resident, now.time, { temperatures: probed(context, now) }));
  attempt(resident, duration / 2);
  const second = solveAhead(context, resident, { change: flow.change(), share: 1 }, middle);
  return {
    iterations: first.iterations + second.iterations,
    solves: first.solves + second.solves,
  };
};

const none = { groupVolts: [], currents: [], resistances: [], output: undefined };

interface Length {
  readonly duration: number;
  /** Duration of the step before, undefined after a jump. */
  readonly before: number | undefined;
  /** Of the step before: see `answered`. */
  readonly slopes: Tried['slopes'];
}

/** Tries a step with what the generator answers to it (heat.18). */
const drivenStep = (
  context: StepContext,
  resident: Resident,
  now: Fields,
  { duration, slopes }: Length,
): Pick<ResidentTrial, 'powered' | 'rods' | 'slopes' | 'output'> => {
  const from = probed(context, now);
  const found = answered({
    from,
    duration,
    slopes,
    attempt: (felt: Felt) => {
      const powered = powerOf(resident, outputOf(context, resident, now.time, felt));
      const rods = attempt(resident, duration);
      const { length } = Object.keys(from);
      const to = length === 0 ? from : probedAfter(context, resident, rods);
      return { step: { powered, rods }, to, currents: powered.currents };
    },
    currentsFor: (felt: Felt) => outputOf(context, resident, now.time, felt).currents,
  });
  const { output } = found.step.powered;
  const measured = { ...output.measured, ...found.felt };
  return { ...found.step, slopes: found.slopes, output: { ...output, measured } };
};

/** Tries a step in memory: conductivity half a step on, potential, generator, heat (heat.33). */
export const tryResident = (
  context: StepContext,
  resident: Resident,
  now: Fields,
  length: Length,
): ResidentTrial => {
  const { duration } = length;
  if (context.sources !== resident.sources) writeBase(resident, context.sources);
  const isDriven = context.isDriven;
  if (!isDriven) restOf(resident);
  const spent = isDriven ? solveHalfway(context, resident, now, length) : { iterations: 0, solves: 0 };
  const step = isDriven
    ? drivenStep(context, resident, now, length)
    : { powered: undefined, rods: attempt(resident, duration) };
  const { warming, boiling } = resident.heat.flow.reach();
  return {
    ...(step.powered ?? none),
    ...spent,
    ...step,
    duration,
    warming,
    boiling,
    widest: Math.max(warming, largestChange(resident.rods, step.rods)),
    after: fieldsAt(resident, now.time + duration),
    electric: electricOf(resident),
    joule: step.powered === undefined ? undefined : jouleShown(resident),
    exchanged: undefined,
  };
};

const storedIn = ({ setting, heat, rods }: Resident, after: readonly Float64Array[]): number => {
  let stored = heat.conduction.inner(heat.capacity, heat.flow.change());
  setting.heat.rods.forEach(({ capacities }, r) => {
    for (let n = 0; n < capacities.length; n++) stored += capacities[n] * (after[r][n] - rods[r][n]);
  });
  return stored;
};

/** Takes the step that was tried last: moves the state on and gives its fields and the account. */
export const acceptResident = (
  resident: Resident,
  trial: ResidentTrial,
  time: number,
  balances: Balances,
): { readonly fields: Fields; readonly balances: Balances } => {
  const { heat, setting, sourcePower } = resident;
  const { duration, powered, currents, groupVolts } = trial;
  const stored = storedIn(resident, trial.rods);
  heat.flow.accept();
  resident.rods = setting.heat.rods.map((rod, r) => (rod.isPerfect ? levelled(resident, r) : trial.rods[r]));
  showRods(resident);
  addDamage(resident, trial);
  const exchanged =
    resident.supplyPower -
    heat.conduction.inner(heat.exchanger, heat.flow.temperature) -
    (powered?.held ?? 0);
  const electric = currents.reduce((total, current, n) => {
    const { from, to } = setting.drives[n];
    return total + current * (groupVolts[from] - groupVolts[to]);
  }, 0);
  return {
    fields: fieldsAt(resident, time),
    balances: {
      electric: balances.electric + electric * duration,
      joule: balances.joule + ((powered?.cells ?? 0) + (powered?.metal ?? 0)) * duration,
      stored: balances.stored + stored,
      sources: balances.sources + sourcePower * duration,
      exchanged: balances.exchanged + exchanged * duration,
    },
  };
};

/** Perfect metal has the temperature at which it gives what it takes (heat.31). */
const levelled = ({ heat, setting }: Resident, r: number): Float64Array => {
  const { cells } = setting.heat.rods[r];
  const { conductances, heat: own } = heat.lumps[r];
  let [sum, weight] = [own[0], 0];
  for (let n = 0; n < cells.length; n++) {
    sum += conductances[n] * heat.flow.temperature.get(cells[n]);
    weight += conductances[n];
  }
  return Float64Array.of(heat.reference + sum / weight);
};
