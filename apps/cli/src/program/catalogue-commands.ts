import type { Command } from 'commander';
import type { DevicesFlags } from '../commands/devices.ts';
import { examples, json, setExit, type JsonFlag } from './command-parts.ts';

/** Declares the commands that list what is known: sites and devices. */
export const addCatalogues = (program: Command): void => {
  program
    .command('sites [id]')
    .summary('sites of the skin atlas')
    .description('Lists the sites of the skin atlas, or all that is known of one.')
    .option(...json)
    .addHelpText('after', examples('sites', 'sites cheek', 'sites --json'))
    .action(async (id: string | undefined, flags: JsonFlag) => {
      const { listSites } = await import('../commands/sites.ts');
      setExit(listSites(id, flags));
    });
  program
    .command('devices [id]')
    .summary('devices of the catalogue')
    .description('Lists the devices of the catalogue, or every field of one sheet with its provenance.')
    .option(...json)
    .option(
      '--dose',
      'what any given energy would do at a needle of a radio-frequency device: a what-if, about a minute of processor time',
    )
    .option('--out <dir>', 'folder for the figure and the numbers of --dose')
    .addHelpText(
      'after',
      examples('devices', 'devices skinpen_precision', 'devices genius_infini --dose --out dose'),
    )
    .action(async (id: string | undefined, flags: DevicesFlags) => {
      const { listDevices } = await import('../commands/devices.ts');
      setExit(listDevices(id, flags));
    });
};
