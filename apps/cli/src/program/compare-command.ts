import type { Command } from 'commander';
import { examples, json, setExit, type JsonFlag } from './command-parts.ts';

/** Declares `percuta compare`. */
export const addCompare = (program: Command): void => {
  program
    .command('compare <plans...>')
    .summary('plans side by side')
    .description(
      'Holds two or more plan.json side by side: the inputs that differ, what each limit decided, and where each ' +
        'course stands. The manifests beside them tell seed, draws and changed parameters.',
    )
    .option(...json)
    .addHelpText('after', examples('compare before/plan.json after/plan.json'))
    .action(async (files: string[], flags: JsonFlag) => {
      const { compare } = await import('../commands/compare.ts');
      setExit(compare(files, flags));
    });
};
