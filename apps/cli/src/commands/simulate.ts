import { manifestOfSimulation, readProtocol, simulate as runChain, writeSimulation } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readProtocolFile, sheetOf, withSheet } from '../input.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { platform } from '../platform.ts';
import { progressLine } from '../progress.ts';
import { runOf, type SimulateFlags } from '../run-options.ts';
import { simulateStage } from './simulate-stage.ts';
import { simulationText } from '../simulation/simulation-text.ts';

export const simulate = async (file: string, flags: SimulateFlags): Promise<number> => {
  if (flags.stage === 'heal') return simulateStage(file, flags);
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
