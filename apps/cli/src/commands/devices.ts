import {
  deviceDocument,
  deviceIds,
  deviceSheets,
  fieldsOf,
  isDeviceId,
  isUnverified,
  type DeviceSheet,
} from '@percuta/evidence';
import { exitCode } from '../exit-code.ts';
import { catalogueSheet } from '@percuta/engine';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';

const cell = (
  field: { readonly printed: string; readonly read: Parameters<typeof isUnverified>[0] } | undefined,
): string => (field === undefined ? 'unknown' : `${field.printed}${isUnverified(field.read) ? ' ?' : ''}`);

const listText = (): string =>
  `${table(
    ['device', 'class', 'needles', 'depth', 'label depth', 'name'],
    deviceSheets().map((sheet) => [
      sheet.id,
      sheet.class,
      cell(sheet.needle_count ?? sheet.needle_count_options ?? sheet.needle_count_range),
      cell(sheet.depth ?? sheet.needle_length ?? sheet.needle_length_options),
      cell(sheet.depth_evaluated_max),
      sheet.name,
    ]),
  )}\n\n? = recalled or estimated, not verified. Depths are limits of the machine, not safe depths.`;

const sheetText = (sheet: DeviceSheet): string =>
  [
    `${sheet.name} (${sheet.id}), ${sheet.class}${sheet.hypothetical === true ? ', hypothetical' : ''}`,
    '',
    table(
      ['field', 'value', 'read', 'source'],
      fieldsOf(sheet).map(({ path, printed, read, sources }) => [
        path,
        printed,
        isUnverified(read) ? `${read} ?` : read,
        sources.map(({ key }) => key).join(', '),
      ]),
    ),
    ...(sheet.notes ?? []).map((note) => `\n${note}`),
  ].join('\n');

/** Lists the catalogue, or every field of one sheet with its provenance. */
export const listDevices = (id: string | undefined, { json }: { readonly json?: boolean }): number => {
  if (id === undefined) {
    print(json === true ? jsonText(deviceIds.map(deviceDocument)) : listText());
  } else {
    const sheet = catalogueSheet(id, 'device');
    print(json === true && isDeviceId(id) ? jsonText(deviceDocument(id)) : sheetText(sheet));
  }
  return exitCode.planned;
};
