import { chiSquaredTail, cholesky, choleskySolve, dot, fTail, type Matrix } from '@percuta/numerics';
import { requireEffects, type EffectSize } from '../effect/effect.ts';
import { estimateOf, type Estimate, type Interval } from './estimate.ts';
import { heterogeneityOf, type Heterogeneity } from './heterogeneity.ts';
import { completed, type PoolingOptions } from './options.ts';
import { residualDegrees, type Problem } from './problem.ts';
import { tau2Interval } from './tau2-paule.ts';
import { estimateTau2, type Tau2Method } from './tau2.ts';
import { fitWeighted, weightsAt, type WeightedFit } from './weighted-fit.ts';

/** A property of studies that may explain their effects, one value for each effect. */
export interface Moderator {
  readonly name: string;
  readonly values: readonly number[];
}

/** A coefficient of a regression: change of the effect for one unit of the moderator. */
export interface Coefficient extends Estimate {
  readonly name: string;
}

/** All moderators at once: F with (df, df2) degrees, or χ² with df where df2 is Infinity. */
export interface OmnibusTest {
  readonly statistic: number;
  readonly df: number;
  readonly df2: number;
  readonly p: number;
}

/** A fitted meta-regression of k effects, in their unit; without moderators the intercept is the pooled mean. */
export interface Regression {
  readonly method: Tau2Method;
  readonly options: Required<PoolingOptions>;
  readonly k: number;
  /** The intercept first. */
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Matrix;
  readonly heterogeneity: Heterogeneity;
  readonly omnibus: OmnibusTest | undefined;
  /** Share of τ² that the moderators explain; undefined where there was none to explain. */
  readonly r2: number | undefined;
  /** The fit at the estimated τ², for diagnostics. */
  readonly fit: WeightedFit;
  readonly problem: Problem;
}

/** y = b0 + b1 x1 + ... + u + e, Var u = τ², Var e = v: meta-regression with any number of moderators. */
export function regress(
  effects: readonly EffectSize[],
  moderators: readonly Moderator[],
  options: PoolingOptions = {},
): Regression {
  const problem = problemOf(effects, moderators);
  const complete = completed(options);
  const { tau2, se } = estimateTau2(complete.method, problem);
  const fit = fitWeighted(problem, weightsAt(problem.v, tau2));
  const scaled = scaledCovariance(fit, problem, complete);
  const df = complete.interval === 'normal' ? Infinity : residualDegrees(problem);
  const names = ['intercept', ...moderators.map(({ name }) => name)];
  return {
    method: complete.method,
    options: complete,
    k: effects.length,
    coefficients: fit.coefficients.map((estimate, i) => ({
      name: names[i],
      ...estimateOf({ estimate, se: Math.sqrt(scaled[i][i]), df }, complete.level),
    })),
    covariance: scaled,
    heterogeneity: heterogeneityOf(problem, complete.method, { tau2, se }),
    omnibus: omnibusOf(fit.coefficients, scaled, df),
    r2: explained(problem, complete.method, tau2),
    fit,
    problem,
  };
}

/** The interval of τ² that the spread of the effects leaves open (Q-profile). */
export function tau2IntervalOf({ problem }: Regression, level = 0.95): Interval {
  return tau2Interval(problem, level);
}

/** One column of 0 and 1 for each label but the reference. */
export function categoricalModerators(
  name: string,
  labels: readonly string[],
  reference: string,
): Moderator[] {
  if (!labels.includes(reference))
    throw new RangeError(`no effect has the reference ${reference} of ${name}`);
  const others = [...new Set(labels)].filter((label) => label !== reference).sort();
  return others.map((label) => ({
    name: `${name}: ${label}`,
    values: labels.map((l) => (l === label ? 1 : 0)),
  }));
}

function problemOf(effects: readonly EffectSize[], moderators: readonly Moderator[]): Problem {
  requireEffects(effects, moderators.length + 2);
  for (const { name, values } of moderators) {
    if (values.length !== effects.length || !values.every(Number.isFinite))
      throw new RangeError(`${name} needs one finite value for each of ${effects.length} effects`);
  }
  return {
    y: effects.map(({ estimate }) => estimate),
    v: effects.map(({ variance }) => variance),
    columns: [effects.map(() => 1), ...moderators.map(({ values }) => values)],
  };
}

function scaledCovariance(
  fit: WeightedFit,
  problem: Problem,
  { interval }: Required<PoolingOptions>,
): Matrix {
  if (interval === 'normal') return fit.covariance;
  const observed = fit.q / residualDegrees(problem);
  const scale = interval === 'hartung-knapp-floored' ? Math.max(1, observed) : observed;
  return fit.covariance.map((row) => row.map((value) => value * scale));
}

function omnibusOf(b: readonly number[], covariance: Matrix, df2: number): OmnibusTest | undefined {
  const df = b.length - 1;
  if (df === 0) return undefined;
  const tested = b.slice(1);
  const factor = cholesky(covariance.slice(1).map((row) => row.slice(1)));
  const wald = dot(tested, choleskySolve(factor, tested));
  const isNormal = df2 === Infinity;
  return {
    statistic: isNormal ? wald : wald / df,
    df,
    df2,
    p: isNormal ? chiSquaredTail(wald, df) : fTail(wald / df, df, df2),
  };
}

function explained(problem: Problem, method: Tau2Method, tau2: number): number | undefined {
  if (problem.columns.length === 1 || method === 'CE') return undefined;
  const { tau2: total } = estimateTau2(method, { ...problem, columns: problem.columns.slice(0, 1) });
  return total > 0 ? Math.max(0, (total - tau2) / total) : undefined;
}
