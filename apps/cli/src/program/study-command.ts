import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import { examples, json, setExit } from './command-parts.ts';
import type { StudyFlags } from '../commands/study.ts';
import { setOption, whole } from '../run-options.ts';

const mostWorkers = 256;

/** Declares `percuta study`. */
export const addStudy = (program: Command): void => {
  program
    .command('study <study>')
    .summary('run a case or protocol many times')
    .description(
      'Runs a case or a protocol many times: grids, Latin hypercubes, Sobol and Morris designs, cohorts. What is done ' +
        'is kept chunk by chunk; after a stop of any kind the same command goes on from there.',
    )
    .option(...json)
    .option('--out <dir>', 'folder for chunks and results', 'percuta-study')
    .addOption(setOption())
    .addOption(
      new Option('--workers <n>', 'threads that work at the same time')
        .argParser(whole('workers', 1, mostWorkers))
        .default(availableParallelism(), 'one for each core'),
    )
    .option(
      '--queue <url>',
      'share the work through a queue: postgres://… on any number of machines, or "embedded" in the folder',
    )
    .addHelpText(
      'after',
      examples(
        'study examples/studies/depth-and-toughness/study.json',
        'study study.json --workers 2 --out results --set draws=1024',
        'study study.json --queue postgres://percuta@db.example/studies --out here',
      ),
    )
    .action(async (file: string, flags: StudyFlags) => {
      const { study } = await import('../commands/study.ts');
      setExit(await study(file, flags));
    });
};
