import { StepFailed } from '../error.ts';
import { pow } from '../math/exponential/pow.ts';
import { advance, interpolate, rescale } from './difference-table.ts';
import { newtonIterations, solveStage, type Newton } from './newton.ts';
import { alpha, errorWeight, gamma, highestOrder } from './numerical-differentiation.ts';
import type { StiffOptions, StiffStep, StiffSystem, StiffTally } from './stiff-system.ts';
import { firstStep, scaledNorm } from './step-size.ts';

/** Everything that changes from step to step. */
interface State {
  time: number;
  step: number;
  order: number;
  /** Steps since the size or the order changed. */
  even: number;
  isFactored: boolean;
  isFresh: boolean;
}

interface Work {
  readonly system: StiffSystem;
  readonly options: StiffOptions;
  readonly table: Float64Array[];
  readonly newton: Newton;
  readonly tally: StiffTally;
  readonly state: State;
}

const leastStep = 1e-14;
const largestGrowth = 10;
const smallestShrink = 0.2;
const caution = 0.9;
/** A longer step is worth a factorisation only from here. */
const worthwhile = 1.2;

const begin = (system: StiffSystem, start: Float64Array, span: number, options: StiffOptions): Work => {
  const rows = Array.from({ length: highestOrder + 3 }, () => new Float64Array(system.size));
  const tally = { steps: 0, rejected: 0, rates: 0, jacobians: 0, factors: 0 };
  rows[0].set(start);
  const step = Math.min(firstStep(system, start, span, options), options.longestStep ?? span);
  system.rates(start, rows[1]);
  for (let n = 0; n < system.size; n++) rows[1][n] *= step;
  system.linearise(start);
  tally.rates += 3;
  tally.jacobians += 1;
  const array = (): Float64Array => new Float64Array(system.size);
  const newton = { predicted: array(), psi: array(), value: array(), correction: array(), residual: array() };
  const state = { time: 0, step, order: 1, even: 0, isFactored: false, isFresh: true };
  return { system, options, table: rows, newton, tally, state };
};

const changeStep = ({ table, state }: Work, factor: number): void => {
  rescale(table, state.order, factor);
  state.step *= factor;
  state.even = 0;
};

/** The prediction and the part of the formula that is known before the step. */
const predict = ({ table, newton, state }: Work): void => {
  const { predicted, psi } = newton;
  const { order } = state;
  for (let n = 0; n < predicted.length; n++) {
    let value = table[0][n];
    let known = 0;
    for (let i = 1; i <= order; i++) {
      value += table[i][n];
      known += gamma[i] * table[i][n];
    }
    predicted[n] = value;
    psi[n] = known / alpha[order];
  }
};

/** Newton's method with an old Jacobian, then with one of this step; the iterations taken, or undefined. */
const correct = (work: Work): number | undefined => {
  const { system, newton, tally, state, options } = work;
  const c = state.step / alpha[state.order];
  for (;;) {
    if (!state.isFactored) {
      system.factor(c);
      tally.factors += 1;
      state.isFactored = true;
    }
    const outcome = solveStage(system, newton, c, options);
    tally.rates += outcome.iterations;
    if (outcome.hasConverged) return outcome.iterations;
    if (state.isFresh) return undefined;
    system.linearise(newton.predicted);
    tally.jacobians += 1;
    state.isFresh = true;
    state.isFactored = false;
  }
};

const fail = ({ newton, options, state }: Work): never => {
  const { correction, value } = newton;
  const sizes = correction.map(
    (part, n) => Math.abs(part) / (options.absolute + options.relative * Math.abs(value[n])),
  );
  const index = sizes.reduce((worst, size, n) => (size > sizes[worst] || Number.isNaN(size) ? n : worst), 0);
  throw new StepFailed('integrateStiff', { time: state.time, step: state.step, index });
};

/** Tries until a step passes; returns the caution its Newton iterations call for. */
const takeStep = (work: Work, end: number): number => {
  const { newton, options, state, tally } = work;
  for (;;) {
    if (state.step < leastStep * Math.max(end, state.time)) fail(work);
    if (state.time + state.step > end) {
      changeStep(work, (end - state.time) / state.step);
      state.isFactored = false;
    }
    predict(work);
    const iterations = correct(work);
    if (iterations === undefined) {
      tally.rejected += 1;
      changeStep(work, 0.5);
      state.isFactored = false;
      continue;
    }
    const safety = (caution * (2 * newtonIterations + 1)) / (2 * newtonIterations + iterations);
    const error = errorWeight[state.order] * scaledNorm(newton.correction, newton.value, options);
    if (error <= 1) return safety;
    tally.rejected += 1;
    changeStep(work, Math.max(smallestShrink, safety * pow(error, -1 / (state.order + 1))));
    state.isFactored = false;
  }
};

/** Chooses order and size of the next steps by the errors that one order less, the same and one more would have. */
const adapt = (work: Work, safety: number): void => {
  const { table, newton, options, state } = work;
  const { order } = state;
  const growth = (at: number, row: Float64Array): number =>
    pow(Math.max(errorWeight[at] * scaledNorm(row, newton.value, options), 1e-10), -1 / (at + 1));
  const lower = order > 1 ? growth(order - 1, table[order]) : 0;
  const same = growth(order, newton.correction);
  const higher = order < (options.highestOrder ?? highestOrder) ? growth(order + 1, table[order + 2]) : 0;
  const best = Math.max(lower, same, higher);
  const longest = (options.longestStep ?? Infinity) / state.step;
  const factor = Math.min(largestGrowth, safety * best, longest);
  if (best === same && factor >= 1 && factor < worthwhile) return;
  state.order = best === same ? order : best === lower ? order - 1 : order + 1;
  changeStep(work, factor);
  state.isFactored = false;
};

/**
 * Solves y' = f(y) from time 0 over `span` by numerical differentiation formulas of variable order 1 to 5 and
 * variable step; each step's error is held to relative |y| + absolute in the root mean square. `observe` sees every
 * accepted step. Returns the state at the end and what it cost. Throws StepFailed when no step passes.
 */
export const integrateStiff = (
  system: StiffSystem,
  start: Float64Array,
  span: number,
  options: StiffOptions,
  observe: (step: StiffStep) => void = () => {},
): { readonly end: Float64Array; readonly tally: StiffTally } => {
  const work = begin(system, start, span, options);
  const { table, newton, state, tally } = work;
  while (state.time < span) {
    const safety = takeStep(work, span);
    const from = state.time;
    // The last step ends on the end itself, not a rounding beside it.
    state.time = from + state.step >= span * (1 - leastStep) ? span : from + state.step;
    advance(table, state.order, newton.correction);
    tally.steps += 1;
    state.even += 1;
    state.isFresh = false;
    const shape = { order: state.order, end: state.time, step: state.step };
    observe({
      from,
      to: state.time,
      order: state.order,
      at: (time, out) => interpolate(table, shape, time, out),
    });
    if (state.even > state.order) adapt(work, safety);
  }
  return { end: Float64Array.from(table[0]), tally };
};
