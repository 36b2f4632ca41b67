import type { Kernels } from '../kernels/kernels.ts';
import { HEAT, LAST, BEFORE, NODE, OWN, RATE, RATE_AT_START, RISE } from '../kernels/conduction/lumps.ts';
import type { CellField } from './cell-field.ts';
import type { Lump } from './lump.ts';
import { packLumps, type PackedLumps } from './packed-lumps.ts';
import type { StageFactors } from './super-step.ts';

/** Lumps within one step of a heat flow. */
export interface StagedLumps {
  /** Fastest rate of decay of a node, 1/s, for the conductances at hand; to be asked before each step. */
  readonly fastest: () => number;
  /** Notes what `fed` holds besides, and does the first stage with `first` seconds of the rate. */
  readonly begin: (rises: CellField, first: number) => void;
  /** A later stage from the rises that the cells have. */
  readonly goOn: (rises: CellField, factors: StageFactors, dt: number) => void;
  /** Writes the rises of the end. */
  readonly end: () => void;
  /** Gives back the memory. */
  readonly release: () => void;
}

const nothing = (): void => undefined;
const nobody: StagedLumps = {
  fastest: () => 0,
  begin: nothing,
  goOn: nothing,
  end: nothing,
  release: nothing,
};

/** Takes conductances, heat and rises of the nodes as they are now into memory. */
const takeIn = ({ starts, conductances, nodes }: PackedLumps): void => {
  const { data } = nodes;
  for (const { lump, node, contact } of starts) {
    conductances.data.set(lump.conductances, contact);
    const { heat, rises } = lump;
    for (let n = 0, o = node * NODE; n < rises.length; n++, o += NODE) {
      data[o + HEAT] = heat?.[n] ?? 0;
      data[o + OWN] = rises[n];
      data[o + RATE_AT_START] = data[o + LAST] = data[o + BEFORE] = 0;
    }
  }
};

/** The rates of the first stage are those of the beginning. */
const keepRates = ({ nodes, count }: PackedLumps): void => {
  const { data } = nodes;
  for (let n = 0; n < count; n++) data[n * NODE + RATE_AT_START] = data[n * NODE + RATE];
};

const writeRises = ({ starts, nodes }: PackedLumps): void => {
  const { data } = nodes;
  for (const { lump, node } of starts) {
    const { capacities, rises } = lump;
    for (let n = 0, o = node * NODE; n < rises.length; n++, o += NODE) {
      rises[n] = capacities[n] > 0 ? rises[n] + data[o + LAST] : data[o + RISE];
    }
  }
};

// d₁ is a share of the rate alone.
const first: StageFactors = { mu: 0, nu: 0, now: 1, start: 0 };

// A contact takes several times as long as a cell of a stage: its cells lie far apart in memory.
const CELLS_A_CONTACT = 5;

/** Prepares lumps for steps, one after another; `field` is what feeds the cells. Throws MemoryExceeded. */
export function stageLumps(kernels: Kernels, lumps: readonly Lump[], field: CellField): StagedLumps {
  if (lumps.length === 0) return nobody;
  const packed = packLumps(kernels, lumps, field);
  const { table, stretches, places, conductances, besides, nodes, contacts, isApart } = packed;
  const run = isApart ? kernels.runOver(CELLS_A_CONTACT * contacts) : kernels.run;
  const exchange = (rises: CellField, { mu, nu, now, start }: StageFactors, dt: number) =>
    run.exchangeLumps(
      rises.offset,
      field.offset,
      table.offset,
      stretches.offset,
      places.offset,
      conductances.offset,
      besides.offset,
      nodes.offset,
      mu,
      nu,
      now,
      start,
      dt,
      0,
      lumps.length,
    );
  return {
    fastest: packed.fastest,
    begin: (rises, duration) => {
      takeIn(packed);
      run.gatherCells(field.offset, places.offset, besides.offset, 0, contacts);
      exchange(rises, first, duration);
      keepRates(packed);
    },
    goOn: exchange,
    end: () => writeRises(packed),
    release: packed.release,
  };
}
