/** fixtures/metafor.json, made by fixtures/make-metafor.R. */
export interface Fixture {
  readonly versions: Readonly<Record<string, string>>;
  readonly univariate: readonly UnivariateSet[];
  readonly regression: readonly RegressionSet[];
  readonly sizes: readonly SizesSet[];
  readonly multilevel: readonly MultilevelSet[];
  readonly proportions: readonly ProportionsSet[];
  readonly oddsRatios: readonly OddsRatiosSet[];
  readonly ordered: readonly OrderedSet[];
}

type Pair = readonly [number, number];
type Triple = readonly [number, number, number];
type Method = 'CE' | 'DL' | 'HE' | 'HS' | 'SJ' | 'ML' | 'REML' | 'EB' | 'PM';

interface DataSet {
  readonly name: string;
  readonly y: readonly number[];
  readonly v: readonly number[];
}

export interface UnivariateSet extends DataSet {
  /** Q and p. */
  readonly q: Pair;
  readonly fits: readonly {
    readonly method: Method;
    readonly tau2: number;
    readonly seTau2: number | null;
    readonly i2: number;
    readonly h2: number;
    readonly estimate: number;
    readonly se: number;
    readonly p: number;
    readonly ci: Pair;
    /** se, low, high, p. */
    readonly hk: readonly [number, number, number, number];
    readonly floored: Triple;
    readonly pi?: Pair;
    readonly hkPi?: Pair;
  }[];
  readonly higgins: Pair;
  readonly tau2Interval: Pair;
  readonly diagnostics?: {
    readonly method: Method;
    readonly test: 'z' | 'knha';
    readonly rstudent: readonly number[];
    readonly dffits: readonly number[];
    readonly cook: readonly number[];
    readonly covRatio: readonly number[];
    readonly tau2: readonly number[];
    readonly q: readonly number[];
    readonly hat: readonly number[];
    readonly leave: {
      readonly estimate: readonly number[];
      readonly se: readonly number[];
      readonly low: readonly number[];
      readonly high: readonly number[];
    };
    /** Statistic and p of the slope; the limit with its interval. */
    readonly egger: readonly [number, number, number, number, number];
    readonly eggerMixed: readonly [number, number, number, number, number];
  };
}

interface Coefficients {
  readonly b: readonly number[];
  readonly se: readonly number[];
  readonly p: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface RegressionSet extends DataSet {
  readonly x: readonly (readonly number[])[];
  readonly fits: readonly (Coefficients & {
    readonly method: Method;
    readonly test: 'z' | 'knha';
    readonly tau2: number;
    readonly seTau2: number | null;
    readonly q: Pair;
    /** Statistic and p. */
    readonly omnibus: Pair;
    readonly i2: number;
    readonly h2: number;
    readonly r2: number | null;
    /** Mean at the moderators of the second effect: estimate, se, interval, prediction interval. */
    readonly at: readonly (number | null)[];
    readonly rstudent?: readonly number[];
    readonly cook?: readonly number[];
    readonly hat?: readonly number[];
  })[];
}

interface Sizes {
  readonly y: readonly number[];
  readonly v: readonly number[];
}

/** Names of effect sizes in metafor. */
export const sizeNames = [
  'MD',
  'MDcommon',
  'SMD',
  'MC',
  'SMCC',
  'SMCR',
  'OR',
  'RR',
  'RD',
  'PLO',
  'PAS',
  'PFT',
] as const;
export type SizeName = (typeof sizeNames)[number];

/** Two arms with means m, spreads s, sizes n, events a and c; r correlates the two measurements of a change. */
export type SizesSet = Readonly<
  Record<'n1' | 'n2' | 'm1' | 'm2' | 's1' | 's2' | 'r' | 'a' | 'c', readonly number[]>
> &
  Readonly<Record<SizeName, Sizes>> & {
    readonly name: string;
    readonly back: number;
    readonly exact: readonly Pair[];
  };

export interface MultilevelSet extends DataSet {
  readonly study: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly rho: number;
  readonly fits: readonly (Coefficients & {
    readonly method: 'REML' | 'ML';
    readonly test: 'z' | 't';
    readonly sigma2: Pair;
    readonly q: Pair;
    readonly logLik: number;
    readonly pi: Pair;
    readonly cr2: readonly number[];
    readonly df: readonly number[];
  })[];
  readonly robust: {
    readonly b: readonly number[];
    readonly se: readonly number[];
    readonly df: readonly number[];
  };
}

/** Triples are estimate, se, tau2. */
export interface ProportionsSet {
  readonly name: string;
  readonly x: readonly number[];
  readonly n: readonly number[];
  readonly fixed: Pair;
  readonly packaged?: Triple;
  readonly own?: Triple;
}

export interface OddsRatiosSet {
  readonly name: string;
  readonly a: readonly number[];
  readonly n1: readonly number[];
  readonly c: readonly number[];
  readonly n2: readonly number[];
  readonly umfs?: Triple;
  readonly umrs?: Triple;
  readonly exactFixed: Pair;
  readonly exact?: Triple;
  readonly unconditional?: Triple;
  /** Exact interval of a common odds ratio, stats::mantelhaen.test. */
  readonly exactInterval: Pair;
}

export interface OrderedSet {
  readonly name: string;
  readonly link: 'probit' | 'logit';
  /** For each study the counts of the reference and of the treatment. */
  readonly counts: readonly (readonly [readonly number[], readonly number[]])[];
  /** Estimate, se, log-likelihood. */
  readonly fixed: Triple;
  /** Estimate, se, tau2, log-likelihood. */
  readonly random?: readonly [number, number, number, number];
}
