import { quantiles } from '@percuta/numerics';
import { fromSI } from '@percuta/quantity';
import type { Watch } from '../../../heat/watch.ts';
import { measurementsOfPublished } from '../published/measurements-of-published.ts';
import { isPublishedFile } from '../published/published-file.ts';
import { amount, unitOf } from '../verification-file.ts';
import type { HeatCase } from './heat-case.ts';
import { readHeatMeasurements, type HeatMeasurements, type HeatRecord } from './heat-measurements.ts';
import { runCase, type Drawing, type Drawn } from './run-case.ts';
import { shrinkageOf } from './shrinkage.ts';

/** A band of predictions and whether the measured value lies within it. */
export interface PredictedBand {
  readonly level: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
}

/** A record beside its prediction; values in `unit`. */
export interface HeatComparison {
  readonly id: string;
  readonly study: string;
  readonly use: HeatRecord['use'];
  readonly quantity: string;
  readonly unit: string;
  readonly measured: string;
  readonly median: number | undefined;
  readonly bands: readonly PredictedBand[];
  /** Share of draws that agree, for a bound or a yes; undefined where bands say it. */
  readonly agree: number | undefined;
  readonly draws: number;
  /** Draws that the model refuses or that have no value, and the first reason. */
  readonly refused: number;
  readonly because: string | undefined;
}

export interface Coverage {
  readonly level: number;
  readonly inside: number;
  readonly of: number;
}

/** Published measurements of heat beside what the model predicts for them, and which of them cannot be predicted. */
export interface HeatValidation {
  readonly comparisons: readonly HeatComparison[];
  /** Over validation records with a value. */
  readonly coverage: readonly Coverage[];
  readonly notSimulated: readonly { readonly id: string; readonly lacks: readonly string[] }[];
  /** Ranges that stand for what records leave open. */
  readonly sampled: readonly { readonly id: string; readonly ranges: readonly string[] }[];
  /** Records that could be simulated and have no case. */
  readonly withoutCase: readonly string[];
}

const levels = [0.5, 0.8, 0.95];

const rounded = (value: number): number => Number(value.toPrecision(4));

const bandsOf = (values: readonly number[], measured: number): PredictedBand[] =>
  levels.map((level) => {
    const [low = NaN, high = NaN] = quantiles(values, [(1 - level) / 2, (1 + level) / 2]);
    return { level, low: rounded(low), high: rounded(high), holds: measured >= low && measured <= high };
  });

type Predicted = HeatCase['predicts'][number];

const measuredText = ({
  value,
  min,
  max,
  sd,
  unit = '',
  limit = '',
  outcome,
}: HeatRecord['measured'][number]): string => {
  if (outcome !== undefined) return outcome;
  const spread = sd === undefined ? '' : ` ± ${sd}`;
  const range = min === undefined ? '' : ` (${min} to ${max})`;
  return `${limit}${value}${spread}${range} ${unit === '1' ? '' : unit}`.trim();
};

const wireUnit = (unit: string | undefined): string =>
  unit === 'C' ? '°C' : (unit ?? '1').replace(/^1$/, '');

/** Share of draws in which a bound holds, or a yes is one. */
const agreement = (
  { value, limit, unit }: HeatRecord['measured'][number],
  present: string | undefined,
  found: readonly number[],
): number | undefined => {
  const bound = present === undefined ? undefined : amount(present);
  if (bound !== undefined) return rounded(found.filter((each) => each >= bound).length / found.length);
  if (limit === undefined || value === undefined) return undefined;
  const most = amount(`${value} ${wireUnit(unit)}`);
  return rounded(found.filter((each) => each <= most).length / found.length);
};

const neverReached = 'a level that the prediction asks for is not reached before the end of the run';

const compared = (
  record: HeatRecord,
  predicted: Predicted,
  {
    given,
    drawn,
    place,
  }: { readonly given: HeatCase; readonly drawn: readonly Drawn[]; readonly place: number },
): HeatComparison => {
  const target = record.measured[predicted.quantity];
  if (target === undefined) throw new RangeError(`${record.id} has no quantity ${predicted.quantity}`);
  const values = drawn.flatMap((each) => ('values' in each ? each.values.slice(place, place + 1) : []));
  const found = values.filter(Number.isFinite);
  const refused = [
    ...drawn.flatMap((each) => ('because' in each ? [each.because] : [])),
    ...values.filter((value) => !Number.isFinite(value)).map(() => neverReached),
  ];
  const unit = predicted.present === undefined ? wireUnit(target.unit) : unitOf(predicted.present);
  const shown = found.map((value) => (unit === '' ? value : fromSI(value, unit)));
  const agree = found.length === 0 ? undefined : agreement(target, predicted.present, found);
  const isScored = agree === undefined && target.value !== undefined && found.length > 0;
  return {
    id: record.id,
    study: given.study,
    use: record.use,
    quantity: predicted.means ?? target.quantity,
    unit,
    measured: measuredText(target),
    median: found.length === 0 ? undefined : rounded(quantiles(shown, [0.5])[0] ?? NaN),
    bands: isScored ? bandsOf(shown, target.value ?? NaN) : [],
    agree,
    draws: found.length,
    refused: refused.length,
    because: refused[0],
  };
};

const coverageOf = (comparisons: readonly HeatComparison[]): Coverage[] => {
  const scored = comparisons.filter(({ use, bands }) => use === 'validation' && bands.length > 0);
  return levels.map((level) => ({
    level,
    inside: scored.filter(({ bands }) => bands.some((band) => band.level === level && band.holds)).length,
    of: scored.length,
  }));
};

const recordOf = ({ records }: HeatMeasurements, id: string): HeatRecord => {
  const found = records.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`a case predicts "${id}", which is no record`);
  return found;
};

const isOpen = ({ use }: HeatRecord): boolean => use === 'validation' || use === 'smoke test';

const drawingOf = (
  file: HeatMeasurements,
  { predicts, most_draws: most = Infinity }: HeatCase,
  { draws, seed, isRead }: { readonly draws: number; readonly seed: number; readonly isRead: boolean },
): Drawing => {
  const isStained = predicts.some(({ stained }) => stained === true);
  return {
    count: Math.min(draws, most),
    seed,
    isRead,
    ...(isStained ? { sections: shrinkageOf(file) } : {}),
  };
};

/** Predicts every record that has a case, with what it leaves open drawn from stated ranges, beside what was measured. */
export const validateHeat = (
  document: unknown,
  { draws, seed }: { readonly draws: number; readonly seed: number },
  watch: Watch = {},
): HeatValidation => {
  const isRead = isPublishedFile(document);
  const file = isRead ? measurementsOfPublished(document) : readHeatMeasurements(document);
  const comparisons = file.cases.flatMap((given) => {
    const drawn = runCase(given, drawingOf(file, given, { draws, seed, isRead }), watch);
    return given.predicts.map((predicted, place) =>
      compared(recordOf(file, predicted.record), predicted, { given, drawn, place }),
    );
  });
  const simulated = new Set(comparisons.map(({ id }) => id));
  return {
    comparisons,
    coverage: coverageOf(comparisons),
    notSimulated: file.records.flatMap(({ id, lacks }) => (lacks === undefined ? [] : [{ id, lacks }])),
    sampled: file.records.flatMap(({ id, sampled = [] }) =>
      simulated.has(id) && sampled.length > 0 ? [{ id, ranges: sampled }] : [],
    ),
    withoutCase: file.records.filter((each) => isOpen(each) && !simulated.has(each.id)).map(({ id }) => id),
  };
};
