import { ALONG, CAPACITY, NODE, TOTAL } from '../kernels/conduction/lumps.ts';
import type { DoubleField, Kernels } from '../kernels/kernels.ts';
import type { CellField } from './cell-field.ts';
import type { Lump } from './lump.ts';

/** A lump, with the numbers of its first node and its first contact among those of all. */
interface Start {
  readonly lump: Lump;
  readonly node: number;
  readonly contact: number;
}

/** Lumps one after another in the memory of kernels, as `exchangeLumps` takes them. */
export interface PackedLumps {
  readonly starts: readonly Start[];
  /** Nodes of all lumps, and contacts. */
  readonly count: number;
  readonly contacts: number;
  readonly table: DoubleField;
  readonly stretches: DoubleField;
  readonly places: DoubleField;
  readonly conductances: DoubleField;
  readonly besides: DoubleField;
  readonly nodes: DoubleField;
  /** No two lumps touch one cell. */
  readonly isApart: boolean;
  /** Fastest rate of decay of a node, 1/s, for the conductances at hand, whose sums it notes. */
  readonly fastest: () => number;
  readonly release: () => void;
}

const startsOf = (lumps: readonly Lump[]): Start[] => {
  let [node, contact] = [0, 0];
  return lumps.map((lump) => {
    const start = { lump, node, contact };
    node += lump.capacities.length;
    contact += lump.cells.length;
    return start;
  });
};

/** Which contacts touch a cell that one before has touched, and whether any of those is of another lump. */
const touchesOf = (lumps: readonly Lump[], contacts: number) => {
  const again = new Uint8Array(contacts);
  const owners = new Map<number, number>();
  let isApart = true;
  let contact = 0;
  lumps.forEach(({ cells }, l) => {
    for (let c = 0; c < cells.length; c++, contact++) {
      const owner = owners.get(cells[c]);
      if (owner === undefined) owners.set(cells[c], l);
      else again[contact] = 1;
      isApart &&= owner === undefined || owner === l;
    }
  });
  return { again, isApart };
};

/** Contacts that follow one another at one node, all of them the first at their cells or none. */
const stretchesOf = ({ lump: { nodes }, node, contact }: Start, again: Uint8Array): number[] => {
  const found: number[] = [];
  for (let from = 0; from < nodes.length;) {
    let to = from + 1;
    while (to < nodes.length && nodes[to] === nodes[from] && again[contact + to] === again[contact + from])
      to++;
    found.push(node + nodes[from], contact + from, contact + to, again[contact + from]);
    from = to;
  }
  return found;
};

/** W/K that each node exchanges, and the fastest rate of decay of them. */
const fastestOf = (
  { lump: { nodes, conductances, capacities, along }, node: first }: Start,
  data: Float64Array,
): number => {
  const start = first * NODE + TOTAL;
  for (let n = 0; n < capacities.length; n++) data[start + n * NODE] = 0;
  for (let c = 0; c < nodes.length; c++) data[start + nodes[c] * NODE] += conductances[c];
  let most = 0;
  for (let n = 0; n < (along?.length ?? 0); n++) {
    data[start + n * NODE] += along?.[n] ?? 0;
    data[start + (n + 1) * NODE] += along?.[n] ?? 0;
  }
  for (let n = 0; n < capacities.length; n++) {
    if (capacities[n] > 0) most = Math.max(most, data[start + n * NODE] / capacities[n]);
  }
  return most;
};

const writeNodes = ({ lump: { capacities, along }, node }: Start, data: Float64Array): void => {
  for (let n = 0; n < capacities.length; n++) {
    data[(node + n) * NODE + CAPACITY] = capacities[n];
    data[(node + n) * NODE + ALONG] = along?.[n] ?? 0;
  }
};

/** Packs lumps; places are bytes from the first cell of `field`. Throws MemoryExceeded. */
export const packLumps = (kernels: Kernels, lumps: readonly Lump[], field: CellField): PackedLumps => {
  const starts = startsOf(lumps);
  const count = lumps.reduce((sum, { capacities }) => sum + capacities.length, 0);
  const contacts = lumps.reduce((sum, { cells }) => sum + cells.length, 0);
  const { again, isApart } = touchesOf(lumps, contacts);
  const ofLumps = starts.map((start) => stretchesOf(start, again));
  const [table, stretches, places, conductances, besides, nodes] = [
    2 * (lumps.length + 1),
    ofLumps.reduce((sum, { length }) => sum + length, 0),
    contacts,
    contacts,
    contacts,
    count * NODE,
  ].map((length) => kernels.doubles(length));
  const zero = field.place(0);
  let stretch = 0;
  starts.forEach((start, l) => {
    table.data.set([start.node, stretch / 4], 2 * l);
    stretches.data.set(ofLumps[l], stretch);
    stretch += ofLumps[l].length;
    const { cells } = start.lump;
    for (let c = 0; c < cells.length; c++)
      places.data[start.contact + c] = kernels.bytes * (field.place(cells[c]) - zero);
    writeNodes(start, nodes.data);
  });
  table.data.set([count, stretch / 4], 2 * lumps.length);
  const fields = { table, stretches, places, conductances, besides, nodes };
  return {
    starts,
    count,
    contacts,
    ...fields,
    isApart,
    fastest: () => starts.reduce((most, start) => Math.max(most, fastestOf(start, nodes.data)), 0),
    release: () => Object.values(fields).forEach((each) => kernels.release(each)),
  };
};
