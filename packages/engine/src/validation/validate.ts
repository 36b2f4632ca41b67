import type { Check } from '@percuta/numerics';
import { dimensionOf, fromSI, parseQuantity, toSI } from '@percuta/quantity';
import type { Band } from '../band.ts';
import { readDocument } from '../case/document.ts';
import { BadInput, OutsideModel, type Problem } from '../error.ts';
import type { Run } from '../run.ts';
import { experimentOf, isCondition, type Experiment } from './experiment.ts';
import {
  measurementFileSchema,
  type Acceptance,
  type Measured,
  type MeasurementRow,
  type OutputId,
} from './measurement-file.ts';
import { outputNamed, outputs } from './outputs.ts';
import { predictor } from './predict.ts';
import { conditionsOf } from './said-in-words.ts';

/** A prediction against a measurement. `value` is the predicted median; all numbers in `unit`. */
export interface ValidationCheck extends Check {
  readonly row: string;
  readonly quantity: string;
  readonly low: number;
  readonly high: number;
  readonly criterion: string;
  readonly split: string;
  readonly assumed: readonly string[];
}

/** A measurement without a verdict, and why. */
export interface NotScored {
  readonly id: string;
  readonly quantity: string;
  readonly because: string;
}

/** Published measurements of needles in skin against predictions: with a verdict, or why there is none. */
export interface Validation {
  readonly checks: readonly ValidationCheck[];
  readonly notScored: readonly NotScored[];
}

type Predict = (experiment: Experiment, output: OutputId) => Band;

/** Acceptance in words, as older files write it. */
const readScore = (score: string): Acceptance | undefined => {
  const within = /within\s*(?:\+\/-|±)?\s*([\d.]+)\s*(%|um|mm)/.exec(score);
  if (within) return { within: `${within[1]} ${within[2]}` };
  const below = /predicted\s*<=?\s*([\d.]+)$/.exec(score);
  if (below) return { below: below[1] ?? '' };
  if (/report only|not modelled|direction|for the rf module/i.test(score)) return { report: score };
  return undefined;
};

const contextOnly = (row: MeasurementRow): Acceptance | undefined =>
  row.split === 'do-not-score' ? { report: 'not to be scored, as its file says' } : undefined;

const acceptanceOf = (row: MeasurementRow): Acceptance =>
  row.acceptance ?? contextOnly(row) ?? (row.score ? readScore(row.score) : undefined) ?? { covers: '90 %' };

const centralOf = ({ mean, value, median, min, max }: Measured): number | undefined =>
  mean ?? value ?? median ?? (min !== undefined && max !== undefined ? (min + max) / 2 : undefined);

/** A bound in SI; a bare number is in the unit of the measurement. Throws RangeError for another dimension. */
const bound = (text: string, unit: string): number => {
  const own = text.replace(/^[-+−0-9.eE\s]+/u, '');
  if (own === '') return toSI(Number(text), unit);
  const due = dimensionOf(unit);
  if (dimensionOf(own) !== due) throw new RangeError(`acceptance "${text}" has to be a ${due}`);
  return parseQuantity(text, due);
};

interface Verdict {
  readonly passed: boolean;
  readonly expected: number;
  readonly tolerance: number;
  readonly criterion: string;
}

/** A measured range or bound is met when the predicted interval reaches into it. */
const coverage = (predicted: Band, measured: Measured, unit: string): Verdict => {
  const low = measured.min === undefined ? undefined : toSI(measured.min, unit);
  const high = measured.max === undefined ? undefined : toSI(measured.max, unit);
  const central = centralOf(measured);
  const tolerance = (predicted.high - predicted.low) / 2;
  if (measured.limit?.startsWith('<') || (central === undefined && high !== undefined)) {
    const expected = central === undefined ? (high ?? 0) : toSI(central, unit);
    return {
      passed: predicted.median <= expected,
      expected,
      tolerance: 0,
      criterion: 'predicted median below',
    };
  }
  if (measured.limit?.startsWith('>') || (central === undefined && low !== undefined)) {
    const expected = central === undefined ? (low ?? 0) : toSI(central, unit);
    return {
      passed: predicted.median >= expected,
      expected,
      tolerance: 0,
      criterion: 'predicted median above',
    };
  }
  const expected = toSI(central ?? Number.NaN, unit);
  const [from, to] = [low ?? expected, high ?? expected];
  const passed = predicted.low <= to && predicted.high >= from;
  const criterion = from === to ? 'inside the predicted 5 to 95 %' : 'range met by the predicted 5 to 95 %';
  return { passed, expected, tolerance, criterion };
};

const verdictOf = (predicted: Band, measured: Measured, unit: string, acceptance: Acceptance): Verdict => {
  if ('below' in acceptance) {
    const expected = bound(acceptance.below, unit);
    return {
      passed: predicted.median < expected,
      expected,
      tolerance: 0,
      criterion: `predicted median below ${acceptance.below}`,
    };
  }
  if ('above' in acceptance) {
    const expected = bound(acceptance.above, unit);
    return {
      passed: predicted.median > expected,
      expected,
      tolerance: 0,
      criterion: `predicted median above ${acceptance.above}`,
    };
  }
  const central = centralOf(measured);
  if (!('within' in acceptance) || central === undefined) return coverage(predicted, measured, unit);
  const expected = toSI(central, unit);
  const isRelative = acceptance.within.endsWith('%');
  const distance = parseQuantity(acceptance.within, isRelative ? 'fraction' : dimensionOf(unit));
  const tolerance = isRelative ? distance * expected : distance;
  return {
    passed: Math.abs(predicted.median - expected) <= tolerance,
    expected,
    tolerance,
    criterion: `predicted median within ${acceptance.within}`,
  };
};

