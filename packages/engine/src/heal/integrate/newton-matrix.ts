import {
  createLayeredLines,
  createPlaceElimination,
  type Kernels,
  type LayeredLines,
  type PlaceElimination,
} from '@percuta/numerics';
import { thicknessOf, type Tissue } from '../geometry/tissue.ts';
import { reactionEntries } from '../kernels/reaction-table.ts';
import type { Rates } from '../rates.ts';
import { indexOf, moving } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { pull, type Transport } from '../transport/transport.ts';

const width = speciesIds.length;
const fixed = speciesIds.map((_, i) => i).filter((i) => !moving.includes(i));
const entries = new Set(reactionEntries.map(([i, j]) => indexOf[i] * width + indexOf[j]));
const m = moving.length;
const fibroblast = moving.indexOf(indexOf['F']);
const platelet = moving.indexOf(indexOf['P']);

interface Parts {
  readonly tissue: Tissue;
  readonly transport: Transport;
  readonly p: Rates;
}

/** Adds diffusion in r (heal.2) and drift (heal.3) to lines of blocks over the moving states. */
const createRadialPart = ({ tissue, transport, p }: Parts, lines: LayeredLines) => {
  const rings = tissue.radial.count;
  const { lead } = lines;
  const blockSize = m * lead;
  const couplingSize = lead + 2;

  const spread = (c: number): void => {
    const [blocks, lower, upper] = [lines.blocks.data, lines.lower.data, lines.upper.data];
    for (const { from, to, giving, taking } of transport.radial) {
      for (let s = 0; s < m; s += 1) {
        const flow = c * transport.diffusivities[s];
        const own = s * (lead + 1);
        blocks[from * blockSize + own] = blocks[from * blockSize + own] + giving * flow;
        blocks[to * blockSize + own] = blocks[to * blockSize + own] + taking * flow;
        upper[from * couplingSize + s] = -giving * flow;
        lower[to * couplingSize + s] = -taking * flow;
      }
    }
  };

  /** Flow from `from` to `to`: q × cells on the side that is left. */
  const drift = (y: Float64Array, c: number): void => {
    const [blocks, lower, upper] = [lines.blocks.data, lines.lower.data, lines.upper.data];
    const add = (place: number, column: number, value: number): void => {
      const i = place * blockSize + column * lead + fibroblast;
      blocks[i] = blocks[i] + value;
    };
    const value = (place: number, s: number): number => Math.max(y[place * width + moving[s]], 0);
    for (const { from, to, giving, taking } of transport.radial) {
      const [here, there] = [value(from, platelet), value(to, platelet)];
      const q = pull(here, there, p);
      const cells = value(q > 0 ? from : to, fibroblast);
      const slope = (signal: number): number => (p.chi_F * cells) / (p.P_chem + signal);
      add(from, platelet, -c * giving * slope(here));
      add(to, platelet, -c * taking * slope(there));
      upper[from * couplingSize + lead] = c * giving * slope(there);
      lower[to * couplingSize + lead] = c * taking * slope(here);
      if (q > 0) {
        add(from, fibroblast, c * giving * q);
        const i = to * couplingSize + fibroblast;
        lower[i] = lower[i] - c * taking * q;
      } else {
        add(to, fibroblast, -c * taking * q);
        const i = from * couplingSize + fibroblast;
        upper[i] = upper[i] + c * giving * q;
      }
    }
  };

  return (y: Float64Array, c: number): void => {
    if (rings < 2) return;
    spread(c);
    drift(y, c);
  };
};

/** Where a double of one row and place stands, as a byte offset. */
type Offset = (row: number, place: number) => number;

/** Copies doubles along a list that does not change: those of `rows` rows in every place. */
const moverOf = (
  kernels: Kernels,
  shape: { readonly rows: number; readonly places: number },
  to: Offset,
  from: Offset,
): (() => void) => {
  const count = shape.rows * shape.places;
  const list = kernels.doubles(2 * count);
  const { data } = list;
  for (let row = 0; row < shape.rows; row += 1) {
    for (let place = 0; place < shape.places; place += 1) {
      const at = 2 * (row * shape.places + place);
      data[at] = to(row, place);
      data[at + 1] = from(row, place);
    }
  }
  return () => kernels.run.moveDoubles(list.offset, count);
};

