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

/** The steady network source + anchor (level - u) + Σ g (u' - u) = 0 with its unknown u. */
export interface Potential {
  readonly network: Network;
  /** What anchors hold at. Two anchors of one cell act as their sum at their weighted mean. */
  readonly level: CellField;
  readonly source: CellField;
  /** u: where a solve begins, and its result. */
  readonly value: CellField;
  /** Renews the preconditioner. Call it once before the first solve, and when links or anchors have changed much. */
  readonly refresh: () => void;
  /**
   * Goes on from the last two solutions before the next solve, by `ratio` of the step between them: 1 when steps
   * are equal. Needs a call before each solve; does nothing but remember until there are two.
   */
  readonly predict: (ratio: number) => void;
  /** Throws SolverFailed with the estimated errors; u is then 0. */
  readonly solve: (accuracy: Accuracy) => Solved;
  /** Cells of each level of the multigrid. */
  readonly sizes: readonly number[];
}

/**
 * Flexible conjugate gradients (Polak and Ribière's β, as the preconditioner is not symmetric) with one multigrid
 * V-cycle. The cycle makes z ≈ A⁻¹ r of the residual r, so (r, z) estimates the energy of the error; between
 * cycles it goes with |r|².
 */
export function createPotential(kernels: Kernels, network: Network, widths: Widths): Potential {
  const { run } = kernels;
  const { layout, x, y, z, anchor } = network;
  const { row, plane, nz } = layout;
  const field = () => createCellField(kernels, layout);
  const [value, level, source, direction, image] = [field(), field(), field(), field(), field()];
  const partials = kernels.doubles(nz);
  const { residual, correction, cycle, refresh, sizes } = createMultigrid(kernels, network, widths);
  const before = field();
  let remembered = 0;

  const sumOfPartials = () => {
    let sum = 0;
    for (const part of partials.data) sum += part;
    return sum;
  };
  const dot = (a: CellField, b: CellField) => {
    run.dot(a.offset, b.offset, partials.offset, plane, 0, nz);
    return sumOfPartials();
  };
  const findResidual = () =>
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
  const lossInLinks = () => {
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
  const predict = (ratio: number) => {
    run.goOn(value.offset, before.offset, remembered < 1 ? 0 : ratio, plane, 0, nz);
    remembered += 1;
  };

  const failure = (reason: SolverFailure, errors: readonly number[]) => {
    value.write(0);
    direction.write(0);
    remembered = 0;
    return new SolverFailed('potential', reason, errors);
  };

  const solve = ({ tolerance, mostIterations = 100 }: Accuracy): Solved => {
    findResidual();
    let size = Math.sqrt(dot(residual, residual));
    // Only a cycle tells how much energy a residual stands for, so every solve that is not done has one.
    const errors = [size === 0 ? 0 : Infinity];
    let [rho, alpha, loss] = [1, 0, Infinity];
    for (let iteration = 0; ; iteration++) {
      if (errors[iteration] <= tolerance) return { iterations: iteration, errors };
      if (!Number.isFinite(size)) throw failure('not finite', errors);
      if (iteration === mostIterations) throw failure('not converged', errors);
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
      if (!(energy > tolerance * Math.sqrt(loss))) loss = lossInLinks();
      errors.push(energy === 0 ? 0 : energy / Math.sqrt(loss));
    }
  };

  return { network, level, source, value, refresh, predict, solve, sizes };
}
