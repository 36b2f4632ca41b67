export { exp } from './math/exponential/exp.ts';
export { expm1 } from './math/exponential/expm1.ts';
export { log } from './math/exponential/log.ts';
export { log1p } from './math/exponential/log1p.ts';
export { pow } from './math/exponential/pow.ts';
export { cbrt } from './math/exponential/cbrt.ts';
export { sin } from './math/angle/sin.ts';
export { cos } from './math/angle/cos.ts';
export { tan } from './math/angle/tan.ts';
export { acos, asin } from './math/angle/asin.ts';
export { erf, erfc } from './math/probability/erf.ts';
export { normalCdf } from './math/probability/normal-cdf.ts';
export { normalQuantile } from './math/probability/normal-quantile.ts';
export { exponentialIntegral, scaledExponentialIntegral } from './math/integral/exponential-integral.ts';
export { lgamma } from './math/probability/lgamma.ts';
export { createRandom } from './random/random.ts';
export type { Random } from './random/random.ts';
export { sobolPoints } from './random/sobol.ts';
export { sum } from './statistics/sum.ts';
export { correlation, mean, standardErrorOfMean, variance, weightedMean } from './statistics/moments.ts';
export { quantile, quantiles, weightedQuantiles } from './statistics/quantile.ts';
export { firstOrderFloor, firstOrderIndex, firstOrderIndices } from './statistics/first-order-index.ts';
export { morrisEffects } from './statistics/morris-effects.ts';
export type { MorrisEffect } from './statistics/morris-effects.ts';
export { sobolIndices } from './statistics/sobol-indices.ts';
export type { IndexEstimate, SobolIndices } from './statistics/sobol-indices.ts';
export { totalIndex } from './statistics/total-index.ts';
export { latinHypercube, permutation } from './design/latin-hypercube.ts';
export { morrisDesign } from './design/morris-design.ts';
export { GREATEST_DESIGN, sobolDesign } from './design/sobol-design.ts';
export { diagnose } from './sampling/diagnose.ts';
export type { Diagnosis } from './sampling/diagnose.ts';
export { nuts, seriesOf } from './sampling/nuts.ts';
export type { Chain, NutsOptions, Sample } from './sampling/nuts.ts';
export { subsetSimulation } from './sampling/subset-simulation.ts';
export type { RareChance, RareEvent, SubsetOptions } from './sampling/subset-simulation.ts';
export type { Target } from './sampling/target.ts';
export {
  findProcessShape,
  fitGaussianProcess,
  partialKernel,
  predictByParts,
  predictorByParts,
  predictGaussianProcess,
} from './regression/gaussian-process.ts';
export type { GaussianProcess, Observations, ProcessShape } from './regression/gaussian-process.ts';
export { broydenStep, type Looked } from './root/broyden-step.ts';
export { findRoot } from './root/find-root.ts';
export { cholesky } from './linear/cholesky.ts';
export {
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
  forwardSolve,
} from './linear/cholesky-solve.ts';
export { dot, identity, multiply, multiplyVector, traceOfProduct, transpose } from './linear/matrix.ts';
export type { Matrix } from './linear/matrix.ts';
export { backSolve, orthogonalColumns } from './linear/orthogonal-columns.ts';
export { symmetricEigen } from './linear/symmetric-eigen.ts';
export { minimise } from './optimise/minimise.ts';
export type { Local, Minimum, MinimiseOptions } from './optimise/minimise.ts';
export { betaQuantile } from './distribution/beta.ts';
export { chiSquaredQuantile, chiSquaredTail } from './distribution/chi-squared.ts';
export { fTail } from './distribution/f.ts';
export { gaussHermite } from './distribution/gauss-hermite.ts';
export type { Rule } from './distribution/gauss-hermite.ts';
export { betaTails } from './distribution/incomplete-beta.ts';
export { gammaTails } from './distribution/incomplete-gamma.ts';
export type { Tails } from './distribution/incomplete-gamma.ts';
export { studentQuantile, studentTail } from './distribution/student.ts';
export { axisymmetricMesh, blockMesh, sphericalMesh } from './grid/mesh.ts';
export type { Axis, Border, Mesh, Side } from './grid/mesh.ts';
export { createConduction } from './conduction/conduction.ts';
export type { Conduction, ConductionOptions, DoseStep, Kinetics, Links } from './conduction/conduction.ts';
export type { CellField, Layout } from './conduction/cell-field.ts';
export type { HeatFlow, Plateau } from './conduction/heat-flow.ts';
export type { Lump } from './conduction/lump.ts';
export type { StagedLumps } from './conduction/lumps.ts';
export type { PlaneLaw, Segment } from './conduction/property.ts';

export type { Network } from './conduction/network.ts';
export type { Accuracy, Potential, Solved, Unknown } from './conduction/potential.ts';
export { createKernels, kernelBytes } from './kernels/kernels.ts';
export type {
  Field,
  KernelBuild,
  KernelModule,
  KernelOptions,
  Kernels,
  KernelTable,
} from './kernels/kernels.ts';
export type { HelperTask, StartHelper } from './kernels/helper/help-kernels.ts';
export { MemoryExceeded, SolverFailed, StepFailed } from './error.ts';
export type { SolverFailure } from './error.ts';
export { verifyNumerics } from './verification.ts';
export type { Check } from './verification.ts';
export { createLayeredLines } from './linear/layered-lines.ts';
export type { LayeredLines, LayeredShape } from './linear/layered-lines.ts';
export { createPlaceElimination } from './linear/place-elimination.ts';
export type { PlaceElimination, PlacePattern } from './linear/place-elimination.ts';
export { integrateStiff } from './time/integrate-stiff.ts';
export type { StiffOptions, StiffStep, StiffSystem, StiffTally } from './time/stiff-system.ts';
