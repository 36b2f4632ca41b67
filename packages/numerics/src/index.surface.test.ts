import { expect, test } from 'vitest';
import * as numerics from './index.ts';

test('what the package exports', () => {
  expect(Object.keys(numerics).sort()).toEqual([
    'SolverFailed',
    'acos',
    'asin',
    'cbrt',
    'cholesky',
    'correlation',
    'cos',
    'createRandom',
    'erf',
    'erfc',
    'exp',
    'expm1',
    'findRoot',
    'firstOrderIndex',
    'lgamma',
    'log',
    'log1p',
    'mean',
    'normalCdf',
    'normalQuantile',
    'pow',
    'quantile',
    'quantiles',
    'sin',
    'sobolPoints',
    'standardErrorOfMean',
    'sum',
    'tan',
    'variance',
    'verifyNumerics',
    'weightedMean',
    'weightedQuantiles',
  ]);
});
