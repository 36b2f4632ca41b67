import type { Matrix } from '@percuta/numerics';

/** Estimates y with variances v, explained by the columns of a design: [1, ..., 1] alone for a mean. */
export interface Problem {
  readonly y: readonly number[];
  readonly v: readonly number[];
  readonly columns: Matrix;
}

/** The variance of true effects between studies with its standard error. */
export interface Tau2 {
  readonly tau2: number;
  /** 0 for the common-effect model. */
  readonly se: number;
}

/** The column of an intercept. */
export function ones({ y }: Pick<Problem, 'y'>): number[] {
  return y.map(() => 1);
}

/** k - p: effects less coefficients. */
export function residualDegrees({ y, columns }: Problem): number {
  return y.length - columns.length;
}
