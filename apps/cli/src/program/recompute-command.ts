import type { Command } from 'commander';
import { examples, json, setExit } from './command-parts.ts';

interface RecomputeFlags {
  readonly delivered: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Declares `percuta recompute`. */
export const addRecompute = (program: Command): void => {
  program
    .command('recompute <plan>')
    .summary('what was really done of a planned course, and how to go on')
    .description(
      'Holds the sessions that were really done against the plan: dose so far, limits that were not kept, what is ' +
        'left, what stands against going on and how to go on. The plan is made again from the manifest beside it.',
    )
    .requiredOption('--delivered <file>', 'record of the sessions done')
    .option('--out <dir>', 'folder for recomputed.json')
    .option(...json)
    .addHelpText(
      'after',
      examples('recompute percuta-plan/plan.json --delivered examples/cheek-acne-scars/delivered.json'),
    )
    .action(async (file: string, flags: RecomputeFlags) => {
      const { recompute } = await import('../commands/recompute.ts');
      setExit(recompute(file, flags));
    });
};
