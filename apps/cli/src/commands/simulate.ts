import {
  catalogueSheet,
  manifestOfSimulation,
  readProtocol,
  simulate as runChain,
  writeSimulation,
  type Protocol,
} from '@percuta/engine';
import type { DeviceSheet } from '@percuta/evidence';
import { exitCode } from '../exit-code.ts';
import { readJson, readProtocolFile, readSheet } from '../input.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { platform } from '../platform.ts';
import { progressLine } from '../progress.ts';
import { runOf, type RunFlags } from '../run-options.ts';
import { simulationText } from '../simulation-text.ts';

export const sheetOf = ({ device }: Protocol): DeviceSheet =>
  device.id === undefined ? readSheet(device.sheet) : catalogueSheet(device.id, 'device.id');

/** A sheet given by flag takes the place of the protocol's device; its settings stay. */
export const withSheet = (document: unknown, [file]: readonly string[]): unknown => {
  if (file === undefined || typeof document !== 'object' || document === null) return document;
  const { id: _, ...device } = Object(Reflect.get(document, 'device'));
  return { ...document, device: { ...device, sheet: readJson(file) } };
};

export const simulate = (file: string, flags: RunFlags): number => {
  const document = withSheet(readProtocolFile(file, flags.set), flags.device);
  const protocol = readProtocol(document);
  const progress = progressLine();
  const run = runOf(flags, progress.step);
  const simulation = runChain(protocol, sheetOf(protocol), run);
  const manifest = manifestOfSimulation(simulation, run, { document, sheets: [] }, platform);
  const written = jsonText(writeSimulation(simulation));
  progress.end();
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-simulation');
  const files =
    folder === undefined
      ? []
      : writeFiles(folder, { 'simulation.json': written, 'manifest.json': jsonText(manifest) });
  print(flags.json === true ? written : simulationText(simulation, files));
  return exitCode.planned;
};
