import type { Rod } from './rods.ts';
import { fillTemperatures } from './caloric.ts';
import type { Caloric } from './caloric.ts';
import type { HeatModel } from './heat-model.ts';

/** Heat in tissue and metal. */
export interface HeatState {
  /** J/m³ of each cell, 0 at the reference of the caloric curves. */
  readonly enthalpy: Float64Array;
  /** K of each node of each rod; one of a perfect metal. */
  readonly rods: readonly Float64Array[];
}

const stageCount = (duration: number, explicit: number): number => {
  // duration ≤ explicit (s² + s - 2) / 4, s odd.
  const stages = Math.ceil((Math.sqrt(9 + (16 * duration) / explicit) - 1) / 2);
  const odd = stages % 2 === 0 ? stages + 1 : stages;
  return Math.max(3, odd);
};

const weightB = (j: number): number => (j < 2 ? 1 / 3 : (j * j + j - 2) / (2 * j * (j + 1)));

/** W into each cell and K/s of each rod node at these temperatures; a perfect metal takes the mean. */
const exchange = (
  model: HeatModel,
  { heat, metalHeat }: Input,
  temperatures: Float64Array,
  rods: readonly Float64Array[],
  flow: Float64Array,
): Float64Array[] => {
  const { grid, links, anchor, supply, contacts } = model;
  const [ny, nz] = [grid.x.count, grid.x.count * grid.y.count];
  const { cells } = grid;
  for (let c = 0; c < cells; c++) flow[c] = supply[c] + heat[c] - anchor[c] * temperatures[c];
  const { x, y, z } = links;
  for (let c = 0; c < cells; c++) {
    const own = temperatures[c];
    let sum = 0;
    if (x[c] > 0) {
      const f = x[c] * (temperatures[c + 1] - own);
      sum += f;
      flow[c + 1] -= f;
    }
    if (y[c] > 0) {
      const f = y[c] * (temperatures[c + ny] - own);
      sum += f;
      flow[c + ny] -= f;
    }
    if (z[c] > 0) {
      const f = z[c] * (temperatures[c + nz] - own);
      sum += f;
      flow[c + nz] -= f;
    }
    flow[c] += sum;
  }
  return model.rods.map((rod, r) =>
    exchangeWithRod(rod, contacts[r], { temperatures, own: rods[r], heat: metalHeat?.[r] }, flow),
  );
};

const exchangeWithRod = (
  { isPerfect, cells, nodes, capacities, along }: Rod,
  conductances: Float64Array,
  {
    temperatures,
    own,
    heat,
  }: {
    readonly temperatures: Float64Array;
    readonly own: Float64Array;
    readonly heat: Float64Array | undefined;
  },
  flow: Float64Array,
): Float64Array => {
  const rates = heat === undefined ? new Float64Array(own.length) : Float64Array.from(heat);
  const level = isPerfect ? Float64Array.of(meanBeside(cells, conductances, temperatures, heat?.[0])) : own;
  for (let n = 0; n < cells.length; n++) {
    const f = conductances[n] * (level[nodes[n]] - temperatures[cells[n]]);
    flow[cells[n]] += f;
    rates[nodes[n]] -= f;
  }
  along.forEach((conductance, n) => {
    const f = conductance * (own[n + 1] - own[n]);
    rates[n] += f;
    rates[n + 1] -= f;
  });
  return isPerfect ? rates.fill(0) : rates.map((rate, n) => (capacities[n] > 0 ? rate / capacities[n] : 0));
};

/** Cells with something of their own temperature at them: blood, sides, held metal. */
const exchangersOf = ({ anchor, supply, volumes }: HeatModel): Int32Array =>
  Int32Array.from(anchor.keys()).filter((c) => volumes[c] > 0 && (anchor[c] !== 0 || supply[c] !== 0));

/** W into the tissue through them. */
const exchangeRate = (
  { anchor, supply }: HeatModel,
  cells: Int32Array,
  temperatures: Float64Array,
): number => {
  let total = 0;
  for (const c of cells) total += supply[c] - anchor[c] * temperatures[c];
  return total;
};

