import { BadInput } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { print } from '../output.ts';
import { buildSite, siteFolder } from './build-site.ts';
import { serveSite } from './serve-site.ts';

export interface ServeFlags {
  readonly port: string;
  readonly buildOnly?: boolean;
}

const portOf = (given: string): number => {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new BadInput([
    {
      path: '--port',
      given,
      problem: 'is not a port',
      allowed: '0 to 65535; 0 takes a free one',
      remedy: 'write for example --port 4173',
    },
  ]);
};

/** Opens the workbench to browsers on this machine until it is stopped. */
export const serve = async (flags: ServeFlags): Promise<number> => {
  const port = portOf(flags.port);
  const isBuilt = buildSite();
  if (flags.buildOnly === true) {
    print(`${isBuilt ? 'Built' : 'Unchanged'}: ${siteFolder}`);
    return exitCode.planned;
  }
  const { url } = await serveSite(siteFolder, port);
  print(`The workbench is at ${url}\nOnly this machine can reach it. Ctrl-C stops it.`);
  return exitCode.planned;
};
