import type { Field, Kernels } from '../kernels/kernels.ts';
import { mergePairs, type Merging } from './layer-merging.ts';

/** Lines of small blocks, one line for each layer of a stack, coupled along each line and from layer to layer. */
export interface LayeredShape {
  /** Thickness of each layer, from the top; m. */
  readonly thicknesses: readonly number[];
  /** Blocks of a line. */
  readonly count: number;
  /** Unknowns of a block. */
  readonly unknowns: number;
  /** Blocks of a line are coupled by a diagonal and one more entry, at this row and column. */
  readonly row: number;
  readonly column: number;
}

/**
 * A matrix of such lines. Fill `blocks`, `lower`, `upper` without what passes between layers, then `factor`, then fill
 * `right` and `solve` as often as needed.
 */
export interface LayeredLines {
  /** Rows that a column of a block takes in memory; those beyond the unknowns stay 0. */
  readonly lead: number;
  /** Diagonal blocks, [layers · count · unknowns · lead], column after column; `factor` overwrites them. */
  readonly blocks: Field;
  /** To the block before and after, [layers · count · (lead + 2)]: a diagonal, and at `lead` the further entry. */
  readonly lower: Field;
  readonly upper: Field;
  /** Right-hand side and solution, [layers · count · lead]. */
  readonly right: Field;
  readonly solution: Field;
  /** Two layers of thickness h and h' exchange strength 2/(h + h') of their difference in each unknown, over h. */
  readonly factor: (strength: Float64Array) => void;
  /**
   * Exact for one layer. For more, an approximation whose error is a small part of the solution (tested) where the
   * matrix is dominated by its diagonal; elsewhere it may be useless, so the caller has to look at what it leaves.
   */
  readonly solve: () => void;
}

/** A stack with its matrix and vectors; `over` and `under` are what the layers above and below give, [layers · lead]. */
interface Level extends Pick<LayeredLines, 'blocks' | 'lower' | 'upper' | 'right' | 'solution'> {
  readonly thicknesses: readonly number[];
  readonly layers: number;
  readonly pushed: Field;
  readonly over: Field;
  readonly under: Field;
  readonly before: Field;
}

/** Times the whole stack of stacks is gone through. */
const cycles = 2;

const createLevel = (shape: LayeredShape, lead: number, kernels: Kernels): Level => {
  const { thicknesses, count, unknowns } = shape;
  const layers = thicknesses.length;
  const field = (size: number): Field => kernels.doubles(layers * size);
  return {
    thicknesses,
    layers,
    blocks: field(count * unknowns * lead),
    pushed: field(count * unknowns * lead),
    lower: field(count * (lead + 2)),
    upper: field(count * (lead + 2)),
    over: field(lead),
    under: field(lead),
    right: field(count * lead),
    solution: field(count * lead),
    before: field(count * lead),
  };
};

/** Half as many layers with the mean of what is within them. */
const average = (fine: Level, coarse: Level, { into }: Merging): void => {
  for (const name of ['blocks', 'lower', 'upper'] as const) {
    const [from, to] = [fine[name].data, coarse[name].data];
    const size = from.length / fine.layers;
    to.fill(0);
    into.forEach(({ layer, weight }, given) => {
      const [start, end] = [given * size, layer * size];
      for (let i = 0; i < size; i++) to[end + i] += weight * from[start + i];
    });
  }
};

/** What passes between layers: into the blocks what a layer loses, into `over` and `under` what it is given. */
const coupleLayers = (level: Level, { count, unknowns }: LayeredShape, strength: Float64Array): void => {
  const { thicknesses, layers, blocks, over, under } = level;
  const lead = over.length / layers;
  const [matrix, above, below] = [blocks.data, over.data, under.data];
  for (let layer = 0; layer < layers; layer++) {
    const own = thicknesses[layer];
    const exchange = (other: number): number =>
      other < 0 || other >= layers ? 0 : 2 / (own + thicknesses[other]) / own;
    const [up, down] = [exchange(layer - 1), exchange(layer + 1)];
    for (let s = 0; s < unknowns; s++) {
      above[layer * lead + s] = strength[s] * up;
      below[layer * lead + s] = strength[s] * down;
      const first = layer * count * unknowns * lead + s * (lead + 1);
      for (let k = 0; k < count; k++) matrix[first + k * unknowns * lead] += strength[s] * (up + down);
    }
  }
};