/** Temperature at which a metal without capacity gives what it takes and the `heat` (W) put into it. */
export const meanBeside = (
  cells: Int32Array,
  conductances: Float64Array,
  temperatures: Float64Array,
  heat = 0,
): number => {
  let [sum, weight] = [heat, 0];
  for (let n = 0; n < cells.length; n++) {
    sum += conductances[n] * temperatures[cells[n]];
    weight += conductances[n];
  }
  return sum / weight;
};

interface Stage {
  readonly mu: number;
  readonly nu: number;
  readonly rate: number;
  readonly first: number;
}

const stageOf = (j: number, w: number): Stage => {
  const mu = (((2 * j - 1) / j) * weightB(j)) / weightB(j - 1);
  const nu = ((-(j - 1) / j) * weightB(j)) / weightB(j - 2);
  return { mu, nu, rate: mu * w, first: -(1 - weightB(j - 1)) * mu * w };
};

/** What a step is driven by. */
export interface Input {
  /** W into each cell. */
  readonly heat: Float64Array;
  /** W into each node of each rod; undefined for none. */
  readonly metalHeat: readonly Float64Array[] | undefined;
  readonly duration: number;
  /** Longest stable explicit step, s. */
  readonly explicit: number;
}

/** The state after a step, and the J that blood, sides and held metal have brought, by the rule of the step itself. */
export interface Advanced extends HeatState {
  readonly exchanged: number;
}

/**
 * Second-order Runge-Kutta-Legendre step (Meyer, Balsara and Aslam 2014, J. Comput. Phys. 257:594) of the enthalpy
 * and of the rods with `heat` (W a cell) held, cell by cell with the law of each material. Conserves energy.
 */
export const advance = (model: HeatModel, caloric: Caloric, state: HeatState, input: Input): Advanced => {
  const { duration, explicit } = input;
  const { cells } = model.grid;
  const { volumes } = model;
  const stages = stageCount(duration, explicit);
  const w = 4 / (stages * stages + stages - 2);
  const rodsStart = state.rods;
  const start = state.enthalpy;
  const [flow0, flow, temperatures] = [0, 1, 2].map(() => new Float64Array(cells));
  fillTemperatures(caloric, start, temperatures);
  const rates0 = exchange(model, input, temperatures, rodsStart, flow0);
  const exchangers = exchangersOf(model);
  const gain0 = duration * exchangeRate(model, exchangers, temperatures);
  let gainBefore = 0;
  let gainHere = (w / 3) * gain0;
  for (let c = 0; c < cells; c++) flow0[c] = volumes[c] > 0 ? (flow0[c] * duration) / volumes[c] : 0;
  let before: Float64Array = start;
  let here: Float64Array = start.map((value, c) => value + (w / 3) * flow0[c]);
  let rodsBefore: readonly Float64Array[] = rodsStart;
  let rodsHere: readonly Float64Array[] = rodsStart.map((rod, r) =>
    rod.map((value, n) => value + (w / 3) * duration * rates0[r][n]),
  );
  for (let j = 2; j <= stages; j++) {
    const { mu, nu, rate, first } = stageOf(j, w);
    const rest = 1 - mu - nu;
    fillTemperatures(caloric, here, temperatures);
    const rates = exchange(model, input, temperatures, rodsHere, flow);
    const gain = duration * exchangeRate(model, exchangers, temperatures);
    [gainBefore, gainHere] = [gainHere, mu * gainHere + nu * gainBefore + rate * gain + first * gain0];
    const next = j === 2 ? new Float64Array(cells) : before;
    for (let c = 0; c < cells; c++) {
      if (volumes[c] === 0) continue;
      const gained = (flow[c] * duration * rate) / volumes[c] + first * flow0[c];
      next[c] = mu * here[c] + nu * before[c] + rest * start[c] + gained;
    }
    const rodsNext = rodsHere.map((rod, r) =>
      rod.map((value, n) => {
        const gained = duration * (rate * rates[r][n] + first * rates0[r][n]);
        return mu * value + nu * rodsBefore[r][n] + rest * rodsStart[r][n] + gained;
      }),
    );
    [before, here, rodsBefore, rodsHere] = [here, next, rodsHere, rodsNext];
  }
  return { enthalpy: here, rods: rodsHere, exchanged: gainHere };
};
