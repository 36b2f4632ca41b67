import { deviceSheets, fieldsOf, isUnverified, type DeviceSheet, type SheetEntry } from '@percuta/evidence';
import { page, readText, sourcesText, table } from './markdown.ts';

/** The fields of the overview, by their path in a sheet. */
const keyFields = [
  'needle_count',
  'needle_diameter',
  'depth',
  'depth_evaluated_max',
  'dial_tolerance',
  'frequency',
  'label.min_age',
];

const short = (entry: SheetEntry | undefined): string =>
  entry === undefined ? '–' : isUnverified(entry.read) ? `${entry.printed} **(unverified)**` : entry.printed;

const overviewRow = (sheet: DeviceSheet): string[] => {
  const entries = fieldsOf(sheet);
  return [
    `[${sheet.id}](#${sheet.id})`,
    sheet.name,
    sheet.class,
    ...keyFields.map((path) => short(entries.find((entry) => entry.path === path))),
  ];
};

const section = (sheet: DeviceSheet): string[] => [
  `## ${sheet.id}`,
  `${sheet.name}, ${sheet.class}${sheet.hypothetical === true ? ', **hypothetical**' : ''}.`,
  table(
    ['field', 'value', 'read', 'sources', 'note'],
    fieldsOf(sheet).map((entry) => [
      `\`${entry.path}\``,
      entry.printed,
      readText(entry.read),
      sourcesText(entry.sources),
      entry.note ?? '',
    ]),
  ),
  ...(sheet.notes ?? []),
];

export const devicesPage = (): string =>
  page(
    'Devices',
    'What the catalogue knows of each device, and how it was read. A dash means that nothing is documented: unknown is never ' +
      'taken for zero. Values in bold brackets are unverified; none of them can be a depth limit.',
    table(
      ['id', 'name', 'class', ...keyFields.map((path) => `\`${path}\``)],
      deviceSheets().map(overviewRow),
    ),
    ...deviceSheets().flatMap(section),
  );
