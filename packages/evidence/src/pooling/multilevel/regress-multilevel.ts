import { chiSquaredTail, log, type Matrix } from '@percuta/numerics';
import { requireEffects, type Effect } from '../effect/effect.ts';
import { estimateOf, intervalAround, type Estimate, type Interval } from '../random/estimate.ts';
import { pool } from '../random/pool.ts';
import type { Coefficient, Moderator } from '../random/regress.ts';
import { clusterRobust } from './cluster-robust.ts';
import {
  estimateComponents,
  minusTwiceLikelihood,
  modelAt,
  type ComponentProblem,
  type LikelihoodKind,
} from './components.ts';
import { fitLinear, type LinearFit, type LinearModel } from './linear-model.ts';

const TWO_PI = 6.283185307179586;

/** How effects are pooled of which several come from one study. `level` is the confidence of intervals, 0 to 1. */
export interface MultilevelOptions {
  readonly method?: LikelihoodKind;
  /** normal, or Student's law with k - p degrees. */
  readonly interval?: 'normal' | 'student';
  readonly level?: number;
  /** Correlation of the sampling errors of two effects of one study, as when arms share a control; 0 by default. */
  readonly samplingCorrelation?: number;
}

/** A variance between groups and its share of the variance of a typical effect (I² of that level). */
export interface Component {
  readonly name: 'between studies' | 'within studies';
  readonly variance: number;
  readonly share: number;
}

/** A fitted meta-regression of k effects from fewer studies, with variances between and within studies. */
export interface MultilevelRegression {
  readonly k: number;
  readonly studies: number;
  /** The intercept first; standard errors of the model. */
  readonly coefficients: readonly Coefficient[];
  /** The same estimates with cluster-robust errors (CR2) by study. */
  readonly robust: readonly Coefficient[];
  readonly components: readonly [Component, Component];
  readonly q: { readonly statistic: number; readonly df: number; readonly p: number };
  readonly logLikelihood: number;
  /** Where a new effect of a new study lies, for a model without moderators. */
  readonly prediction: Interval | undefined;
  readonly model: LinearModel;
}

/**
 * Three levels: y = X b + u_study + w_effect + sampling error. Several effects of one study share u, so they do
 * not count as independent evidence.
 */
export function regressMultilevel(
  effects: readonly Effect[],
  moderators: readonly Moderator[] = [],
  options: MultilevelOptions = {},
): MultilevelRegression {
  const { method = 'REML', interval = 'student', level = 0.95 } = options;
  const problem = problemOf(effects, moderators, options);
  const variances = estimateComponents(method, problem, startsFor(effects));
  const model = modelAt(problem, variances);
  const fit = fitLinear(model);
  const common = fitLinear({ ...model, phi: problem.sampling });
  const df = effects.length - problem.columns.length;
  const names = ['intercept', ...moderators.map(({ name }) => name)];
  const named = (estimates: readonly Estimate[]) =>
    estimates.map((estimate, i) => ({ name: names[i], ...estimate }));
  const student = interval === 'student' ? df : Infinity;
  const plain = fit.coefficients.map((estimate, i) =>
    estimateOf({ estimate, se: Math.sqrt(fit.covariance[i][i]), df: student }, level),
  );
  return {
    k: effects.length,
    studies: new Set(problem.groupings[0].labels).size,
    coefficients: named(plain),
    robust: named(clusterRobust(model, problem.groupings[0].labels, level)),
    components: componentsOf(variances, common, df),
    q: { statistic: common.q, df, p: chiSquaredTail(common.q, df) },
    logLikelihood: logLikelihood(method, model, fit),
    prediction: moderators.length === 0 ? predictionOf(plain[0], variances, level) : undefined,
    model,
  };
}

/** The mean over studies that report several effects each. */
export function poolMultilevel(
  effects: readonly Effect[],
  options: MultilevelOptions = {},
): MultilevelRegression {
  return regressMultilevel(effects, [], options);
}

function problemOf(
  effects: readonly Effect[],
  moderators: readonly Moderator[],
  { samplingCorrelation = 0 }: MultilevelOptions,
): ComponentProblem {
  requireEffects(effects, moderators.length + 2);
  const studies = effects.map(({ study }) => study);
  const ids = effects.map((_, i) => String(i));
  const count = new Set(studies).size;
  if (count < 2 || count === effects.length)
    throw new RangeError('three levels need two or more studies, one of them with several effects; use pool');
  return {
    y: effects.map(({ estimate }) => estimate),
    columns: [effects.map(() => 1), ...moderators.map(({ values }) => values)],
    sampling: samplingCovariance(effects, samplingCorrelation),
    groupings: [
      { name: 'study', labels: studies },
      { name: 'effect', labels: ids },
    ],
  };
}

function samplingCovariance(effects: readonly Effect[], correlation: number): Matrix {
  return effects.map((a, i) =>
    effects.map((b, j) => {
      if (i === j) return a.variance;
      return a.study === b.study ? correlation * Math.sqrt(a.variance * b.variance) : 0;
    }),
  );
}

function startsFor(effects: readonly Effect[]): number[][] {
  const { tau2 } = pool(effects, { method: 'SJ' }).heterogeneity;
  return [
    [0, 0],
    [tau2 / 2, tau2 / 2],
    [tau2, tau2 / 50],
    [tau2 / 50, tau2],
  ];
}

function componentsOf(
  variances: readonly number[],
  common: LinearFit,
  df: number,
): readonly [Component, Component] {
  const typical = df / common.projection.reduce((total, row, i) => total + row[i], 0);
  const total = variances[0] + variances[1] + typical;
  return [
    { name: 'between studies', variance: variances[0], share: variances[0] / total },
    { name: 'within studies', variance: variances[1], share: variances[1] / total },
  ];
}

/** With the constants; REML in the form that does not change when a moderator changes its unit. */
function logLikelihood(method: LikelihoodKind, model: LinearModel, fit: LinearFit): number {
  const isRestricted = method === 'REML';
  const n = model.y.length - (isRestricted ? model.columns.length : 0);
  const unit = { ...model, phi: model.phi.map((row, i) => row.map((_, j) => (i === j ? 1 : 0))) };
  const design = isRestricted ? fitLinear(unit).logDetInformation : 0;
  return -(n * log(TWO_PI) + minusTwiceLikelihood(method, fit) - design) / 2;
}

function predictionOf({ estimate, se, df }: Estimate, variances: readonly number[], level: number): Interval {
  return intervalAround(estimate, Math.sqrt(se * se + variances[0] + variances[1]), df, level);
}
