import { SolverFailed, type SolverFailure } from '../error.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { createCellField, type CellField } from './cell-field.ts';
import type { Widths } from './merging.ts';
import { createMultigrid } from './multigrid.ts';
import type { Network } from './network.ts';

/** What a solve is to reach. */
export interface Accuracy {
  /** Greatest estimated error, in the norm of energy, over that of the solution: √(loss of the error / all loss). */
  readonly tolerance: number;
  /** 100 unless told. */
  readonly mostIterations?: number;
}

/** How a solve went. */
export interface Solved {
  readonly iterations: number;
  /** The estimated error before each iteration and after the last; Infinity before the first. */
  readonly errors: readonly number[];
}

/** One u of source + anchor (level - u) + Σ g (u' - u) = 0, for a source and levels of its own. */
export interface Unknown {
  /** What anchors hold at. Two anchors of one cell act as their sum at their weighted mean. */
  readonly level: CellField;
  readonly source: CellField;
  /** u: where a solve begins, and its result. */
  readonly value: CellField;
  /**
   * Goes on to `time` from the solutions at up to three times before, by the polynomial through them. Needs a call before each
   * solve; until there are two it does nothing but remember.
   */
  readonly predict: (time: number) => void;
  /** Forgets the solutions before. */
  readonly forget: () => void;
}

/** The steady network source + anchor (level - u) + Σ g (u' - u) = 0 with an unknown u of its own. */
export interface Potential extends Unknown {
  readonly network: Network;
  /** One more unknown of the same network, with a source and levels of its own. Throws MemoryExceeded. */
  readonly unknown: () => Unknown;
  /** Renews the preconditioner. Call it once before the first solve, and when links or anchors have changed much. */
  readonly refresh: () => void;
  /** Solves for an unknown, its own unless told. Throws SolverFailed with the estimated errors; u is then 0. */
  readonly solve: (accuracy: Accuracy, unknown?: Unknown) => Solved;
  /**
   * Σ u r, with u of `a` and r the residual of `b`: by as much the current Σ anchor level_a (level_b - u_b) exceeds the
   * mutual power Σ g Δu_a Δu_b + Σ anchor (level_a - u_a)(level_b - u_b). Both are the same where b is solved.
   */
  readonly shortfall: (a: Unknown, b: Unknown) => number;
  /** Cells of each level of the multigrid. */
  readonly sizes: readonly number[];
}

/** How far u may go on, over the time between the last two solutions. */
const FARTHEST = 3;

/** Factors of u - u' and u' - u'' in the polynomial through up to three solutions, for going on to `at`. */
const factorsOf = (at: number, [t0, t1, t2]: readonly number[]): readonly [number, number] => {
  if (t0 === undefined || t1 === undefined) return [0, 0];
  const ratio = (at - t0) / (t0 - t1);
  if (!(Math.abs(ratio) <= FARTHEST)) return [0, 0];
  if (t2 === undefined || t2 === t0 || !(Math.abs((at - t0) / (t1 - t2)) <= FARTHEST)) return [ratio, 0];
  const first = ((at - t1) * (at - t2)) / ((t0 - t1) * (t0 - t2));
  const third = ((at - t0) * (at - t1)) / ((t2 - t0) * (t2 - t1));
  return [first - 1, -third];
};

/** An unknown with what it was before. */
const createUnknown = (kernels: Kernels, { layout }: Network): Unknown => {
  const field = () => createCellField(kernels, layout);
  const [value, level, source, before, earlier] = [field(), field(), field(), field(), field()];
  const { plane, nz } = layout;
  let times: readonly number[] = [];
  return {
    value,
    level,
    source,
    predict: (time) => {
      if (time === times[0]) return;
      const [one, two] = factorsOf(time, times);
      kernels
        .runOver(plane * nz)
        .extrapolate(value.offset, before.offset, earlier.offset, one, two, plane, 0, nz);
      times = [time, ...times].slice(0, 3);
    },
    forget: () => {
      times = [];
    },
  };
};

