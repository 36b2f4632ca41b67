import { dimensionOf, QuantityError, toSI, type Dimension } from '@percuta/quantity';
import type { Experiment } from '../../heal/calibration/experiment.ts';
import { experiments } from '../../heal/calibration/targets.ts';
import { cellRadius } from '../../heal/geometry/radial-cells.ts';
import { hostOfRecord, type RecordHost } from './host-of-record.ts';
import type { HealPoint, HealRecord } from './record-file.ts';

/** The wound of a record and what had to be assumed for it. */
export interface RecordWound {
  readonly name: 'needling' | 'column' | 'excision';
  readonly experiment: Experiment;
  readonly assumed: readonly string[];
  /** Who is wounded. */
  readonly placeIn: RecordHost['placeIn'];
}

/** A name in words by the first pattern that fits; undefined where none does. */
const kinds: readonly (readonly [RegExp, RecordWound['name'] | undefined])[] = [
  [/blister/i, undefined],
  [/temperature-controlled rf/i, undefined],
  [/excision|surgical wound|punch|biops/i, 'excision'],
  [/laser|fraxel|\brf\b|radiofrequency|mfrs|fmrf/i, 'column'],
  [/needl|roller|\broll|\bpen\b|patch|percutaneous|amts|exceed/i, 'needling'],
];

/** Day to which a record without times is followed. */
const usual = toSI(180, 'd');
const monthly = toSI(30, 'd');
/** Gaps of the calibration; a shorter needle leaves a tenth of its length. */
const widestGap = toSI(0.05, 'mm');
/** Farthest that a cell reaches for which its rings still resolve a channel. */
const widestCell = toSI(2, 'mm');

/** Units as records abbreviate them. */
const spelt: Readonly<Record<string, string>> = { wk: 'weeks', mo: 'months', y: 'years' };

/** In SI; undefined in a unit that is unknown or of something else. */
const inSI = (value: number, unit: string, dimension: Dimension): number | undefined => {
  const known = spelt[unit] ?? unit;
  try {
    return dimensionOf(known) === dimension ? toSI(value, known) : undefined;
  } catch (error) {
    if (error instanceof QuantityError) return undefined;
    throw error;
  }
};

type Amount = NonNullable<HealRecord['protocol']['interval']>;

/** The number that stands for an amount: as printed, the middle of its ends, or the last of several. */
const numberOf = ({ value, values, min, max }: Amount): number | undefined =>
  value ?? values?.at(-1) ?? (min !== undefined && max !== undefined ? (min + max) / 2 : (max ?? min));

/** How far a protocol may go before it is no treatment. */
const longest = toSI(20, 'years');
const longestNeedle = toSI(10, 'mm');
const mostSessions = 50;
const leastInterval = toSI(1, 'h');

/** Time of a point, s; undefined where none is printed. */
export const timeOf = ({ t, t_max, t_values, t_unit = 'd' }: HealPoint): number | undefined => {
  const time = t ?? t_max ?? t_values?.at(-1);
  return time === undefined ? undefined : inSI(time, t_unit, 'time');
};

/** Why a point cannot be at its time; undefined where it can. */
export const timeFault = (point: HealPoint): string | undefined => {
  const { t, t_max, t_values, t_unit = 'd' } = point;
  if (t === undefined && t_max === undefined && t_values === undefined) return undefined;
  const time = timeOf(point);
  if (time === undefined) return `is at a time in "${t_unit}", no known unit`;
  return time >= 0 && time <= longest ? undefined : 'is at a time outside 0 to 20 years';
};

const sessionsOf = ({
  protocol,
}: HealRecord): { readonly times: number[]; readonly assumed: string[] } | string => {
  const { sessions, interval } = protocol;
  const count = sessions?.value ?? sessions?.max ?? sessions?.values?.at(-1) ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > mostSessions) {
    return `has ${count} sessions, not 1 to ${mostSessions}`;
  }
  const given = interval === undefined ? undefined : numberOf(interval);
  const apart = interval === undefined || given === undefined ? monthly : inSI(given, interval.unit, 'time');
  if (apart === undefined || apart < leastInterval || count * apart > longest) {
    return `has sessions ${given} ${interval?.unit} apart, not 1 h or more`;
  }
  return {
    times: Array.from({ length: count }, (_, i) => i * apart),
    assumed: [
      ...(sessions === undefined ? ['one session'] : []),
      ...(count > 1 && interval === undefined ? ['sessions 30 days apart'] : []),
    ],
  };
};

