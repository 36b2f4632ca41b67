import {
  createKernels,
  createLayeredLines,
  createPlaceElimination,
  type KernelBuild,
  type LayeredLines,
} from '@percuta/numerics';
import { thicknessOf, type Tissue } from '../geometry/tissue.ts';
import type { Rates } from '../rates.ts';
import { indexOf, moving } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { pull, type Transport } from '../transport/transport.ts';
import { reactionPattern } from './reaction-jacobian.ts';

const width = speciesIds.length;
const fixed = speciesIds.map((_, i) => i).filter((i) => !moving.includes(i));
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

/**
 * I − c J of the whole tissue. The states that do not move are eliminated place by place; what is left is a line of
 * blocks over the moving states in each layer, coupled to its neighbours by diffusion and drift.
 */
export const createNewtonMatrix = (
  tissue: Tissue,
  transport: Transport,
  p: Rates,
  build: KernelBuild = 'f64',
) => {
  const { places, layers } = tissue;
  const has = reactionPattern(p);
  const elimination = createPlaceElimination({ unknowns: width, eliminated: fixed, has }, places);
  const lines = createLayeredLines(
    {
      thicknesses: Array.from({ length: layers }, (_, layer) => thicknessOf(tissue, layer)),
      count: tissue.radial.count,
      unknowns: m,
      row: fibroblast,
      column: platelet,
    },
    createKernels(build),
  );
  const { lead } = lines;
  const addRadial = createRadialPart({ tissue, transport, p }, lines);
  const kept = moving.flatMap((i, row) =>
    moving.flatMap((j, column) => {
      const entry = elimination.entry(i, j);
      return entry < 0 ? [] : [{ from: entry * places, to: column * lead + row }];
    }),
  );
  const strength = new Float64Array(m);
  const b = new Float64Array(width * places);

  const pairs = speciesIds.flatMap((_, i) =>
    speciesIds.flatMap((__, j) =>
      i === j || has(i, j)
        ? [{ from: i * width + j, to: elimination.entry(i, j) * places, isOwn: i === j }]
        : [],
    ),
  );

  const eliminate = (jacobians: readonly Float64Array[], c: number): void => {
    const matrix = elimination.values;
    matrix.fill(0);
    jacobians.forEach((jacobian, place) => {
      for (const { from, to, isOwn } of pairs) matrix[to + place] = (isOwn ? 1 : 0) - c * jacobian[from];
    });
    elimination.factor();
  };

  /** `y` is where J was worked out, `jacobians` its part by reactions in each place. */
  const factor = (y: Float64Array, jacobians: readonly Float64Array[], c: number): void => {
    eliminate(jacobians, c);
    const blocks = lines.blocks.data;
    blocks.fill(0);
    lines.lower.data.fill(0);
    lines.upper.data.fill(0);
    for (const { from, to } of kept) {
      for (let place = 0; place < places; place += 1) {
        blocks[place * m * lead + to] = elimination.values[from + place];
      }
    }
    addRadial(y, c);
    for (let s = 0; s < m; s += 1) strength[s] = c * transport.diffusivities[s];
    lines.factor(strength);
  };

  const solve = (out: Float64Array): void => {
    for (let i = 0; i < width; i += 1) {
      for (let place = 0; place < places; place += 1) b[i * places + place] = out[place * width + i];
    }
    elimination.forward(b);
    const right = lines.right.data;
    moving.forEach((i, row) => {
      for (let place = 0; place < places; place += 1) right[place * lead + row] = b[i * places + place];
    });
    lines.solve();
    const solution = lines.solution.data;
    moving.forEach((i, row) => {
      for (let place = 0; place < places; place += 1) b[i * places + place] = solution[place * lead + row];
    });
    elimination.backward(b);
    for (let i = 0; i < width; i += 1) {
      for (let place = 0; place < places; place += 1) out[place * width + i] = b[i * places + place];
    }
  };

  return { factor, solve };
};
