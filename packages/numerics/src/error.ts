/** Why a solver gave up. */
export type SolverFailure =
  | 'not bracketed'
  | 'not finite'
  | 'not converged'
  | 'not symmetric'
  | 'not positive definite'
  | 'rank deficient';

/** Thrown by the solvers of this package instead of a doubtful number. */
export class SolverFailed extends Error {
  override readonly name = 'SolverFailed';
  readonly solver: string;
  readonly reason: SolverFailure;
  /** What the solver had seen, in order: function values, or pivots. */
  readonly residuals: readonly number[];

  constructor(solver: string, reason: SolverFailure, residuals: readonly number[]) {
    super(`${solver}: ${reason} (last residuals: ${residuals.slice(-3).join(', ')})`);
    this.solver = solver;
    this.reason = reason;
    this.residuals = residuals;
  }
}

/** Thrown when fields do not fit the memory they may use. */
export class MemoryExceeded extends Error {
  override readonly name = 'MemoryExceeded';
  /** Bytes needed and bytes to be had. */
  readonly needed: number;
  readonly limit: number;

  constructor(needed: number, limit: number) {
    super(
      `the fields need ${Math.ceil(needed / 2 ** 20)} MiB, but only ${Math.floor(limit / 2 ** 20)} MiB may be ` +
        'used; take a coarser grid or allow more memory',
    );
    this.needed = needed;
    this.limit = limit;
  }
}

/**
 * Thrown when no step of a differential equation passes: says when, with how long a step (both in the system's unit of
 * time, s where rates are per second) and in which value.
 */
export class StepFailed extends SolverFailed {
  readonly time: number;
  readonly step: number;
  /** The value whose error was the largest. */
  readonly index: number;

  constructor(solver: string, at: { readonly time: number; readonly step: number; readonly index: number }) {
    super(solver, 'not converged', [at.time, at.step, at.index]);
    this.time = at.time;
    this.step = at.step;
    this.index = at.index;
  }
}
