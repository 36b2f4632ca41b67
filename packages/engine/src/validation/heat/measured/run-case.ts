import { createRandom, SolverFailed } from '@percuta/numerics';
import { fromSI } from '@percuta/quantity';
import { isPercutaError } from '../../../error.ts';
import { readHeatProblem } from '../../../heat/problem/read-heat-problem.ts';
import { solveHeat } from '../../../heat/solve-heat.ts';
import type { Watch } from '../../../heat/watch.ts';
import { amount, unitOf } from '../verification-file.ts';
import { fill, type Values } from './fill.ts';
import type { HeatCase } from './heat-case.ts';
import { predictionOf, type DrawnRuns, type Solved } from './measure.ts';
import type { Shrinkage } from './shrinkage.ts';

/** One draw: predictions in SI in the order of `predicts`, or why there are none. */
export type Drawn = { readonly values: readonly number[] } | { readonly because: string };

/** How many draws, of which stream, and what a stained section of a simulated zone shows. */
export interface Drawing {
  readonly count: number;
  readonly seed: number;
  /** The document was put together from words: what cannot be stated is then a draw without a value, not a fault. */
  readonly isRead?: boolean;
  readonly sections?: (shares: { readonly width: number; readonly depth: number }) => Shrinkage;
}

const drawOf = (range: HeatCase['draws'][string], share: number): string => {
  if ('one_of' in range) return range.one_of[Math.floor(share * range.one_of.length)] ?? '';
  const unit = unitOf(range.from);
  const [from, to] = [amount(range.from), amount(range.to)];
  const value = from + share * (to - from);
  return unit === '' ? String(value) : `${fromSI(value, unit)} ${unit}`;
};

/** Stratified: (0, 1) is cut into as many parts as there are draws, in an order of its own stream. */
const sharesOf = (stream: number, { count, seed }: Drawing): number[] => {
  const random = createRandom(seed, stream);
  const order = Array.from({ length: count }, (_, place) => ({ place, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ place }) => place);
  return order.map((place) => (place + random.next()) / count);
};

const drawsOf = ({ draws }: HeatCase, drawing: Drawing): Values[] => {
  const columns = Object.entries(draws).map(([name, range], n) =>
    sharesOf(n, drawing).map((share) => [name, drawOf(range, share)] as const),
  );
  return Array.from({ length: drawing.count }, (_, draw) =>
    Object.fromEntries(columns.flatMap((column) => column.slice(draw, draw + 1))),
  );
};

/** One for each draw; of the streams after those of the values. */
const shrinkagesOf = ({ draws }: HeatCase, drawing: Drawing): (Shrinkage | undefined)[] => {
  const streams = Object.keys(draws).length;
  const [widths, depths] = [sharesOf(streams, drawing), sharesOf(streams + 1, drawing)];
  return widths.map((width, n) => drawing.sections?.({ width, depth: depths[n] ?? NaN }));
};

/** Values of a run may be expressions of what is drawn. */
const filledValues = (own: Values, drawn: Values): Values =>
  Object.fromEntries(Object.entries(own).map(([name, text]) => [name, String(fill(text, drawn))]));

const solvedOf = ({ document, runs }: HeatCase, drawn: Values, watch: Watch): Record<string, Solved> =>
  Object.fromEntries(
    Object.entries(runs).map(([run, own]) => {
      const values = { ...drawn, ...filledValues(own, drawn) };
      return [run, { values, heating: solveHeat(readHeatProblem(fill(document, values)), watch) }];
    }),
  );

const predictedOf = ({ predicts }: HeatCase, drawn: DrawnRuns): number[] =>
  predicts.map(({ is, stained }) =>
    predictionOf(stained === true ? drawn : { ...drawn, shrinkage: undefined }, is),
  );

const isCounted = (error: unknown, { isRead }: Drawing): boolean =>
  isPercutaError(error, 'OutsideModel') ||
  error instanceof SolverFailed ||
  (isRead === true && isPercutaError(error, 'BadInput'));

const oneDraw = (
  given: HeatCase,
  of: Omit<DrawnRuns, 'runs'>,
  { drawing, watch }: { readonly drawing: Drawing; readonly watch: Watch },
): Drawn => {
  try {
    return { values: predictedOf(given, { ...of, runs: solvedOf(given, of.values, watch) }) };
  } catch (error) {
    // What the model refuses or cannot solve is counted, not hidden; all else is the author's to mend.
    if (!(error instanceof Error) || !isCounted(error, drawing)) throw error;
    return { because: error.message };
  }
};

/** Solves a case at `count` draws. `watch.signal` ends it between and within runs. */
export const runCase = (given: HeatCase, drawing: Drawing, watch: Watch = {}): Drawn[] => {
  const shrinkages = shrinkagesOf(given, drawing);
  return drawsOf(given, drawing).map((values, n) => {
    watch.progress?.(n, drawing.count, given.id);
    const own = watch.signal === undefined ? {} : { signal: watch.signal };
    return oneDraw(given, { values, shrinkage: shrinkages[n] }, { drawing, watch: own });
  });
};
