import type { CellField } from './cell-field.ts';
import type { StageFactors } from './super-step.ts';

/**
 * Nodes beside the cells of a heat flow, each with one rise of its own: C dT/dt = heat + Σ g (T_cell - T) over the
 * cells it touches, and the like over the nodes before and after it. A node without capacity has the rise at which it gives what it takes. The anchors of the network
 * must hold the conductances too, at level 0.
 */
export interface Lump {
  /** Cells touched; a cell may be named more than once. */
  readonly cells: Int32Array;
  /** The node that touches each of them. */
  readonly nodes: Int32Array;
  /** W/K, one a touched cell. */
  readonly conductances: Float64Array;
  /** J/K of each node. */
  readonly capacities: Float64Array;
  /** W/K between each node and the next, one less than there are nodes; undefined for none. */
  readonly along?: Float64Array | undefined;
  /** W into each node; undefined for none. */
  readonly heat: Float64Array | undefined;
  /** K, the state. */
  readonly rises: Float64Array;
}

/** Lumps within one step of a heat flow. */
export interface StagedLumps {
  /** Fastest rate of decay of a node, 1/s, for the conductances at hand. */
  readonly fastest: () => number;
  /** Notes what `fed` holds besides, and does the first stage with `first` seconds of the rate. */
  readonly begin: (rises: CellField, first: number) => void;
  /** A later stage from the rises that the cells have. */
  readonly goOn: (rises: CellField, factors: StageFactors, dt: number) => void;
  /** Writes the rises of the end. */
  readonly end: () => void;
}

interface Staged {
  readonly lump: Lump;
  readonly places: Int32Array;
  /** 1 for a cell that this lump or one before has touched already. */
  readonly again: Uint8Array;
  /** What `fed` holds without the lumps, one a touched cell. */
  readonly fed: Float64Array;
  /** W/K of each node. */
  readonly totals: Float64Array;
  readonly rises: Float64Array;
  readonly rates: Float64Array;
  readonly rates0: Float64Array;
  /** Changes since the step began, of the last stage and of the one before. */
  last: Float64Array;
  before: Float64Array;
}

const staged = (lump: Lump, place: (cell: number) => number, touched: Set<number>): Staged => {
  const { cells, capacities } = lump;
  const again = Uint8Array.from(cells, (cell) => {
    const isKnown = touched.has(cell);
    touched.add(cell);
    return isKnown ? 1 : 0;
  });
  const none = () => new Float64Array(capacities.length);
  const totals = none();
  const [rises, rates, rates0, last, before] = [none(), none(), none(), none(), none()];
  const fed = new Float64Array(cells.length);
  return { lump, places: cells.map(place), again, fed, totals, rises, rates, rates0, last, before };
};

const fastestOf = ({ lump: { nodes, conductances, capacities, along }, totals }: Staged): number => {
  totals.fill(0);
  for (let c = 0; c < nodes.length; c++) totals[nodes[c]] += conductances[c];
  along?.forEach((conductance, n) => {
    totals[n] += conductance;
    totals[n + 1] += conductance;
  });
  let most = 0;
  for (let n = 0; n < totals.length; n++)
    if (capacities[n] > 0) most = Math.max(most, totals[n] / capacities[n]);
  return most;
};

/** Rises of the nodes: their own, or for no capacity that at which they give what they take. */
const level = ({ lump, places, totals, rises, last }: Staged, t: Float32Array | Float64Array): void => {
  const { nodes, conductances, capacities, heat } = lump;
  let isWhole = true;
  for (let n = 0; n < rises.length; n++) {
    isWhole &&= capacities[n] > 0;
    rises[n] = capacities[n] > 0 ? lump.rises[n] + last[n] : (heat?.[n] ?? 0) / totals[n];
  }
  if (isWhole) return;
  for (let c = 0; c < places.length; c++) {
    const node = nodes[c];
    if (capacities[node] === 0) rises[node] += (conductances[c] / totals[node]) * t[places[c]];
  }
};

/** Rates of the nodes, K/s, and what they feed into cells beside what these hold without them. */
const exchange = (own: Staged, t: Float32Array | Float64Array, fed: Float32Array | Float64Array): void => {
  level(own, t);
  const { lump, places, again, fed: besides, rises, rates } = own;
  const { nodes, conductances, capacities, heat, along } = lump;
  for (let n = 0; n < rates.length; n++) rates[n] = heat?.[n] ?? 0;
  for (let c = 0; c < places.length;) {
    // Cells that follow one another mostly touch the same node: its sum stays out of memory meanwhile.
    const node = nodes[c];
    const rise = rises[node];
    let rate = rates[node];
    for (; c < places.length && nodes[c] === node; c++) {
      const place = places[c];
      const conductance = conductances[c];
      rate -= conductance * (rise - t[place]);
      fed[place] = (again[c] === 1 ? fed[place] : besides[c]) + conductance * rise;
    }
    rates[node] = rate;
  }
  if (along !== undefined) passAlong(along, rises, rates);
  for (let n = 0; n < rates.length; n++) rates[n] = capacities[n] > 0 ? rates[n] / capacities[n] : 0;
};

const passAlong = (along: Float64Array, rises: Float64Array, rates: Float64Array): void => {
  for (let n = 0; n < along.length; n++) {
    const flow = along[n] * (rises[n + 1] - rises[n]);
    rates[n] += flow;
    rates[n + 1] -= flow;
  }
};

/** Prepares lumps for steps, one after another; `field` is what feeds the cells. */
export function stageLumps(lumps: readonly Lump[], field: CellField): StagedLumps {
  const touched = new Set<number>();
  const all = lumps.map((lump) => staged(lump, field.place, touched));
  const feed = (rises: CellField) => {
    const [t, fed] = [rises.elements(), field.elements()];
    for (const own of all) exchange(own, t, fed);
  };
  return {
    fastest: () => all.reduce((most, own) => Math.max(most, fastestOf(own)), 0),
    begin: (rises, first) => {
      const fed = field.elements();
      for (const { places, fed: besides, last } of all) {
        for (let c = 0; c < places.length; c++) besides[c] = fed[places[c]];
        last.fill(0);
      }
      feed(rises);
      for (const { rates, rates0, last, before } of all) {
        rates0.set(rates);
        before.fill(0);
        for (let n = 0; n < last.length; n++) last[n] = first * rates[n];
      }
    },
    goOn: (rises, { mu, nu, now, start }, dt) => {
      feed(rises);
      for (const own of all) {
        const { rates, rates0, last, before } = own;
        for (let n = 0; n < last.length; n++) {
          before[n] = mu * last[n] + nu * before[n] + dt * (now * rates[n] + start * rates0[n]);
        }
        [own.last, own.before] = [before, last];
      }
    },
    end: () => {
      for (const { lump, rises, last } of all) {
        const { capacities } = lump;
        for (let n = 0; n < last.length; n++) {
          lump.rises[n] = capacities[n] > 0 ? lump.rises[n] + last[n] : rises[n];
        }
      }
    },
  };
}