const unitOf = (measured: Measured, output: OutputId): string =>
  measured.unit === undefined || measured.unit === 'count' ? outputs[output].unit : measured.unit;

const checkMeasured = (
  row: MeasurementRow,
  measured: Measured,
  index: number,
  predict: Predict,
): Validation => {
  const id = row.measured.length === 1 ? row.id : `${row.id}.${index + 1}`;
  const { quantity } = measured;
  const not = (because: string): Validation => ({ checks: [], notScored: [{ id, quantity, because }] });
  const acceptance = acceptanceOf(row);
  const output = measured.output ?? outputNamed(quantity);
  if (output === undefined) return not('no result of the puncture model');
  if (measured.kind === 'categorical') return not(`in words only: ${measured.outcome ?? ''}`);
  const unit = unitOf(measured, output);
  if (dimensionOf(unit) !== dimensionOf(outputs[output].unit)) {
    return not(`its unit ${unit} is not one of ${output}`);
  }
  const experiment = experimentOf(row, conditionsOf(row, measured));
  let predicted: Band;
  try {
    predicted = predict(experiment, output);
  } catch (error) {
    if (error instanceof OutsideModel) return not(error.message);
    throw error;
  }
  const shownIn = (value: number): number => Number(fromSI(value, unit).toPrecision(6));
  if ('report' in acceptance) {
    return not(
      `${acceptance.report}; predicted ${shownIn(predicted.median)} (${shownIn(predicted.low)} to ${shownIn(predicted.high)}) ${unit}`,
    );
  }
  const verdict = verdictOf(predicted, measured, unit, acceptance);
  const check: ValidationCheck = {
    id,
    passed: verdict.passed,
    value: shownIn(predicted.median),
    expected: shownIn(verdict.expected),
    tolerance: shownIn(verdict.tolerance),
    unit,
    row: row.id,
    quantity,
    low: shownIn(predicted.low),
    high: shownIn(predicted.high),
    criterion: verdict.criterion,
    split: row.split ?? 'not stated',
    assumed: experiment.assumed,
  };
  return { checks: [check], notScored: [] };
};

/** Share of neighbouring values between which the predicted median goes the stated way. */
const checkTrend = (
  row: MeasurementRow,
  acceptance: Extract<Acceptance, { trend: string }>,
  predict: Predict,
): Validation => {
  const { trend, output, over, values } = acceptance;
  const medians = values.map((value) => predict(experimentOf(row, { [over]: value }), output).median);
  const steps = medians.slice(1).map((median, i) => median - (medians[i] ?? 0));
  const right = steps.filter((step) => (trend === 'rises' ? step > 0 : step < 0)).length / steps.length;
  const shownIn = (value: number): number => Number(fromSI(value, outputs[output].unit).toPrecision(6));
  return {
    checks: [
      {
        id: row.id,
        passed: right === 1,
        value: right,
        expected: 1,
        tolerance: 0,
        unit: '1',
        row: row.id,
        quantity: row.quantity ?? output,
        low: shownIn(Math.min(...medians)),
        high: shownIn(Math.max(...medians)),
        criterion: `${output} ${trend} with ${over} over ${values.join(', ')}`,
        split: row.split ?? 'not stated',
        assumed: experimentOf(row, {}).assumed,
      },
    ],
    notScored: [],
  };
};

const checkRow = (row: MeasurementRow, predict: Predict): Validation[] => {
  const { acceptance } = row;
  if (acceptance === undefined || !('trend' in acceptance)) {
    return row.measured.map((measured, i) => checkMeasured(row, measured, i, predict));
  }
  if (!isCondition(acceptance.over))
    throw new RangeError(`acceptance.over: ${acceptance.over} is no condition`);
  return [checkTrend(row, acceptance, predict)];
};

/** What is wrong with a row beyond its form: units, dimensions, impossible needles. */
const problemOf = (row: MeasurementRow, index: number, error: unknown): Problem => ({
  path: `rows[${index}]`,
  given: row.id,
  problem: error instanceof Error ? error.message : String(error),
  remedy: 'mend this row; docs/guide/validation.md has the form',
});

/**
 * Predicts every measurement of a file with its interval and holds it against what was measured.
 * Throws BadInput for a file of another form, with every row that cannot be read.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { defaultRun, validatePuncture } from '@percuta/engine';
 *
 * const { checks } = validatePuncture(JSON.parse(readFileSync('measurements.json', 'utf8')), defaultRun);
 * console.log(checks.length > 0); // true
 * ```
 */
export const validatePuncture = (document: unknown, run: Run): Validation => {
  const file = readDocument(measurementFileSchema, document);
  const predict = predictor(run);
  const problems: Problem[] = [];
  const parts = file.rows.flatMap((row, index) => {
    try {
      return checkRow(row, predict);
    } catch (error) {
      problems.push(problemOf(row, index, error));
      return [];
    }
  });
  if (problems.length > 0) throw new BadInput(problems);
  return {
    checks: parts.flatMap(({ checks }) => checks),
    notScored: parts.flatMap(({ notScored }) => notScored),
  };
};
