import { toSI } from '@percuta/quantity';
import { readDocument } from '../../case/document.ts';
import { isPercutaError } from '../../error.ts';
import { calibratedRows } from '../../heal/calibration/accepted-draws.ts';
import { relativeTolerance } from '../../heal/calibration/targets.ts';
import { calibratedValues } from '../../heal/ensemble/draw.ts';
import type { Run } from '../../run.ts';
import { healRecord, valuesOfWound } from './heal-record.ts';
import { healedOf, type Healed, type Observable } from './observable.ts';
import { operatorOf, unread } from './operators.ts';
import { measuredOf, scoreOf, tellsTime, type Measured, type Scored } from './outcome.ts';
import { healRecordFileSchema, withoutNulls, type HealPoint, type HealRecord } from './record-file.ts';
import { timeFault, timeOf, woundOfRecord, type RecordWound } from './wound-of-record.ts';

/** A measured point with the band of the calibrated draws. Durations in s, changes as shares of rest. */
export interface HealCheck extends Scored {
  readonly id: string;
  readonly group: string;
  readonly observable: string;
  readonly kind: Observable['kind'];
  readonly measured: Measured;
  /** Whether some reading of the record was a condition on the draws. */
  readonly split: 'calibration' | 'validation';
  readonly draws: number;
  readonly assumed: readonly string[];
}

export interface HealNotScored {
  readonly id: string;
  readonly group: string;
  readonly lacks: string;
}

/** Published measurements of healing against the calibrated draws: with a verdict, or why there is none. */
export interface HealValidation {
  /** Ids of the records of the file. */
  readonly records: readonly string[];
  readonly checks: readonly HealCheck[];
  readonly notScored: readonly HealNotScored[];
}

interface Planned {
  readonly record: HealRecord;
  readonly wound: RecordWound;
  readonly point: HealPoint;
  readonly observable: Observable;
  readonly measured: Measured;
  readonly time: number;
}

const month = toSI(30, 'd');

const planOf = (record: HealRecord, wound: RecordWound, point: HealPoint): Planned | string => {
  const named = (words: string): Observable | undefined => operatorOf(words, tellsTime(point));
  if (unread.test(`${point.group} ${named(point.group) === undefined ? record.quantity : ''}`)) {
    return 'is read by no observation operator';
  }
  const observable = named(point.group) ?? named(record.quantity);
  if (observable === undefined) return 'is read by no observation operator';
  const late = timeFault(point);
  if (late !== undefined) return late;
  const measured = measuredOf(point, record, observable);
  if (typeof measured === 'string') return measured;
  const time = timeOf(point) ?? Math.min(wound.experiment.end, month);
  return { record, wound, point, observable, measured, time };
};

/** Wounds that differ in how long they are followed alone are healed once. */
const sameWound = ({ record: { host }, wound: { name, experiment } }: Planned): string =>
  JSON.stringify([name, host, { ...experiment, end: 0 }]);

/** The second is for courses that the first does not bring to an end. */
const tolerances = [relativeTolerance, relativeTolerance / 10] as const;

/** Heals a wound at draw `k`; undefined where the solver finds no answer. */
const healOnce = (
  wound: RecordWound,
  k: number,
  [relative, ...tighter]: readonly number[] = tolerances,
): Healed | undefined => {
  if (relative === undefined) return undefined;
  const { experiment, name } = wound;
  const drawn = calibratedValues(k, {});
  try {
    const healing = healRecord(wound, drawn, relative);
    const opening = {
      gap: experiment.gapRadius,
      density: 1 / (Math.PI * experiment.cellRadius * experiment.cellRadius),
      within: toSI(2, 'g/m2/h'),
    };
    const core = name === 'needling' ? undefined : experiment.coreRadius;
    return healedOf(healing, valuesOfWound(wound, drawn), opening, core);
  } catch (error) {
    if (!isPercutaError(error, 'NotConverged')) throw error;
    return healOnce(wound, k, tighter);
  }
};

/** Radius of a fractional laser lesion by pulse energy: 0.05 mm at 10 mJ, 0.145 mm at 70 mJ, straight between; recalled. */
const lesionOf = (energy: number): number => toSI(0.05 + ((energy - 10) * (0.145 - 0.05)) / (70 - 10), 'mm');

/** The opening of a point that names a pulse energy. */
const withLesion = (healed: Healed, { group }: HealPoint): Healed => {
  const energy = /(\d+) mJ/.exec(group)?.[1];
  return energy === undefined
    ? healed
    : { ...healed, opening: { ...healed.opening, gap: lesionOf(Number(energy)) } };
};

const groupOf = ({ group }: HealPoint, { quantity }: HealRecord): string => group || quantity;

const checkOf = (
  { record, wound, point, observable, measured }: Planned,
  readings: readonly number[],
): HealCheck => ({
  id: record.id,
  group: groupOf(point, record),
  observable: observable.id,
  kind: observable.kind,
  measured,
  split: calibratedRows.includes(record.id) ? 'calibration' : 'validation',
  draws: readings.length,
  assumed: wound.assumed,
  ...scoreOf(readings, measured),
});

/** Readings of points of the same wound, draw by draw. */
const readAll = (points: readonly Planned[], count: number, signal?: AbortSignal): Map<Planned, number[]> => {
  const [{ wound }] = points;
  const end = Math.max(...points.map((one) => one.wound.experiment.end));
  const readings = new Map<Planned, number[]>(points.map((point) => [point, []]));
  for (let k = 0; k < count; k += 1) {
    signal?.throwIfAborted();
    const healed = healOnce({ ...wound, experiment: { ...wound.experiment, end } }, k);
    if (healed === undefined) continue;
    for (const planned of points) {
      const { observable, point, time } = planned;
      readings.get(planned)?.push(observable.read(withLesion(healed, point), time));
    }
  }
  return readings;
};

const planRecord = (record: HealRecord): (Planned | HealNotScored)[] => {
  const wound =
    record.use === 'do-not-fit' ? 'is kept so that nobody takes it for evidence' : woundOfRecord(record);
  return record.points.map((point) => {
    const planned = typeof wound === 'string' ? wound : planOf(record, wound, point);
    return typeof planned === 'string'
      ? { id: record.id, group: groupOf(point, record), lacks: planned }
      : planned;
  });
};

/**
 * Holds the first `count` calibrated draws against records of healing skin, through the observation operators. Points
 * that cannot be predicted are listed with what they lack. Throws BadInput for a file that is none.
 */
export const validateHealing = (
  document: unknown,
  { signal, progress }: Pick<Run, 'signal' | 'progress'>,
  count: number,
): HealValidation => {
  const { records } = readDocument(healRecordFileSchema, withoutNulls(document));
  const rows = records.flatMap(planRecord);
  const planned = rows.filter((row) => 'observable' in row);
  const wounds = [...Map.groupBy(planned, sameWound).values()];
  const readings = new Map<Planned, number[]>();
  wounds.forEach((points, i) => {
    progress?.(i, wounds.length, 'wounds of the records');
    for (const [point, values] of readAll(points, count, signal)) readings.set(point, values);
  });
  return {
    records: records.map(({ id }) => id),
    checks: planned.map((point) => checkOf(point, readings.get(point) ?? [])),
    notScored: rows.filter((row) => 'lacks' in row),
  };
};

/** How many of the measured numbers the bands hold. */
export const coverageOf = (checks: readonly HealCheck[], share: 50 | 80 | 95) => {
  const numbers = checks.flatMap(({ inside }) => (inside === undefined ? [] : [inside]));
  return { inside: numbers.filter((one) => one[share]).length, of: numbers.length };
};
