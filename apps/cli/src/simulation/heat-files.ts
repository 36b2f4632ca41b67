import { csv, heatCourse, heatVtr, injuries, type ArrayHeating, type HeatEnsemble } from '@percuta/engine';
import { heatCourses, heatSection, needleCurrents, standAlone } from '@percuta/figures';
import { toSI } from '@percuta/quantity';

const columnsOf = (heating: ArrayHeating): Record<string, Float64Array> => {
  const over = (of: (needle: ArrayHeating['needles'][number]) => number): Float64Array =>
    Float64Array.from(heating.needles, of);
  const millimetre = toSI(1, 'mm');
  const zones = injuries.flatMap((injury) => [
    [`${injury} width (mm)`, over(({ zones: own }) => (own[injury]?.width ?? 0) / millimetre)] as const,
    [`${injury} from (mm)`, over(({ zones: own }) => (own[injury]?.depth.from ?? NaN) / millimetre)] as const,
    [`${injury} to (mm)`, over(({ zones: own }) => (own[injury]?.depth.to ?? NaN) / millimetre)] as const,
    [
      `${injury} volume (mm3)`,
      over(({ zones: own }) => (own[injury]?.volume ?? 0) / toSI(1, 'mm3')),
    ] as const,
  ]);
  const celsius = toSI(0, '°C');
  return {
    row: over(({ needle }) => needle.row + 1),
    column: over(({ needle }) => needle.column + 1),
    'x (mm)': over(({ needle }) => needle.x / millimetre),
    'y (mm)': over(({ needle }) => needle.y / millimetre),
    'current (A)': over(({ current }) => current),
    'energy (J)': over(({ energy }) => energy),
    'hottest (°C)': over(({ hottest }) => hottest - celsius),
    ...Object.fromEntries(zones),
    'junction (°C)': over(({ junction }) => junction - celsius),
    'border (°C)': over(({ border }) => border - celsius),
  };
};

const table = (columns: Readonly<Record<string, Float64Array>>): string =>
  csv(Object.keys(columns), Object.values(columns));

const wide = 720;

const figure = (id: string) => ({ id, width: wide });

/** Files of one heated zone by name: courses and needles as CSV, fields as VTK, figures as SVG. */
export const heatFiles = (
  prefix: string,
  heating: ArrayHeating,
  device: { readonly name: string; readonly isHypothetical: boolean },
): Record<string, string> => {
  const about = { heating, device: `${device.name}${device.isHypothetical ? ' (hypothetical)' : ''}` };
  return {
    [`${prefix}-course.csv`]: table(Object.fromEntries(heatCourse(heating))),
    [`${prefix}-needles.csv`]: table(columnsOf(heating)),
    [`${prefix}.vtr`]: heatVtr(heating),
    [`${prefix}-section.svg`]: standAlone(heatSection(about, figure('heat-section'))),
    [`${prefix}-course.svg`]: standAlone(heatCourses(about, figure('heat-course'))),
    [`${prefix}-currents.svg`]: standAlone(needleCurrents(about, figure('heat-currents'))),
  };
};

/** Every draw of an ensemble, SI. */
export const heatDrawsCsv = ({ columns }: HeatEnsemble): string => table(Object.fromEntries(columns));