/**
 * Flexible conjugate gradients (Polak and Ribière's β, as the preconditioner is not symmetric) with one multigrid
 * V-cycle. The cycle makes z ≈ A⁻¹ r of the residual r, so (r, z) estimates the energy of the error; between
 * cycles it goes with |r|².
 */
export function createPotential(kernels: Kernels, network: Network, widths: Widths): Potential {
  const { layout, x, y, z, anchor } = network;
  const { row, plane, nz } = layout;
  const run = kernels.runOver(plane * nz);
  const field = () => createCellField(kernels, layout);
  const own = createUnknown(kernels, network);
  const [direction, image] = [field(), field()];
  const partials = kernels.doubles(nz);
  const { residual, correction, cycle, refresh, sizes } = createMultigrid(kernels, network, widths);

  const sumOfPartials = () => {
    let sum = 0;
    for (const part of partials.data) sum += part;
    return sum;
  };
  const dot = (a: CellField, b: CellField) => {
    run.dot(a.offset, b.offset, partials.offset, plane, 0, nz);
    return sumOfPartials();
  };
  const findResidual = ({ value, level, source }: Unknown) =>
    run.flow(
      value.offset,
      x.offset,
      y.offset,
      z.offset,
      anchor.offset,
      level.offset,
      source.offset,
      residual.offset,
      row,
      plane,
      0,
      nz,
    );
  const lossInLinks = ({ value, level, source }: Unknown) => {
    run.dissipation(
      value.offset,
      anchor.offset,
      level.offset,
      source.offset,
      residual.offset,
      partials.offset,
      plane,
      0,
      nz,
    );
    return sumOfPartials();
  };
  /** (p, A p), and A p in `image`. */
  const energyOfDirection = () => {
    run.applyAndDot(
      direction.offset,
      x.offset,
      y.offset,
      z.offset,
      anchor.offset,
      image.offset,
      partials.offset,
      row,
      plane,
      0,
      nz,
    );
    return sumOfPartials();
  };
  const failure = (unknown: Unknown, reason: SolverFailure, errors: readonly number[]) => {
    unknown.value.write(0);
    direction.write(0);
    unknown.forget();
    return new SolverFailed('potential', reason, errors);
  };

  const solve = ({ tolerance, mostIterations = 100 }: Accuracy, unknown: Unknown = own): Solved => {
    const { value } = unknown;
    findResidual(unknown);
    let size = Math.sqrt(dot(residual, residual));
    // Only a cycle tells how much energy a residual stands for, so every solve that is not done has one.
    const errors = [size === 0 ? 0 : Infinity];
    let [rho, alpha, loss] = [1, 0, Infinity];
    for (let iteration = 0; ; iteration++) {
      if (errors[iteration] <= tolerance) return { iterations: iteration, errors };
      if (!Number.isFinite(size)) throw failure(unknown, 'not finite', errors);
      if (iteration === mostIterations) throw failure(unknown, 'not converged', errors);
      cycle();
      // r has changed by -α A p since the last cycle, so (z, r - r') = -α (z, A p).
      const beta = iteration === 0 ? 0 : (-alpha * dot(correction, image)) / rho;
      run.scaleAndAdd(direction.offset, correction.offset, beta, plane, 0, nz);
      rho = dot(residual, correction);
      const energyBefore = Math.sqrt(rho) / size;
      alpha = rho / energyOfDirection();
      run.addScaled(value.offset, direction.offset, alpha, plane, 0, nz);
      run.addScaled(residual.offset, image.offset, -alpha, plane, 0, nz);
      size = Math.sqrt(dot(residual, residual));
      const energy = size * energyBefore;
      // The loss settles long before the error does: it is looked at again only where it decides.
      if (!(energy > tolerance * Math.sqrt(loss))) loss = lossInLinks(unknown);
      errors.push(energy === 0 ? 0 : energy / Math.sqrt(loss));
    }
  };

  const shortfall = (a: Unknown, b: Unknown): number => {
    findResidual(b);
    return dot(a.value, residual);
  };

  return {
    ...own,
    network,
    refresh,
    solve,
    shortfall,
    unknown: () => createUnknown(kernels, network),
    sizes,
  };
}
