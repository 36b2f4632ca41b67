import { figuresOfZone, renderSimulation } from '@percuta/document';
import type { Manifest, Simulation, ZoneSimulation } from '@percuta/engine';
import { standAlone } from '@percuta/figures';
import { healingFiles } from './healing-files.ts';
import { heatDrawsFile, heatTables } from './heat-files.ts';
import { zoneFileNames } from './zone-file-names.ts';

const width = 708;

type NameOf = (zone: string) => string;

const svgFiles = (simulation: Simulation, nameOf: NameOf): Record<string, string> =>
  Object.fromEntries(
    simulation.zones.flatMap((zone) =>
      figuresOfZone(simulation, zone).map(({ name, draw }) => {
        const id = `${nameOf(zone.zone.name)}-${name}`;
        return [`${id}.svg`, standAlone(draw({ id, width }))] as const;
      }),
    ),
  );

const heatFilesOf = ({ heating, heatEnsemble }: ZoneSimulation, name: string): Record<string, string> => ({
  ...(heating.kind === 'heated' ? heatTables(name, heating) : {}),
  ...heatDrawsFile(name, heatEnsemble),
});

/** Everything of a simulation that is written beside its JSON, by file name. */
export const simulationFiles = (simulation: Simulation, manifest: Manifest): Record<string, string> => {
  const { zones } = simulation;
  const nameOf = zoneFileNames(zones.map(({ zone }) => zone.name));
  return {
    'simulation.html': renderSimulation(simulation, manifest),
    ...Object.assign({}, ...zones.map(({ zone, healed }) => healingFiles(nameOf(zone.name), healed))),
    ...Object.assign({}, ...zones.map((one) => heatFilesOf(one, nameOf(one.zone.name)))),
    ...svgFiles(simulation, nameOf),
  };
};
