import {
  readProtocol,
  simulateHeatingWith,
  writeHeatEnsemble,
  writeHeating,
  type HeatedZone,
} from '@percuta/engine';
import type { DeviceSheet } from '@percuta/evidence';
import { exitCode } from '../exit-code.ts';
import { readProtocolFile, sheetOf, withSheet } from '../input.ts';
import { checkFolder, jsonText, print, writeFiles } from '../output.ts';
import { progressLine } from '../progress.ts';
import { runOf, type SimulateFlags } from '../run-options.ts';
import { helperOf } from '../parallel/helper-of.ts';
import { drawPool } from '../parallel/draw-pool.ts';
import { stoppable } from '../parallel/stoppable.ts';
import { zoneFileNames } from './zone-file-names.ts';
import { heatDrawsFile, heatFiles } from './heat-files.ts';
import { heatBandsText, heatText } from './heat-text.ts';

const written = ({ name, central, ensemble }: HeatedZone) => ({
  name,
  central: writeHeating(central),
  ...(ensemble === undefined ? {} : { ensemble: writeHeatEnsemble(ensemble) }),
});

/** Words about a device that only exists to run the model. */
export const hypotheticalNote = ({ name, hypothetical }: DeviceSheet): string =>
  hypothetical === true
    ? `HYPOTHETICAL: nobody makes or sells ${name}; its sheet exists to run the model.`
    : '';

const zoneText = ({ name, central, ensemble }: HeatedZone): string =>
  [
    name,
    central.kind === 'heated' ? heatText(central) : `No heat: ${central.reason}.`,
    ...(ensemble === undefined ? [] : [heatBandsText(ensemble)]),
  ].join('\n\n');

const filesOf = (sheet: DeviceSheet, zone: HeatedZone, name: string): Record<string, string> => {
  return {
    [`${name}-heat.json`]: jsonText({
      device: { id: sheet.id, ...(sheet.hypothetical === true ? { hypothetical: true } : {}) },
      ...written(zone),
    }),
    ...(zone.central.kind === 'heated' ? heatFiles(name, zone.central, sheet) : {}),
    ...heatDrawsFile(name, zone.ensemble),
  };
};

/** Heats a protocol alone, and over an ensemble, and writes JSON, CSV, VTK and figures. */
export const simulateHeat = async (file: string, flags: SimulateFlags): Promise<number> => {
  const document = withSheet(readProtocolFile(file, flags.set), flags.device);
  const protocol = readProtocol(document);
  const sheet = sheetOf(protocol);
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-heat');
  if (folder !== undefined) checkFolder(folder);
  const progress = progressLine();
  const run = { ...runOf(flags, progress.step), ...helperOf(flags.threads), heatDraws: flags.ensemble };
  const zones = await simulateHeatingWith(stoppable(drawPool(flags.threads)), protocol, sheet, run);
  progress.end();
  const nameOf = zoneFileNames(zones.map(({ name }) => name));
  const files = Object.assign({}, ...zones.map((zone) => filesOf(sheet, zone, nameOf(zone.name))));
  const paths = folder === undefined ? [] : writeFiles(folder, files);
  if (flags.json === true) print(jsonText(zones.map(written)));
  else {
    print(
      [
        `${protocol.title}: ${sheet.name}`,
        hypotheticalNote(sheet),
        ...zones.map(zoneText),
        paths.length === 0 ? '' : `Written: ${paths.join(', ')}`,
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    );
  }
  return exitCode.planned;
};
