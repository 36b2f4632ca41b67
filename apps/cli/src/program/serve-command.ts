import type { Command } from 'commander';
import type { ServeFlags } from '../serve/serve.ts';
import { examples, setExit } from './command-parts.ts';

/** Declares the command that opens the workbench. */
export const addServe = (program: Command): void => {
  program
    .command('serve')
    .summary('open the workbench in a browser')
    .description(
      'Builds the workbench if it has changed and serves it to browsers on this machine. Nothing leaves the device. ' +
        'Installs what it needs on first run.',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one', '4173')
    .option('--build-only', 'build the static site into apps/workbench/dist, for any web server, and stop')
    .addHelpText('after', examples('serve', 'serve --port 8080', 'serve --build-only'))
    .action(async (flags: ServeFlags) => {
      const { serve } = await import('../serve/serve.ts');
      setExit(await serve(flags));
    });
};
