import { manifestOfSimulation, readProtocol, simulateWith, writeSimulation } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readProtocolFile, sheetOf, withSheet } from '../input.ts';
import { checkFolder, jsonText, print, writeFiles } from '../output.ts';
import { helperOf } from '../parallel/helper-of.ts';
import { drawPool } from '../parallel/draw-pool.ts';
import { stoppable, unlessStopped } from '../parallel/stoppable.ts';
import { platform } from '../host/platform.ts';
import { progressLine } from '../progress.ts';
import { runOf, type SimulateFlags } from '../run-options.ts';
import { simulateHeat } from '../simulation/simulate-heat.ts';
import { simulateStage } from '../simulation/simulate-stage.ts';
import { simulationFiles } from '../simulation/simulation-files.ts';
import { simulationText } from '../simulation/simulation-text.ts';

const simulateChain = async (file: string, flags: SimulateFlags): Promise<number> => {
  const document = withSheet(readProtocolFile(file, flags.set), flags.device);
  const protocol = readProtocol(document);
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-simulation');
  if (folder !== undefined) checkFolder(folder);
  const progress = progressLine();
  const run = {
    ...runOf(flags, progress.step),
    ...helperOf(flags.threads),
    ensemble: flags.ensemble,
    heatDraws: flags.ensemble,
    keepsFields: folder !== undefined,
  };
  const simulation = await simulateWith(stoppable(drawPool(flags.threads)), protocol, sheetOf(protocol), run);
  const manifest = manifestOfSimulation(simulation, run, { document, sheets: [] }, platform);
  const written = jsonText(writeSimulation(simulation));
  progress.end();
  const files =
    folder === undefined
      ? []
      : writeFiles(folder, {
          'simulation.json': written,
          'manifest.json': jsonText(manifest),
          ...simulationFiles(simulation, manifest),
        });
  print(flags.json === true ? written : simulationText(simulation, files));
  return exitCode.planned;
};

/** Runs a protocol through the chain, or a stage of it. A run that is stopped writes nothing. */
export const simulate = (file: string, flags: SimulateFlags): Promise<number> =>
  unlessStopped(() => {
    if (flags.stage === 'heat') return simulateHeat(file, flags);
    return flags.stage === 'heal' ? simulateStage(file, flags) : simulateChain(file, flags);
  });
