import type { Heating } from '../../../heat/heating.ts';
import type { Zone } from '../../../heat/output/contour.ts';
import { amount } from '../verification-file.ts';
import { evaluate, type Values } from './fill.ts';
import type { Measure, Prediction } from './heat-case.ts';
import { asInSection, type Shrinkage } from './shrinkage.ts';

/** A solved run with what it was filled from. */
export interface Solved {
  readonly values: Values;
  readonly heating: Heating;
}

/** What one draw has: its runs, its values, and how a section of it would shrink. */
export interface DrawnRuns {
  readonly runs: Readonly<Record<string, Solved>>;
  readonly values: Values;
  /** Undefined where sizes are compared as they are. */
  readonly shrinkage: Shrinkage | undefined;
}

const timeIndex = (times: readonly number[], asked: string | undefined, values: Values): number => {
  if (asked === undefined) return times.length - 1;
  const time = evaluate(asked, values).value;
  return times.findIndex((each) => Math.abs(each - time) <= 1e-9 * Math.max(time, 1e-9));
};

type ExtentMeasure = Extract<Measure, { contour: string }>;

const contourOf = ({ heating, values }: Solved, { contour, at }: ExtentMeasure) => {
  const own = heating.contours.filter(({ name }) => name === contour);
  const times = own.map(({ time }) => time);
  const found = own[timeIndex(times, at, values)];
  if (found === undefined) throw new RangeError(`the result has no contour "${contour}"`);
  return found;
};

/** On a grid of one cell along y and a radius along x the zone is turned about the axis. */
const widthOf = ({ heating }: Solved, { x }: Pick<Zone, 'x'>): number =>
  heating.grid?.x.metric === 'slab' ? x.to - x.from : 2 * x.to;

const extentOf = (solved: Solved, of: ExtentMeasure): number => {
  const found = contourOf(solved, of);
  const zone = found.zones[0];
  if (zone === undefined) return 0;
  switch (of.extent) {
    case 'volume':
      return found.volume;
    case 'length':
      return zone.z.to - zone.z.from;
    case 'deepest':
      return zone.z.to;
    case 'breadth':
      return zone.y.to - zone.y.from;
    case 'radius':
      return 0.5 * widthOf(solved, zone);
    case 'width':
      return widthOf(solved, zone);
  }
};

const probeOf = ({ heating }: Solved, name: string) => {
  const probe = heating.probes.find((each) => each.name === name);
  if (probe === undefined) throw new RangeError(`the result has no probe "${name}"`);
  return probe;
};

/** What a list has at the moment a probe passes a level, linear between steps; undefined when it never does. */
const atPassing = (
  solved: Solved,
  { probe, reaches }: { readonly probe: string; readonly reaches: string },
  list: readonly number[],
): number | undefined => {
  const level = amount(reaches);
  const { values } = probeOf(solved, probe);
  const after = values.findIndex((value) => value >= level);
  if (after <= 0) return list[after];
  const [below = NaN, above = NaN] = [values[after - 1], values[after]];
  const [from = NaN, to = NaN] = [list[after - 1], list[after]];
  return from + ((level - below) / (above - below)) * (to - from);
};

const measureOf = ({ runs, values: drawn, shrinkage }: DrawnRuns, of: Measure): number => {
  if ('value' in of) return evaluate(of.value, drawn).value;
  const own = runs[of.run];
  if (own === undefined) throw new RangeError(`there is no run "${of.run}"`);
  if ('contour' in of) return asInSection(extentOf(own, of), of.extent, shrinkage);
  if ('first' in of)
    return atPassing(own, { probe: of.first, reaches: of.reaches }, probeOf(own, of.first).times) ?? Infinity;
  if ('greatest' in of) return Math.max(...probeOf(own, of.greatest).values);
  if ('when' in of) return atPassing(own, of.when, probeOf(own, of.probe).values) ?? NaN;
  const { times, values } = probeOf(own, of.probe);
  return values[timeIndex(times, of.at, own.values)] ?? NaN;
};

/** Value of a prediction in one draw, SI. */
export const predictionOf = (drawn: DrawnRuns, is: Prediction): number => {
  if ('ratio' in is) return measureOf(drawn, is.ratio[0]) / measureOf(drawn, is.ratio[1]);
  if ('difference' in is) return measureOf(drawn, is.difference[0]) - measureOf(drawn, is.difference[1]);
  return measureOf(drawn, is);
};
