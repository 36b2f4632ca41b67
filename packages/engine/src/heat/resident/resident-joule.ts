import type { CellField } from '@percuta/numerics';
import type { ResidentPotential } from './resident-potential.ts';

/** Metal that takes heat. */
export interface MetalHeat {
  /** Added to: W times the square of `volts`, of each node. */
  readonly heat: Float64Array;
  /** Node of each contact; undefined where the metal is one node. */
  readonly nodes: Int32Array | undefined;
}

/** Where Joule heat goes. */
export interface JouleTargets {
  /** W a cell, times the square of `volts`. */
  readonly cells: CellField;
  /** What takes the heat of the contacts of an electrode; undefined for metal that takes none. */
  readonly metal: readonly (MetalHeat | undefined)[];
  /** A field to put a sum of potentials into. */
  readonly scratch: CellField;
}

/** The potential that power is taken from, and its groups; true values are `volts` times as high. */
interface Driven {
  readonly value: CellField;
  readonly levels: readonly number[];
  readonly volts: number;
}

/** One unit potential needs no copy: its power goes as the square of the volts. */
const drivenBy = (
  { unknowns, model: { conduction } }: ResidentPotential,
  groupVolts: readonly number[],
  scratch: CellField,
): Driven => {
  const last = groupVolts.at(-1) ?? 0;
  const levels = groupVolts.map((volts) => volts - last);
  const [only] = unknowns;
  if (unknowns.length === 1 && only !== undefined) {
    return { value: only.value, levels: [1, 0], volts: levels[0] };
  }
  scratch.write(0);
  unknowns.forEach(({ value }, n) => conduction.addScaled(scratch, value, levels[n]));
  return { value: scratch, levels, volts: 1 };
};

/** Gives each cell of a seam the power of its own resistance in place of half. */
const shareSeams = (
  { seams, sigma, model: { steady } }: ResidentPotential,
  value: CellField,
  cells: CellField,
): void => {
  const [u, conductivity, power] = [value.elements(), sigma.elements(), cells.elements()];
  const { x, y, z } = steady.network;
  const links = { x: x.elements(), y: y.elements(), z: z.elements() };
  for (let s = 0; s < seams.length; s++) {
    const { direction, here, there, own, next } = seams[s];
    const drop = u[here] - u[there];
    const a = own * conductivity[there];
    const b = next * conductivity[here];
    const more = links[direction][here] * drop * drop * (a / (a + b) - 0.5);
    power[here] += more;
    power[there] -= more;
  }
};

/** What of the heat of cells beside the end of a coat goes to the metal (heat.28). */
const giveMetal = (
  { terminal: { electrode, shares }, places }: ResidentPotential['terminals'][number],
  power: Float32Array | Float64Array,
  metal: JouleTargets['metal'],
): void => {
  const taker = electrode === undefined ? undefined : metal[electrode];
  if (taker === undefined || shares === undefined) return;
  const { heat, nodes } = taker;
  for (let n = 0; n < places.length; n++) {
    const more = (1 - shares[n]) * power[places[n]];
    if (more === 0) continue;
    heat[nodes?.[n] ?? 0] += more;
    power[places[n]] -= more;
  }
};

/**
 * Heat from the currents through the faces of cells (heat.26), written into the targets; gives the factor that makes it
 * watts. Each link gives g Δu², by halves within a material and by resistances across layers, and each contact to its
 * cell, by half to metal that takes heat.
 */
export const jouleOfResident = (
  resident: ResidentPotential,
  groupVolts: readonly number[],
  { cells, metal, scratch }: JouleTargets,
): number => {
  const { terminals, sigma, model } = resident;
  const { conduction, steady } = model;
  const { value, levels, volts } = drivenBy(resident, groupVolts, scratch);
  conduction.jouleByHalves({ value, network: steady.network }, cells);
  shareSeams(resident, value, cells);
  const [u, conductivity, power] = [value.elements(), sigma.elements(), cells.elements()];
  for (const { terminal, places } of terminals) {
    const { weights, group, electrode } = terminal;
    const taker = electrode === undefined ? undefined : metal[electrode];
    const level = levels[group];
    for (let n = 0; n < places.length; n++) {
      const place = places[n];
      const drop = level - u[place];
      const lost = conductivity[place] * weights[n] * drop * drop;
      power[place] += taker === undefined ? lost : lost / 2;
      if (taker !== undefined) taker.heat[taker.nodes?.[n] ?? 0] += lost / 2;
    }
  }
  for (const placed of terminals) giveMetal(placed, power, metal);
  return volts * volts;
};
