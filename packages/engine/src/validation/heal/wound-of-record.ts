import { toSI } from '@percuta/quantity';
import type { Experiment } from '../../heal/calibration/experiment.ts';
import { experiments } from '../../heal/calibration/targets.ts';
import type { HealPoint, HealRecord } from './record-file.ts';

/** The wound of a record and what had to be assumed for it. */
export interface RecordWound {
  readonly name: 'needling' | 'column' | 'excision';
  readonly experiment: Experiment;
  readonly assumed: readonly string[];
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

/** Units as records abbreviate them. */
const spelt: Readonly<Record<string, string>> = { wk: 'weeks', mo: 'months', y: 'years' };

const inSI = (value: number, unit = 'd'): number => toSI(value, spelt[unit] ?? unit);

/** Time of a point, s; undefined where none is printed. */
export const timeOf = ({ t, t_max, t_values, t_unit }: HealPoint): number | undefined => {
  const time = t ?? t_max ?? t_values?.at(-1);
  return time === undefined ? undefined : inSI(time, t_unit);
};

const sessionsOf = ({ protocol }: HealRecord): { readonly times: number[]; readonly assumed: string[] } => {
  const { sessions, interval } = protocol;
  const count = sessions?.value ?? sessions?.max ?? sessions?.values?.at(-1) ?? 1;
  const apart = interval?.value === undefined ? monthly : inSI(interval.value, interval.unit);
  return {
    times: Array.from({ length: count }, (_, i) => i * apart),
    assumed: [
      ...(sessions === undefined ? ['one session'] : []),
      ...(count > 1 && interval === undefined ? ['sessions 30 days apart'] : []),
    ],
  };
};

const lengthOf = ({ protocol }: HealRecord): number | undefined => {
  const { needle_length: length } = protocol;
  const value = length?.value ?? length?.values?.at(-1) ?? length?.max;
  return length === undefined || value === undefined ? undefined : toSI(value, length.unit);
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
  const { times, assumed } = sessionsOf(record);
  const length = lengthOf(record);
  const asked = record.points.map((point) => timeOf(point) ?? usual);
  return {
    name,
    experiment: {
      ...base,
      sessions: times,
      end: Math.max(...asked, (times.at(-1) ?? 0) + toSI(8, 'd')),
      gapRadius: name === 'needling' ? Math.min(widestGap, (length ?? Infinity) / 10) : base.gapRadius,
    },
    assumed: [
      ...shape.assumed,
      ...assumed,
      ...(species.startsWith('human') ? [] : [`${species} heals as people do`]),
      ...(/laser/i.test(words) ? ['a laser wounds like a heated needle'] : []),
      ...('co_treatment' in protocol ? ['without the treatment given beside'] : []),
    ],
  };
};
