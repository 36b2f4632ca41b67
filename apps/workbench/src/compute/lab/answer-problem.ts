import {
  csv,
  hashOf,
  readHeatProblem,
  solveHeat,
  writeHeatSolution,
  type Heating,
  type HeatProblem,
} from '@percuta/engine';
import type { Report } from '../report.ts';
import { recordFilms } from './film-recorder.ts';
import type { LabAnswer, LabCourse, LabNeedle, LabQuantity } from './lab-messages.ts';
import { drivenCourses } from './lab-zone.ts';
import { problemBlock } from './problem-block.ts';

const probeUnits = {
  temperature: '°C',
  potential: 'V',
  'field-strength': 'V/m',
  heat: 'W/m3',
  vapour: '%',
  damage: '1',
} as const;

const probeCourses = ({ outputs }: HeatProblem, { probes }: Heating): LabCourse[] =>
  probes.map(({ name, times, values }, n): LabCourse => {
    const kind = outputs.probes[n]?.quantity.kind ?? 'temperature';
    const one = { name, times: Float64Array.from(times), values: Float64Array.from(values) };
    return { id: 'probe', unit: probeUnits[kind], lines: [one] };
  });

const terminalCourses = ({ middles, terminals }: Heating): LabCourse[] =>
  terminals.length === 0
    ? []
    : [
        {
          id: 'needle current',
          unit: 'mA',
          lines: terminals.map(({ name, current }) => ({
            name,
            times: Float64Array.from(middles),
            values: Float64Array.from(current),
          })),
        },
      ];

const needlesOf = ({ electrodes }: HeatProblem, { terminals }: Heating): LabNeedle[] =>
  terminals
    .filter(({ name }) => electrodes.some((electrode) => electrode.name === name))
    .map(({ name, current }) => ({
      name,
      current: Math.abs(current.find((value) => value !== 0) ?? 0),
      energy: undefined,
      hottest: undefined,
    }));

const highest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);

const one = (name: string, label: string, unit: string, value: number): LabQuantity => ({
  name,
  label,
  unit,
  value,
  draws: undefined,
});

const quantitiesOf = (heating: Heating): LabQuantity[] => {
  return [
    ...(heating.peaks.length === 0 ? [] : [one('peak', 'highest temperature', '°C', highest(heating.peaks))]),
    ...heating.resistances.map(({ name, real }) =>
      one(`resistance ${name}`, `resistance, ${name}`, 'ohm', real),
    ),
    ...heating.channels.map(({ name, energy }) =>
      one(`energy ${name}`, `energy of ${name}`, 'mJ', energy.at(-1) ?? 0),
    ),
    ...heating.contours.map(({ name, time, volume }) =>
      one(`contour ${name} ${time}`, `volume of ${name}`, 'mm3', volume),
    ),
    ...heating.histories.map(({ name, kinetics, damage }) =>
      one(`history ${name} ${kinetics}`, `damage of ${kinetics}, ${name}`, '1', damage),
    ),
  ];
};

const tablesOf = (courses: readonly LabCourse[]): Record<string, string> =>
  Object.fromEntries(
    courses.map(({ id, unit, lines }, n) => [
      `course-${n + 1}-${id.replaceAll(' ', '-')}.csv`,
      csv(
        ['time (s)', ...lines.map(({ name }) => `${name || id} (SI; shown in ${unit})`)],
        [lines[0]?.times ?? new Float64Array(), ...lines.map(({ values }) => values)],
      ),
    ]),
  );

/** Solves a heat problem. Throws what the engine throws. */
export const answerProblem = (document: unknown, report: Report): LabAnswer => {
  const problem = readHeatProblem(document);
  const recorder = recordFilms();
  const heating = solveHeat(problem, {
    seen: recorder.seen,
    progress: (done, total, what) => report({ done, total, what }),
  });
  const written = writeHeatSolution(problem, heating);
  const courses = [
    ...drivenCourses(heating, heating.channels),
    ...probeCourses(problem, heating),
    ...terminalCourses(heating),
  ].filter(({ lines }) => lines.some(({ times }) => times.length > 1));
  return {
    title: problem.title,
    device: undefined,
    zones: [
      {
        name: problem.title,
        block: problemBlock(problem, heating, recorder.films()[0]),
        courses,
        quantities: quantitiesOf(heating),
        needles: needlesOf(problem, heating),
        heating: undefined,
        bands: undefined,
        unhealed: undefined,
      },
    ],
    hash: hashOf(written),
    manifest: undefined,
    written,
    tables: tablesOf(courses),
  };
};
