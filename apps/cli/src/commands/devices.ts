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
import {
  BadInput,
  catalogueSheet,
  defaultRun,
  doseMapOf,
  energyScaleGaps,
  energyScaleHint,
} from '@percuta/engine';
import { doseFigure } from '@percuta/figures';
import { doseText } from '../heat/dose-text.ts';
import { emulatorsBeside } from '../heat/emulator-files.ts';
import { readSheet } from '../input.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { progressLine } from '../progress.ts';
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

/** What stands between an RF sheet and a plan. */
const heatText = (sheet: DeviceSheet, file: string | undefined): string[] => {
  if (sheet.class !== 'rf') return [];
  const gaps = energyScaleGaps(sheet);
  if (gaps.length > 0)
    return [
      `\nEnergy scale not loaded: the sheet gives no ${gaps.join(', ')}. No energy of it is planned or simulated.${energyScaleHint(sheet)}`,
    ];
  if (file === undefined) return ['\nEnergy scale loaded.'];
  try {
    return [
      emulatorsBeside([file]).length > 0
        ? `\nEnergy scale loaded, and its emulator lies beside it: \`percuta plan CASE --device ${file}\`.`
        : `\nEnergy scale loaded. Plans need an emulator of its heat: \`percuta train ${file}\`; \`percuta simulate\` does without.`,
    ];
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return [`\nEnergy scale loaded, but its emulator is of no use: ${error.message}`];
  }
};

const sheetText = (sheet: DeviceSheet, file: string | undefined): string =>
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
    ...heatText(sheet, file),
  ].join('\n');

/** A path stands for a sheet of one's own. */
const isFile = (id: string): boolean => id.endsWith('.json');

const sheetOf = (id: string): DeviceSheet =>
  isFile(id) ? readSheet(readJson(id)) : catalogueSheet(id, 'device');

const noDevice = {
  path: 'device',
  given: '--dose',
  problem: 'needs a device',
  remedy: 'name one that `percuta devices` lists, or the path of a sheet',
};

export interface DevicesFlags {
  readonly json?: boolean;
  readonly dose?: boolean;
  readonly out?: string;
}

/** What any given energy would do at a needle of a device; a path stands for a sheet of one's own. */
const doseOf = (id: string, { json, out }: DevicesFlags): void => {
  const sheet = sheetOf(id);
  const progress = progressLine();
  const map = doseMapOf(sheet, { ...defaultRun, progress: progress.step });
  progress.end();
  const figure = doseFigure(map, { id: 'dose', width: 720 });
  const files =
    out === undefined ? [] : writeFiles(out, { 'dose.svg': figure.svg, 'dose.json': jsonText(map) });
  print(json === true ? jsonText(map) : doseText(map, files, energyScaleGaps(sheet).length === 0));
};

/** Lists the catalogue, or every field of one sheet with its provenance; a path stands for a sheet of one's own. */
export const listDevices = (id: string | undefined, flags: DevicesFlags): number => {
  const { json } = flags;
  if (flags.dose === true) {
    if (id === undefined) throw new BadInput([noDevice]);
    doseOf(id, flags);
  } else if (id === undefined) {
    print(json === true ? jsonText(deviceIds.map(deviceDocument)) : listText());
  } else {
    const sheet = sheetOf(id);
    const document = isDeviceId(id) ? deviceDocument(id) : isFile(id) ? readJson(id) : undefined;
    print(
      json === true && document !== undefined
        ? jsonText(document)
        : sheetText(sheet, isFile(id) ? id : undefined),
    );
  }
  return exitCode.planned;
};
