import {
  bandedShareText,
  contextOfUse,
  shown,
  type Simulation,
  type ZoneSimulation,
  chanceText,
  uncertainText,
} from '@percuta/engine';
import { formatInterval } from '@percuta/quantity';
import { expectationText } from '../evidence/expectation-text.ts';
import { appearanceText } from './appearance-text.ts';
import { expectationCourseText } from './expectation-course-text.ts';
import { ensembleText, healingText } from './healing-text.ts';
import { heatBandsText, heatText } from './heat-text.ts';
import { table } from '../table.ts';

type Band = ZoneSimulation['stroke']['depth'];

const interval = (band: Band, unit: string, digits: number): string =>
  formatInterval(band.median, band.low, band.high, unit, digits);

const rounded = (value: number, unit: string): string => shown(value, unit, 3);

const outcomeRows = ({ stroke, session }: ZoneSimulation): string[][] => [
  ['insertion depth', interval(stroke.depth, 'mm', 2)],
  ['needles that puncture', interval(stroke.fractionPuncturing, '%', 0)],
  [
    'tips by place (mean)',
    (['outside', 'epidermis', 'dermis', 'fat'] as const)
      .map((place) => `${place} ${bandedShareText(stroke.occupancy[place])}`)
      .join(', '),
  ],
  ['force per needle', interval(stroke.force, 'mN', 0)],
  ...(stroke.strokeRate === undefined ? [] : [['puncture rate', interval(stroke.strokeRate, '1/s', 0)]]),
  ['holes in a session', interval(session.holes, '1/cm2', 0)],
  ['surface covered', interval(session.coveredShare, '%', 1)],
  ['nearest neighbour', interval(session.nearestNeighbour, 'mm', 2)],
  ['bleeding points in a session', interval(session.bleeding, '1/cm2', 0)],
  [
    'drag of a needle',
    `${interval(stroke.drag, 'mm', 2)}; chance to tear ${rounded(stroke.tearChance, '%')}`,
  ],
];

const latticeText = ({ lattice }: ZoneSimulation): string =>
  lattice === undefined
    ? ''
    : `Laid needle by needle: next hole ${rounded(lattice.nearestNeighbour, 'mm')} away (at random ${rounded(lattice.poisson.nearestNeighbour, 'mm')}), ` +
      `${rounded(lattice.coveredShare, '%')} covered (at random ${rounded(lattice.poisson.coveredShare, '%')}), ` +
      `unevenness ${lattice.dispersionIndex.toPrecision(2)} times that of chance`;

const marginText = ({ margins }: ZoneSimulation): string =>
  table(
    ['limit', 'value', 'bound', ''],
    margins.map(({ limit, bound, direction, unit, isBroken, isOverridden, ...margin }) => [
      limit,
      chanceText(uncertainText(margin, unit), margin.upper),
      `${direction} ${shown(bound, unit)}`,
      [isBroken ? 'BROKEN' : '', isOverridden ? 'OVERRIDDEN' : ''].filter((word) => word !== '').join(' '),
    ]),
  );

const verdictOf = ({ isInside }: ZoneSimulation): string => {
  if (isInside === undefined) return 'not judged against the envelope, since no draws of heat were made';
  return isInside ? 'inside the envelope' : 'OUTSIDE the envelope';
};

const zoneText = (zone: ZoneSimulation): string =>
  [
    `${zone.zone.name}: ${shown(zone.settings.depth, 'mm')}, ${zone.settings.passes} passes, ${verdictOf(zone)}`,
    table(['quantity', 'median (5 to 95 %)'], outcomeRows(zone)),
    latticeText(zone),
    heatText(zone.heating),
    zone.heatEnsemble === undefined ? '' : heatBandsText(zone.heatEnsemble),
    healingText(zone.healed.central),
    zone.healed.ensemble === undefined ? '' : ensembleText(zone.healed.ensemble),
    zone.appearance === undefined ? '' : appearanceText(zone.appearance),
    marginText(zone),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** The files that are read first by name; figures, tables and fields by number. */
const writtenText = (files: readonly string[]): string => {
  const count = (ending: string): number => files.filter((file) => file.endsWith(ending)).length;
  const first = files.filter((file) => file.endsWith('.html') || file.endsWith('.json'));
  return `Written: ${first.join(', ')}; beside them ${count('.svg')} figures (SVG), ${count('.csv')} tables (CSV), ${count('.vtr')} fields (VTK)`;
};

/** A simulation on a terminal. */
export const simulationText = (
  { protocol, sheet, screening, zones, expectations, expectationCourses }: Simulation,
  files: readonly string[],
): string =>
  [
    `${protocol.title}: ${sheet.name}${sheet.hypothetical === true ? ' (hypothetical)' : ''}; screening: ${screening.verdict}`,
    ...(protocol.case.overrides ?? []).map(
      ({ limit, value, reason, name }) =>
        `OVERRIDDEN: ${limit} set to ${value} by ${name}, because ${reason}`,
    ),
    ...zones.map(zoneText),
    ...expectations.map(expectationText),
    ...expectationCourses.map(expectationCourseText),
    ...(files.length === 0 ? [] : [writtenText(files)]),
    contextOfUse,
  ].join('\n\n');
