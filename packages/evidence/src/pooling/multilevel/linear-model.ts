import {
  cholesky,
  choleskyInverse,
  choleskyLogDeterminant,
  dot,
  multiply,
  multiplyVector,
  transpose,
  type Matrix,
} from '@percuta/numerics';

/** y = X b + error with the error covariance Φ; X by its columns. */
export interface LinearModel {
  readonly y: readonly number[];
  readonly columns: Matrix;
  readonly phi: Matrix;
}

/** Generalised least squares. */
export interface LinearFit {
  readonly coefficients: readonly number[];
  /** (Xᵀ Φ⁻¹ X)⁻¹. */
  readonly covariance: Matrix;
  readonly residuals: readonly number[];
  readonly phiInverse: Matrix;
  /** P = Φ⁻¹ - Φ⁻¹ X (Xᵀ Φ⁻¹ X)⁻¹ Xᵀ Φ⁻¹. */
  readonly projection: Matrix;
  /** P y. */
  readonly projected: readonly number[];
  /** yᵀ P y. */
  readonly q: number;
  readonly logDetPhi: number;
  /** log det Xᵀ Φ⁻¹ X. */
  readonly logDetInformation: number;
}

export function fitLinear({ y, columns, phi }: LinearModel): LinearFit {
  const factor = cholesky(phi);
  const phiInverse = choleskyInverse(factor);
  const weighted = columns.map((column) => multiplyVector(phiInverse, column));
  const information = cholesky(weighted.map((a) => columns.map((b) => dot(a, b))));
  const covariance = choleskyInverse(information);
  const coefficients = multiplyVector(
    covariance,
    weighted.map((column) => dot(column, y)),
  );
  const fitted = multiply(multiply(transpose(weighted), covariance), weighted);
  const projection = phiInverse.map((row, i) => row.map((value, j) => value - fitted[i][j]));
  const residuals = y.map((value, i) =>
    columns.reduce((rest, column, c) => rest - column[i] * coefficients[c], value),
  );
  const projected = multiplyVector(phiInverse, residuals);
  return {
    coefficients,
    covariance,
    residuals,
    phiInverse,
    projection,
    projected,
    q: dot(projected, residuals),
    logDetPhi: choleskyLogDeterminant(factor),
    logDetInformation: choleskyLogDeterminant(information),
  };
}
