import type { ArrayHeating, Simulation, ZoneSimulation } from '@percuta/engine';
import {
  cellPopulations,
  depthMaps,
  expectationOverTime,
  feelOverTime,
  heatCourses,
  heatSection,
  matrixCourses,
  needleCurrents,
  minutesToMonths,
  reliefStrip,
  type Figure,
  type FigureOptions,
} from '@percuta/figures';

/** A figure of a simulation, to be drawn at any width. */
export interface NamedFigure {
  readonly name: string;
  readonly draw: (options: FigureOptions) => Figure;
}

/** The figures of a shot: a section through the needles, its course in time, the current of each needle. */
export const heatFigures = (
  heating: ArrayHeating,
  { name, hypothetical }: Simulation['sheet'],
): readonly NamedFigure[] => {
  const about = { heating, device: `${name}${hypothetical === true ? ' (hypothetical)' : ''}` };
  return [
    { name: 'heat-section', draw: (options) => heatSection(about, options) },
    { name: 'heat-course', draw: (options) => heatCourses(about, options) },
    { name: 'heat-currents', draw: (options) => needleCurrents(about, options) },
  ];
};

const healingFigures = ({ healed, appearance }: ZoneSimulation): NamedFigure[] => {
  const { central, ensemble, course } = healed;
  if (central.status !== 'healed' || course === undefined) return [];
  const { healing, summary } = central;
  const summaries = ensemble?.summaries ?? [summary];
  const followed = (healing.times.at(-1) ?? 0) - (healing.sessions.at(-1) ?? 0);
  return [
    { name: 'minutes-to-months', draw: (options) => minutesToMonths({ summaries, followed }, options) },
    { name: 'matrix', draw: (options) => matrixCourses(course.bands, options) },
    { name: 'depth-maps', draw: (options) => depthMaps(healing, options) },
    { name: 'cells', draw: (options) => cellPopulations(course.bands, options) },
    ...(appearance === undefined
      ? []
      : [
          { name: 'feel', draw: (options: FigureOptions) => feelOverTime(appearance.feel, options) },
          ...appearance.reliefs.map((relief) => ({
            name: `relief-${relief.lesion}`,
            draw: (options: FigureOptions) => reliefStrip(relief, options),
          })),
        ]),
  ];
};

/** The figures of one zone, in the order in which they are read. */
export const figuresOfZone = (
  { expectationCourses, sheet }: Simulation,
  simulated: ZoneSimulation,
): readonly NamedFigure[] => [
  ...(simulated.heating.kind === 'heated' ? heatFigures(simulated.heating, sheet) : []),
  ...healingFigures(simulated),
  ...expectationCourses
    .filter(({ zone }) => zone === simulated.zone.name)
    .flatMap(({ routes }) =>
      routes.flatMap((course) =>
        course.status === 'estimated'
          ? [
              {
                name: `expectation-${course.route}`,
                draw: (options: FigureOptions) => expectationOverTime(course, options),
              },
            ]
          : [],
      ),
    ),
];
