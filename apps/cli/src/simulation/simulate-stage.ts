import {
  OutsideModel,
  readProtocol,
  simulateHealingWith,
  writeEnsemble,
  writeZoneHealing,
  type HealedZone,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { healingFiles } from './healing-files.ts';
import { ensembleText, healingText } from './healing-text.ts';
import { drawPool } from '../parallel/draw-pool.ts';
import { stoppable } from '../parallel/stoppable.ts';
import { zoneFileNames } from './zone-file-names.ts';
import { readProtocolFile, sheetOf, withSheet } from '../input.ts';
import { checkFolder, jsonText, print, writeFiles } from '../output.ts';
import { progressLine } from '../progress.ts';
import { runOf, type SimulateFlags } from '../run-options.ts';

const written = ({ central, ensemble }: HealedZone) => ({
  central: writeZoneHealing(central),
  ...(ensemble === undefined ? {} : { ensemble: writeEnsemble(ensemble) }),
});

const filesOf = (zone: HealedZone, name: string): Record<string, string> =>
  zone.central.status === 'healed'
    ? { [`${name}.json`]: jsonText(written(zone)), ...healingFiles(name, zone) }
    : {};

const zoneText = ({ name, central, ensemble }: HealedZone): string =>
  [name, healingText(central), ...(ensemble === undefined ? [] : [ensembleText(ensemble)])].join('\n\n');

/** Throws OutsideModel where no zone at all can be healed. */
const checkHealed = (zones: readonly HealedZone[]): void => {
  const reasons = zones.flatMap(({ name, central }) =>
    central.status === 'healed' ? [] : [`${name}: ${central.reason}`],
  );
  if (reasons.length === zones.length) {
    throw new OutsideModel(reasons.join('\n'), 'no zone can be healed, so nothing was written');
  }
};

/** Heals a protocol alone, and over an ensemble, and writes JSON, CSV and VTK. */
export const simulateStage = async (file: string, flags: SimulateFlags): Promise<number> => {
  const protocol = readProtocol(withSheet(readProtocolFile(file, flags.set), flags.device));
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-healing');
  if (folder !== undefined) checkFolder(folder);
  const progress = progressLine();
  const run = { ...runOf(flags, progress.step), ensemble: flags.ensemble, keepsFields: true };
  const zones = await simulateHealingWith(
    stoppable(drawPool(flags.threads)),
    protocol,
    sheetOf(protocol),
    run,
  );
  progress.end();
  checkHealed(zones);
  const nameOf = zoneFileNames(zones.map(({ name }) => name));
  const files = Object.assign({}, ...zones.map((zone) => filesOf(zone, nameOf(zone.name))));
  const paths = folder === undefined ? [] : writeFiles(folder, files);
  if (flags.json === true) print(jsonText(zones.map((zone) => ({ name: zone.name, ...written(zone) }))));
  else
    print(
      [...zones.map(zoneText), ...(paths.length === 0 ? [] : [`Written: ${paths.join(', ')}`])].join('\n\n'),
    );
  return exitCode.planned;
};
