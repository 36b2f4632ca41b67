import { BadInput, shown, type MeasurementValue } from '@percuta/engine';
import { parseQuantity } from '@percuta/quantity';
import { table } from '../table.ts';

const mm = (value: number): string => shown(value, 'mm', 3);
const holes = (value: number): string => shown(value, '1/cm2', 3).replace(' 1/cm2', '');

/** The standard error of a reading, m; throws BadInput when it is none. */
export const readError = (text: string): number => {
  const refuse = (problem: string): BadInput =>
    new BadInput([
      { path: '--if-measured', given: text, problem, allowed: '0.001 mm to 20 mm', remedy: 'write "0.1 mm"' },
    ]);
  let error: number;
  try {
    error = parseQuantity(text, 'length');
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : 'is no length');
  }
  if (error < 1e-6 || error > 0.02) throw refuse('is no standard error of a thickness');
  return error;
};

/** What a measured thickness would change, for a screen. */
export const measurementText = (value: MeasurementValue): string =>
  [
    `If the skin were measured first, with a standard error of ${mm(value.error)} (readings equally likely by the atlas)`,
    table(
      ['reading', 'deepest inside', 'courses inside', 'most holes/cm² at target', 'course taken without'],
      [
        ['none', mm(value.without.deepest), String(value.without.inside), holes(value.without.bestDose), ''],
        ...value.readings.map(({ reading, deepest, inside, bestDose, keepsCourse }) => [
          mm(reading),
          mm(deepest),
          String(inside),
          holes(bestDose),
          keepsCourse === undefined ? '' : keepsCourse ? 'stays inside' : 'falls outside',
        ]),
        [
          'mean',
          mm(value.deepest),
          '',
          holes(value.bestDose),
          `lost in ${Math.round(value.courseLost * 100)} %`,
        ],
      ],
    ),
  ].join('\n');

/** The same as it is written to disk. */
export const writeMeasurement = (value: MeasurementValue) => ({
  kind: 'percuta value of measurement',
  version: 1,
  error: shown(value.error, 'mm'),
  without: writeOutcome(value.without),
  readings: value.readings.map((one) => ({
    reading: shown(one.reading, 'mm'),
    ...writeOutcome(one),
    ...(one.keepsCourse === undefined ? {} : { keeps_course: one.keepsCourse }),
  })),
  mean: { deepest: shown(value.deepest, 'mm'), best_dose: shown(value.bestDose, '1/cm2') },
  chance_course_lost: shown(value.courseLost, '%'),
});

const writeOutcome = ({ deepest, inside, bestDose }: MeasurementValue['without']) => ({
  deepest: shown(deepest, 'mm'),
  inside,
  best_dose: shown(bestDose, '1/cm2'),
});
