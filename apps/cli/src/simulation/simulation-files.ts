import { figuresOfZone, renderSimulation } from '@percuta/document';
import type { Manifest, Simulation, ZoneSimulation } from '@percuta/engine';
import { standAlone } from '@percuta/figures';
import { fileName, healingFiles } from './healing-files.ts';
import { heatDrawsFile, heatTables } from './heat-files.ts';

const width = 708;

const svgFiles = (simulation: Simulation): Record<string, string> =>
  Object.fromEntries(
    simulation.zones.flatMap((zone) =>
      figuresOfZone(simulation, zone).map(({ name, draw }) => {
        const id = `${fileName(zone.zone.name)}-${name}`;
        return [`${id}.svg`, standAlone(draw({ id, width }))] as const;
      }),
    ),
  );

const heatFilesOf = ({ zone, heating, heatEnsemble }: ZoneSimulation): Record<string, string> => {
  const name = fileName(zone.name);
  return {
    ...(heating.kind === 'heated' ? heatTables(name, heating) : {}),
    ...heatDrawsFile(name, heatEnsemble),
  };
};

/** Everything of a simulation that is written beside its JSON, by file name. */
export const simulationFiles = (simulation: Simulation, manifest: Manifest): Record<string, string> => ({
  'simulation.html': renderSimulation(simulation, manifest),
  ...Object.assign({}, ...simulation.zones.map(({ zone, healed }) => healingFiles(zone.name, healed))),
  ...Object.assign({}, ...simulation.zones.map(heatFilesOf)),
  ...svgFiles(simulation),
});
