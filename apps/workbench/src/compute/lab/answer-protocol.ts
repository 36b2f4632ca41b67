import {
  catalogueSheet,
  courseCsv,
  csv,
  defaultRun,
  heatCourse,
  manifestOfSimulation,
  readDocument,
  readProtocol,
  simulateWith,
  writeSimulation,
  type Protocol,
  type Run,
  type Simulation,
} from '@percuta/engine';
import { deviceSheetSchema, type DeviceSheet } from '@percuta/evidence';
import { withDrawPool } from '../draws/draw-pool.ts';
import type { Report } from '../report.ts';
import { recordFilms } from './film-recorder.ts';
import type { LabAnswer, LabQuestion } from './lab-messages.ts';
import { labZone } from './lab-zone.ts';

const sheetOf = ({ device }: Protocol): DeviceSheet =>
  device.id === undefined
    ? readDocument(deviceSheetSchema, device.sheet)
    : catalogueSheet(device.id, 'device.id');

const tablesOf = ({ zones }: Simulation): Record<string, string> =>
  Object.fromEntries(
    zones.flatMap(({ zone, heating, healed }) => [
      ...(healed.central.status === 'healed'
        ? [[`${zone.name}-healing.csv`, courseCsv(healed.central.healing)] as const]
        : []),
      ...(heating.kind === 'heated'
        ? [
            [
              `${zone.name}-heat.csv`,
              csv([...heatCourse(heating).keys()], [...heatCourse(heating).values()]),
            ] as const,
          ]
        : []),
    ]),
  );

/** Heated zones take the films in their order; others have none. */
const zonesOf = ({ zones }: Simulation, films: ReturnType<ReturnType<typeof recordFilms>['films']>) => {
  let next = 0;
  return zones.map((zone) => labZone(zone, zone.heating.kind === 'heated' ? films[next++] : undefined));
};

/** Runs a protocol through the chain, as the command line does. Throws what the engine throws. */
export const answerProtocol = async (
  { document, overrides, ensemble }: LabQuestion,
  report: Report,
): Promise<LabAnswer> => {
  const protocol = readProtocol(document);
  const recorder = recordFilms();
  const run: Run = {
    ...defaultRun,
    overrides,
    ensemble,
    heatDraws: ensemble,
    keepsFields: true,
    seen: recorder.seen,
    progress: (done, total, what) => report({ done, total, what }),
  };
  const sheet = sheetOf(protocol);
  const simulation = await withDrawPool((pool) => simulateWith(pool, protocol, sheet, run));
  const manifest = manifestOfSimulation(simulation, run, { document, sheets: [] }, 'browser');
  return {
    title: protocol.title,
    device: `${sheet.name}${sheet.hypothetical === true ? ' (hypothetical)' : ''}`,
    zones: zonesOf(simulation, recorder.films()),
    hash: manifest.hashes.result,
    manifest,
    written: writeSimulation(simulation),
    tables: tablesOf(simulation),
  };
};
