import {
  courseCsv,
  csv,
  depthCsv,
  readProtocol,
  simulateHealing,
  vtr,
  writeEnsemble,
  writeZoneHealing,
  type HealedZone,
  type HealEnsemble,
} from '@percuta/engine';
import { toSI } from '@percuta/quantity';
import { exitCode } from '../exit-code.ts';
import { ensembleText, healingText } from '../simulation/healing-text.ts';
import { drawPool } from '../parallel/draw-pool.ts';
import { readProtocolFile, sheetOf, withSheet } from '../input.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { progressLine } from '../progress.ts';
import { runOf, type SimulateFlags } from '../run-options.ts';

/** Days since the first session at which the whole field is written. */
const fieldDays = [1, 7, 28, 90, 180, 365];

const fileName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const bandCsv = ({ times, bands }: HealEnsemble): string => {
  const entries = Object.entries(bands);
  return csv(
    ['time (days)', ...entries.flatMap(([name]) => [`${name} 10 %`, `${name} 50 %`, `${name} 90 %`])],
    [
      times.map((time) => time / toSI(1, 'days')),
      ...entries.flatMap(([, { low, median, high }]) => [low, median, high]),
    ],
  );
};

const filesOf = ({ name, central, ensemble }: HealedZone): Record<string, string> => {
  const zone = fileName(name);
  if (central.status !== 'healed') return {};
  const { healing } = central;
  const fields = fieldDays.flatMap((day) => {
    const index = healing.times.findIndex((time) => time >= toSI(day, 'days'));
    return index < 0 ? [] : [[`${zone}-day-${day}.vtr`, vtr(healing, index)]];
  });
  return {
    [`${zone}.json`]: jsonText({
      central: writeZoneHealing(central),
      ...(ensemble === undefined ? {} : { ensemble: writeEnsemble(ensemble) }),
    }),
    [`${zone}-course.csv`]: courseCsv(healing),
    [`${zone}-depth.csv`]: depthCsv(healing),
    ...(ensemble === undefined ? {} : { [`${zone}-bands.csv`]: bandCsv(ensemble) }),
    ...Object.fromEntries(fields),
  };
};

const zoneText = ({ name, central, ensemble }: HealedZone): string =>
  [name, healingText(central), ...(ensemble === undefined ? [] : [ensembleText(ensemble)])].join('\n\n');

/** Heals a protocol alone, and over an ensemble, and writes JSON, CSV and VTK. */
export const simulateStage = async (file: string, flags: SimulateFlags): Promise<number> => {
  const protocol = readProtocol(withSheet(readProtocolFile(file, flags.set), flags.device));
  const progress = progressLine();
  const zones = await simulateHealing(protocol, sheetOf(protocol), runOf(flags, progress.step), {
    draws: flags.ensemble,
    pool: drawPool(),
  });
  progress.end();
  const written = Object.assign({}, ...zones.map(filesOf));
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-healing');
  const paths = folder === undefined ? [] : writeFiles(folder, written);
  if (flags.json === true) {
    print(
      jsonText(
        zones.map(({ name, central, ensemble }) => ({
          name,
          central: writeZoneHealing(central),
          ...(ensemble === undefined ? {} : { ensemble: writeEnsemble(ensemble) }),
        })),
      ),
    );
  } else
    print(
      [...zones.map(zoneText), ...(paths.length === 0 ? [] : [`Written: ${paths.join(', ')}`])].join('\n\n'),
    );
  return exitCode.planned;
};