/**
 * Solves by multigrid over layers: lines are solved exactly, layer after layer downward; what is left goes to a stack
 * of half as many layers; then upward. Lines as relaxation and stacks that differ in depth alone converge whichever
 * direction couples more strongly (W. Hackbusch, Multi-Grid Methods and Applications, 1985). The cost of a solve is
 * proportional to layers · count.
 */
export const createLayeredLines = (shape: LayeredShape, kernels: Kernels): LayeredLines => {
  const { count, unknowns, row, column } = shape;
  const { run } = kernels;
  const lead = Math.ceil(unknowns / 2) * 2;
  const vector = count * lead;
  const levels = [createLevel(shape, lead, kernels)];
  const mergings: Merging[] = [];
  for (let last = levels[0]; last.layers > 1; last = levels[levels.length - 1]) {
    const merging = mergePairs(last.thicknesses);
    mergings.push(merging);
    levels.push(createLevel({ ...shape, thicknesses: merging.thicknesses }, lead, kernels));
  }
  const scratch = kernels.doubles(vector);
  const nothing = kernels.doubles(vector);

  const line = (field: Field, layer: number): number => field.offset + 8 * vector * layer;
  const blocksAt = (field: Field, layer: number): number => field.offset + 8 * vector * unknowns * layer;
  const couplingsAt = (field: Field, layer: number): number => field.offset + 8 * count * (lead + 2) * layer;

  const factor = (strength: Float64Array): void => {
    mergings.forEach((merging, i) => average(levels[i], levels[i + 1], merging));
    for (const level of levels) {
      coupleLayers(level, shape, strength);
      for (let layer = 0; layer < level.layers; layer++) {
        run.factorLine(
          blocksAt(level.blocks, layer),
          blocksAt(level.pushed, layer),
          couplingsAt(level.lower, layer),
          couplingsAt(level.upper, layer),
          row,
          column,
          unknowns,
          lead,
          count,
        );
      }
    }
  };

  /** Solves one line with its neighbours as they are. */
  const relax = (level: Level, layer: number): void => {
    const { solution, over, under, layers } = level;
    run.besideLine(
      scratch.offset,
      line(level.right, layer),
      layer > 0 ? line(solution, layer - 1) : nothing.offset,
      layer + 1 < layers ? line(solution, layer + 1) : nothing.offset,
      over.offset + 8 * lead * layer,
      under.offset + 8 * lead * layer,
      lead,
      count,
    );
    run.solveLine(
      blocksAt(level.blocks, layer),
      blocksAt(level.pushed, layer),
      couplingsAt(level.lower, layer),
      scratch.offset,
      line(solution, layer),
      row,
      column,
      unknowns,
      lead,
      count,
    );
  };

  /** After a way down, only what a layer was given from below has changed since it was solved. */
  const restrict = (fine: Level, coarse: Level, { into }: Merging): void => {
    coarse.right.data.fill(0);
    coarse.solution.data.fill(0);
    for (let layer = 0; layer + 1 < fine.layers; layer++) {
      run.addChange(
        line(coarse.right, into[layer].layer),
        line(fine.solution, layer + 1),
        line(fine.before, layer + 1),
        fine.under.offset + 8 * lead * layer,
        into[layer].weight,
        lead,
        count,
      );
    }
  };

  const prolong = (fine: Level, coarse: Level, { from }: Merging): void => {
    from.forEach((shares, layer) => {
      for (const share of shares) {
        const to = line(fine.solution, layer);
        run.addPart(to, line(coarse.solution, share.layer), share.weight, vector);
      }
    });
  };

  const cycle = (depth: number): void => {
    const fine = levels[depth];
    if (fine.layers === 1) return relax(fine, 0);
    const [coarse, merging] = [levels[depth + 1], mergings[depth]];
    fine.before.data.set(fine.solution.data);
    for (let layer = 0; layer < fine.layers; layer++) relax(fine, layer);
    restrict(fine, coarse, merging);
    cycle(depth + 1);
    prolong(fine, coarse, merging);
    for (let layer = fine.layers - 1; layer >= 0; layer--) relax(fine, layer);
  };

  const [finest] = levels;
  const solve = (): void => {
    finest.solution.data.fill(0);
    for (let i = 0; i < (finest.layers > 1 ? cycles : 1); i++) cycle(0);
  };
  const { blocks, lower, upper, right, solution } = finest;
  return { lead, blocks, lower, upper, right, solution, factor, solve };
};
