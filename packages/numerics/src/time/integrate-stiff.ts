import { StepFailed } from '../error.ts';
import { createKernels, type Field } from '../kernels/kernels.ts';
import { pow } from '../math/exponential/pow.ts';
import {
  advance,
  createTable,
  interpolate,
  predict,
  rescale,
  rowOf,
  type DifferenceTable,
} from './difference-table.ts';
import { createNewton, newtonIterations, normOf, solveStage, type Newton } from './newton.ts';
import { alpha, errorWeight, highestOrder } from './numerical-differentiation.ts';
import type { StiffOptions, StiffStep, StiffSystem, StiffTally } from './stiff-system.ts';
import { firstStep } from './step-size.ts';

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
  readonly table: DifferenceTable;
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
/** What a rate of convergence is taken for when the factors have changed, at least. */
const unknownRate = 1;

const begin = (system: StiffSystem, start: Float64Array, span: number, options: StiffOptions): Work => {
  const { size } = system;
  const kernels = system.kernels ?? createKernels('f64');
  const table = createTable(kernels, size);
  const newton = createNewton(kernels, size, table.stride);
  const step = Math.min(firstStep(system, start, span, options), options.longestStep ?? span);
  const rates = new Float64Array(size);
  system.rates(start, rates);
  table.rows.data.set(start);
  table.rows.data.set(
    rates.map((rate) => rate * step),
    table.stride,
  );
  system.linearise(start);
  const tally = { steps: 0, rejected: 0, rates: 3, jacobians: 1, factors: 0 };
  const state = { time: 0, step, order: 1, even: 0, isFactored: false, isFresh: true };
  return { system, options, table, newton, tally, state };
};

const fieldsOf = ({ table, newton }: Work): Field[] => [
  table.rows,
  table.mixed,
  table.weights,
  newton.predictedAndPsi,
  newton.value,
  newton.correction,
  newton.residual,
  newton.scales,
];

const changeStep = ({ table, state }: Work, factor: number): void => {
  rescale(table, state.order, factor);
  state.step *= factor;
  state.even = 0;
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
      newton.rate = Math.max(newton.rate, unknownRate);
    }
    const outcome = solveStage(newton, system, { c, weight: errorWeight[state.order] }, options);
    tally.rates += outcome.iterations;
    if (outcome.hasConverged) return outcome.iterations;
    if (state.isFresh) return undefined;
    system.linearise(newton.predictedAndPsi.data.subarray(0, system.size));
    tally.jacobians += 1;
    state.isFresh = true;
    state.isFactored = false;
  }
};

/** The value whose equation the last try misses most, in units of the allowed error; one that is no number first. */
const worstOf = ({ newton, system }: Work): number => {
  const [value, misses] = [newton.value.data.slice(0, system.size), new Float64Array(system.size)];
  system.rates(value, misses);
  const [correction, scales] = [newton.correction.data, newton.scales.data];
  const hasMoved = correction.some((part) => part !== 0);
  let [index, most] = [0, -1];
  for (let n = 0; n < system.size; n++) {
    if (!Number.isFinite(value[n]) || !Number.isFinite(misses[n])) return n;
    const size = Math.abs(hasMoved ? correction[n] : misses[n]) * scales[n];
    if (size > most) [index, most] = [n, size];
  }
  return index;
};

const fail = (work: Work): never => {
  const { time, step } = work.state;
  throw new StepFailed('integrateStiff', { time, step, index: worstOf(work) });
};

/** Is no value farther below 0 than it may be? */
const isAboveFloor = ({ newton, system, options }: Work): boolean => {
  if (options.mostBelowZero === undefined) return true;
  const { data } = newton.value;
  for (let n = 0; n < system.size; n++) if (data[n] < -options.mostBelowZero) return false;
  return true;
};

/** Sets values that are below 0 to 0, with a past of 0. */
const raise = ({ table, system, options }: Work): void => {
  if (options.mostBelowZero === undefined) return;
  const { data } = table.rows;
  for (let n = 0; n < system.size; n++) {
    if (data[n] >= 0) continue;
    for (let at = n; at < data.length; at += table.stride) data[at] = 0;
  }
};

/** Tries until a step passes; returns the caution its Newton iterations call for. */
const takeStep = (work: Work, end: number): number => {
  const { table, newton, state, tally, options } = work;
  for (;;) {
    if (state.step < leastStep * Math.max(end, state.time)) fail(work);
    if (tally.steps + tally.rejected >= (options.mostTries ?? Infinity)) fail(work);
    if (state.time + state.step > end) {
      changeStep(work, (end - state.time) / state.step);
      state.isFactored = false;
    }
    predict(table, state.order, newton.predictedAndPsi.offset);
    const iterations = correct(work);
    if (iterations === undefined || !isAboveFloor(work)) {
      tally.rejected += 1;
      changeStep(work, 0.5);
      state.isFactored = false;
      continue;
    }
    const safety = (caution * (2 * newtonIterations + 1)) / (2 * newtonIterations + iterations);
    const error = errorWeight[state.order] * normOf(newton, newton.correction.offset);
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
  const growth = (at: number, row: number): number =>
    pow(Math.max(errorWeight[at] * normOf(newton, row), 1e-10), -1 / (at + 1));
  const lower = order > 1 ? growth(order - 1, rowOf(table, order)) : 0;
  const same = growth(order, newton.correction.offset);
  const isHighest = order >= (options.highestOrder ?? highestOrder);
  const higher = isHighest ? 0 : growth(order + 1, rowOf(table, order + 2));
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
 * accepted step. Returns the state at the end and what it cost. Throws StepFailed when no step passes, or too
 * many are tried.
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
    raise(work);
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
  const end = Float64Array.from(table.rows.data.subarray(0, system.size));
  for (const field of fieldsOf(work)) table.kernels.release(field);
  return { end, tally };
};