/** Between a field of the tissue, the right-hand sides of all places and those of the lines. */
const moversOf = (kernels: Kernels, elimination: PlaceElimination, lines: LayeredLines, places: number) => {
  const given = kernels.doubles(width * places);
  const all = { rows: width, places };
  const some = { rows: m, places };
  const inField: Offset = (i, place) => given.offset + 8 * (place * width + i);
  const inPlaces: Offset = (i, place) => elimination.right.offset + 8 * (i * elimination.lead + place);
  const ofMoving: Offset = (row, place) => inPlaces(moving[row], place);
  const inRight: Offset = (row, place) => lines.right.offset + 8 * (place * lines.lead + row);
  const inSolution: Offset = (row, place) => lines.solution.offset + 8 * (place * lines.lead + row);
  return {
    given,
    toPlaces: moverOf(kernels, all, inPlaces, inField),
    toLines: moverOf(kernels, some, inRight, ofMoving),
    fromLines: moverOf(kernels, some, ofMoving, inSolution),
    fromPlaces: moverOf(kernels, all, inField, inPlaces),
  };
};

/** Copies what elimination leaves of the moving states into the blocks of the lines. */
const blockMoverOf = (
  kernels: Kernels,
  elimination: PlaceElimination,
  lines: LayeredLines,
  places: number,
) => {
  const { lead } = lines;
  const pairs = moving.flatMap((i, row) =>
    moving.flatMap((j, column) => {
      const entry = elimination.entry(i, j);
      return entry < 0 ? [] : [{ entry, inBlock: column * lead + row }];
    }),
  );
  return moverOf(
    kernels,
    { rows: pairs.length, places },
    (pair, place) => lines.blocks.offset + 8 * (place * m * lead + pairs[pair].inBlock),
    (pair, place) => elimination.matrices.offset + 8 * (pairs[pair].entry * elimination.lead + place),
  );
};

/**
 * I − c J of the whole tissue. The states that do not move are eliminated place by place; what is left is a line of
 * blocks over the moving states in each layer, coupled to its neighbours by diffusion and drift. `slopeRows` is what the
 * kernel of the derivatives is given: where to put each of the reactionEntries.
 */
export const createNewtonMatrix = (tissue: Tissue, transport: Transport, p: Rates, kernels: Kernels) => {
  const { places, layers } = tissue;
  const has = (i: number, j: number): boolean => entries.has(i * width + j);
  const elimination = createPlaceElimination({ unknowns: width, eliminated: fixed, has }, places, kernels);
  const { slopes } = elimination;
  const thicknesses = Array.from({ length: layers }, (_, layer) => thicknessOf(tissue, layer));
  const shape = { thicknesses, count: tissue.radial.count, unknowns: m, row: fibroblast, column: platelet };
  const lines = createLayeredLines(shape, kernels);
  const addRadial = createRadialPart({ tissue, transport, p }, lines);
  const move = moversOf(kernels, elimination, lines, places);
  const fillBlocks = blockMoverOf(kernels, elimination, lines, places);
  const strength = new Float64Array(m);
  const slopeRows = kernels.doubles(reactionEntries.length);
  slopeRows.data.set(
    reactionEntries.map(
      ([i, j]) => slopes.offset + 8 * elimination.lead * elimination.entry(indexOf[i], indexOf[j]),
    ),
  );

  /** `y` is where J was worked out. */
  const factor = (y: Float64Array, c: number): void => {
    elimination.factor(c);
    lines.blocks.data.fill(0);
    lines.lower.data.fill(0);
    lines.upper.data.fill(0);
    fillBlocks();
    addRadial(y, c);
    for (let s = 0; s < m; s += 1) strength[s] = c * transport.diffusivities[s];
    lines.factor(strength);
  };

  const solve = (out: Float64Array): void => {
    move.given.data.set(out);
    move.toPlaces();
    elimination.forward();
    move.toLines();
    lines.solve();
    move.fromLines();
    elimination.backward();
    move.fromPlaces();
    out.set(move.given.data);
  };

  return { slopeRows: slopeRows.offset, factor, solve };
};
