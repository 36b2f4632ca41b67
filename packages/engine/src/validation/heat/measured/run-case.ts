import { createRandom, SolverFailed } from '@percuta/numerics';
import { fromSI } from '@percuta/quantity';
import { isPercutaError } from '../../../error.ts';
import type { Heating } from '../../../heat/heating.ts';
import { readHeatProblem } from '../../../heat/problem/read-heat-problem.ts';
import { solveHeat } from '../../../heat/solve-heat.ts';
import type { Watch } from '../../../heat/watch.ts';
import { amount, unitOf } from '../verification-file.ts';
import { evaluate, fill, type Values } from './fill.ts';
import type { HeatCase, Measure, Prediction } from './heat-case.ts';

/** One draw: predictions in SI in the order of `predicts`, or why there are none. */
export type Drawn = { readonly values: readonly number[] } | { readonly because: string };

const drawOf = (range: HeatCase['draws'][string], share: number): string => {
  if ('one_of' in range) return range.one_of[Math.floor(share * range.one_of.length)] ?? '';
  const unit = unitOf(range.from);
  const [from, to] = [amount(range.from), amount(range.to)];
  const value = from + share * (to - from);
  return unit === '' ? String(value) : `${fromSI(value, unit)} ${unit}`;
};

/** Stratified: each range is cut into as many parts as there are draws, in an order of its own. */
const drawsOf = ({ draws }: HeatCase, count: number, seed: number): Values[] => {
  const columns = Object.entries(draws).map(([name, range], n) => {
    const random = createRandom(seed, n);
    const order = Array.from({ length: count }, (_, place) => ({ place, key: random.next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ place }) => place);
    return order.map((place) => [name, drawOf(range, (place + random.next()) / count)] as const);
  });
  return Array.from({ length: count }, (_, draw) =>
    Object.fromEntries(columns.flatMap((column) => column.slice(draw, draw + 1))),
  );
};

interface Solved {
  readonly values: Values;
  readonly heating: Heating;
}

const timeIndex = (times: readonly number[], asked: string | undefined, values: Values): number => {
  if (asked === undefined) return times.length - 1;
  const time = evaluate(asked, values).value;
  return times.findIndex((each) => Math.abs(each - time) <= 1e-9 * Math.max(time, 1e-9));
};

const extentOf = (
  { heating, values }: Solved,
  { contour, extent, at }: Extract<Measure, { contour: string }>,
): number => {
  const own = heating.contours.filter(({ name }) => name === contour);
  const found =
    own[
      timeIndex(
        own.map(({ time }) => time),
        at,
        values,
      )
    ];
  const zone = found?.zones[0];
  if (found === undefined) throw new RangeError(`the result has no contour "${contour}"`);
  if (zone === undefined) return 0;
  if (extent === 'volume') return found.volume;
  if (extent === 'length') return zone.z.to - zone.z.from;
  // On a grid of one cell along y and a radius along x the zone is turned about the axis.
  const isRound = heating.grid?.x.metric !== 'slab';
  return isRound ? 2 * zone.x.to : zone.x.to - zone.x.from;
};

const probeOf = ({ heating }: Solved, name: string) => {
  const probe = heating.probes.find((each) => each.name === name);
  if (probe === undefined) throw new RangeError(`the result has no probe "${name}"`);
  return probe;
};

const measureOf = (solved: Readonly<Record<string, Solved>>, drawn: Values, of: Measure): number => {
  if ('value' in of) return evaluate(of.value, drawn).value;
  const own = solved[of.run];
  if (own === undefined) throw new RangeError(`there is no run "${of.run}"`);
  if ('contour' in of) return extentOf(own, of);
  if ('first' in of) {
    const { times, values } = probeOf(own, of.first);
    const level = amount(of.reaches);
    return times[values.findIndex((value) => value >= level)] ?? Infinity;
  }
  const { times, values } = probeOf(own, of.probe);
  return values[timeIndex(times, of.at, own.values)] ?? NaN;
};

const predictionOf = (solved: Readonly<Record<string, Solved>>, drawn: Values, is: Prediction): number => {
  if ('ratio' in is) {
    const [a, b] = is.ratio;
    return measureOf(solved, drawn, a) / measureOf(solved, drawn, b);
  }
  if ('difference' in is) {
    const [a, b] = is.difference;
    return measureOf(solved, drawn, a) - measureOf(solved, drawn, b);
  }
  return measureOf(solved, drawn, is);
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

const oneDraw = (given: HeatCase, drawn: Values, watch: Watch): Drawn => {
  try {
    const solved = solvedOf(given, drawn, watch);
    return { values: given.predicts.map(({ is }) => predictionOf(solved, drawn, is)) };
  } catch (error) {
    // What the model refuses or cannot solve is counted, not hidden; all else is the author's to mend.
    if (!isPercutaError(error, 'OutsideModel') && !(error instanceof SolverFailed)) throw error;
    return { because: error.message };
  }
};

/** Solves a case at `count` draws. `watch.signal` ends it between and within runs. */
export const runCase = (
  given: HeatCase,
  { count, seed }: { readonly count: number; readonly seed: number },
  watch: Watch = {},
): Drawn[] =>
  drawsOf(given, count, seed).map((drawn, n) => {
    watch.progress?.(n, count, given.id);
    return oneDraw(given, drawn, watch.signal === undefined ? {} : { signal: watch.signal });
  });
