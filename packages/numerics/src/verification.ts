import table from '../fixtures/special-functions.json' with { type: 'json' };
import { worstError } from './math/accuracy.ts';
import { ANGLE_CLAIMS } from './math/angle/claims.ts';
import { EXPONENTIAL_CLAIMS } from './math/exponential/claims.ts';
import { fingerprint } from './math/fingerprint.ts';
import { PROBABILITY_CLAIMS } from './math/probability/claims.ts';
import { convergenceOrder } from './random/convergence.ts';
import { wrongPhiloxWords } from './random/known-answers.ts';
import { GREATEST_DIMENSION, sobolPoints } from './random/sobol.ts';
import { quantile } from './statistics/quantile.ts';

const CLAIMS = [...EXPONENTIAL_CLAIMS, ...ANGLE_CLAIMS, ...PROBABILITY_CLAIMS];
// The fingerprint of every function over its reference table, in the order of CLAIMS.
const FINGERPRINT = 1357851041;

/** One comparison of a computed value with the value it should have. */
export interface Check {
  readonly id: string;
  readonly passed: boolean;
  readonly value: number;
  readonly expected: number;
  /** Passed means |value - expected| ≤ tolerance. */
  readonly tolerance: number;
  readonly unit: string;
}

/** Runs every check of this package on the host it is called on; well below a second. */
export function verifyNumerics(): Check[] {
  return [
    ...accuracyChecks(),
    check({ id: 'math/same-bits', value: allBits(), expected: FINGERPRINT, unit: 'fingerprint' }),
    check({ id: 'random/philox-known-answers', value: wrongPhiloxWords(), unit: 'wrong words' }),
    check({ id: 'random/sobol-stratification', value: emptyIntervals(), unit: 'empty intervals' }),
    // Owen's rate is -3/2 but for logarithms; -1.2 is well apart from the -1/2 of independent points.
    check({
      id: 'random/sobol-order',
      value: convergenceOrder(sobolPoints),
      expected: -1.5,
      tolerance: 0.3,
      unit: 'slope',
    }),
    // Order statistics 1, 2, 4, 8 at p = 0, 1/3, 2/3, 1: p = 1/2 is half-way from 2 to 4.
    check({ id: 'statistics/quantile', value: quantile([8, 1, 4, 2], 0.5), expected: 3, unit: '1' }),
  ];
}

function accuracyChecks(): Check[] {
  return CLAIMS.map(({ name, evaluate, bound }) =>
    check({ id: `math/${name}`, value: worstError(evaluate, table[name]), tolerance: bound, unit: 'ulp' }),
  );
}

function allBits(): number {
  return CLAIMS.reduce((hash, { name, evaluate }) => fingerprint(evaluate, table[name], hash), 0);
}

/** 2^10 scrambled points put one in each of 2^10 equal intervals, in every dimension. */
function emptyIntervals(): number {
  const count = 1024;
  return sobolPoints(count, GREATEST_DIMENSION, 1)
    .map((values) => count - new Set(values.map((x) => Math.floor(x * count))).size)
    .reduce((total, empty) => total + empty, 0);
}

interface Comparison {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly expected?: number;
  readonly tolerance?: number;
}

function check({ id, value, unit, expected = 0, tolerance = 0 }: Comparison): Check {
  return { id, passed: Math.abs(value - expected) <= tolerance, value, expected, tolerance, unit };
}
