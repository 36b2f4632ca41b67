import {
  csv,
  heatCourse,
  heatVtr,
  injuries,
  resistanceSpan,
  zoneMargins,
  type ArrayHeating,
  type HeatEnsemble,
  type Injury,
  type NeedleHeating,
} from '@percuta/engine';
import { heatFigures } from '@percuta/document';
import type { DeviceSheet } from '@percuta/evidence';
import { standAlone } from '@percuta/figures';
import { toSI } from '@percuta/quantity';

const millimetre = toSI(1, 'mm');
const celsius = toSI(0, '°C');

type Of = (needle: NeedleHeating) => number;

const length =
  (of: (needle: NeedleHeating) => number | undefined): Of =>
  (needle) =>
    (of(needle) ?? Number.NaN) / millimetre;

const zoneColumns = (injury: Injury, { skin }: ArrayHeating['input']): [string, Of][] => {
  const margin = (border: 'epidermis' | 'fat'): Of =>
    length(({ zones }) => zones[injury] && zoneMargins(zones[injury].depth, skin)[border]);
  return [
    [`${injury} width (mm)`, length(({ zones }) => zones[injury]?.width ?? 0)],
    [`${injury} from (mm)`, length(({ zones }) => zones[injury]?.depth.from)],
    [`${injury} to (mm)`, length(({ zones }) => zones[injury]?.depth.to)],
    [`${injury} volume (mm3)`, ({ zones }) => (zones[injury]?.volume ?? 0) / toSI(1, 'mm3')],
    [`${injury} to epidermis (mm)`, margin('epidermis')],
    [`${injury} to fat (mm)`, margin('fat')],
    [`${injury} merging neighbours`, ({ merges }) => merges[injury]],
  ];
};

const columnsOf = ({ needles, input }: ArrayHeating): Record<string, Float64Array> => {
  const columns: [string, Of][] = [
    ['row', ({ needle }) => needle.row + 1],
    ['column', ({ needle }) => needle.column + 1],
    ['x (mm)', ({ needle }) => needle.x / millimetre],
    ['y (mm)', ({ needle }) => needle.y / millimetre],
    ['current (A)', ({ current }) => current],
    ...(['start', 'least', 'end'] as const).map((when): [string, Of] => [
      `resistance ${when} (ohm)`,
      ({ resistance }) => resistanceSpan(resistance)[when],
    ]),
    ['energy (J)', ({ energy }) => energy],
    ['hottest (°C)', ({ hottest }) => hottest - celsius],
    ['water boiled (%)', ({ vapour }) => vapour / toSI(1, '%')],
    ...injuries.flatMap((injury) => zoneColumns(injury, input)),
    ['junction (°C)', ({ junction }) => junction - celsius],
    ['border (°C)', ({ border }) => border - celsius],
  ];
  return Object.fromEntries(columns.map(([name, of]) => [name, new Float64Array(needles.map(of))]));
};

const table = (columns: Readonly<Record<string, Float64Array>>): string =>
  csv(Object.keys(columns), Object.values(columns));

const width = 720;

/** Tables and fields of one heated zone by name, which begin with that of the zone: CSV and VTK. */
export const heatTables = (zone: string, heating: ArrayHeating): Record<string, string> => ({
  [`${zone}-heat-course.csv`]: table(Object.fromEntries(heatCourse(heating))),
  [`${zone}-heat-needles.csv`]: table(columnsOf(heating)),
  [`${zone}-heat.vtr`]: heatVtr(heating),
});

/** Files of one heated zone by name, which begin with that of the zone: tables, fields, and figures as SVG. */
export const heatFiles = (
  zone: string,
  heating: ArrayHeating,
  sheet: DeviceSheet,
): Record<string, string> => ({
  ...heatTables(zone, heating),
  ...Object.fromEntries(
    heatFigures(heating, sheet).map(({ name, draw }) => [
      `${zone}-${name}.svg`,
      standAlone(draw({ id: name, width })),
    ]),
  ),
});

/** Every draw of an ensemble, SI, by the name of its file. */
export const heatDrawsFile = (zone: string, ensemble: HeatEnsemble | undefined): Record<string, string> =>
  ensemble === undefined ? {} : { [`${zone}-heat-draws.csv`]: table(Object.fromEntries(ensemble.columns)) };