/** Length of the needles, m, endless where none is told; a text where it is none. */
const lengthOf = ({ protocol }: HealRecord): number | string => {
  const { needle_length: length } = protocol;
  const value = length?.value ?? length?.values?.at(-1) ?? length?.max;
  if (length === undefined || value === undefined) return Infinity;
  const metres = inSI(value, length.unit, 'length');
  return metres !== undefined && metres > 0 && metres <= longestNeedle
    ? metres
    : `has needles of ${value} ${length.unit}, not up to 10 mm`;
};

/** Radius of the cell around a channel at the density of a record, m; that of the calibration where none is told. */
const cellOf = (
  { protocol: { density } }: HealRecord,
  {
    name,
    base,
    gap,
  }: { readonly name: RecordWound['name']; readonly base: Experiment; readonly gap: number },
): number | string => {
  const value = density === undefined ? undefined : numberOf(density);
  if (density === undefined || value === undefined || name !== 'needling') return base.cellRadius;
  const perArea = inSI(value, density.unit, 'areal-density');
  const radius = perArea === undefined ? Number.NaN : cellRadius(perArea);
  return radius > gap && radius <= widestCell
    ? radius
    : `has ${value} ${density.unit}, not 8 1/cm2 to overlap`;
};

const shapes = {
  needling: { experiment: 'four needlings', assumed: ['200 channels/cm2 with gaps up to 0.05 mm'] },
  column: { experiment: 'column', assumed: ['coagulated columns of 0.15 mm radius, 1.33 mm apart'] },
  excision: { experiment: 'excision', assumed: ['2 mm wide, read at the centre'] },
} as const;

/** The experiment that stands for a record; a text says what a record lacks. */
export const woundOfRecord = (record: HealRecord): RecordWound | string => {
  const { species, protocol, quantity } = record;
  if (/vitro|fibroblasts|blood/i.test(species)) return 'is not skin on a body';
  const words = `${protocol.device ?? ''} ${protocol.wound ?? ''} ${quantity}`;
  const kind = kinds.find(([pattern]) => pattern.test(words));
  const [, name] = kind ?? [];
  if (name === undefined) return 'gives no needling, column or excision that could be healed';
  const shape = shapes[name];
  const base = experiments.get(shape.experiment);
  if (base === undefined) throw new RangeError(`no experiment is called ${shape.experiment}`);
  const [sessions, length] = [sessionsOf(record), lengthOf(record)];
  if (typeof sessions === 'string') return sessions;
  if (typeof length === 'string') return length;
  const { times, assumed } = sessions;
  const gap = name === 'needling' ? Math.min(widestGap, length / 10) : base.gapRadius;
  const cell = cellOf(record, { name, base, gap });
  if (typeof cell === 'string') return cell;
  const host = hostOfRecord(record);
  const asked = record.points.map((point) =>
    timeFault(point) === undefined ? (timeOf(point) ?? usual) : usual,
  );
  return {
    name,
    placeIn: host.placeIn,
    experiment: {
      ...base,
      sessions: times,
      end: Math.max(...asked, (times.at(-1) ?? 0) + toSI(8, 'd')),
      cellRadius: cell,
      gapRadius: gap,
    },
    assumed: [
      ...(cell === base.cellRadius ? shape.assumed : ['gaps up to 0.05 mm']),
      ...assumed,
      ...host.assumed,
      ...(species.startsWith('human') ? [] : [`${species} heals as people do`]),
      ...(name === 'column' && record.host !== undefined ? ['heat heals as in a healthy adult'] : []),
      ...(/laser/i.test(words) ? ['a laser wounds like a heated needle'] : []),
      ...('co_treatment' in protocol ? ['without the treatment given beside'] : []),
    ],
  };
};
