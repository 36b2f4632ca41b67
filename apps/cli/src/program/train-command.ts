import type { Command } from 'commander';
import { whole } from '../run-options.ts';
import type { TrainFlags } from '../commands/train.ts';
import { examples, json, setExit } from './command-parts.ts';

const mostRuns = 4096;

/** Declares the command that trains the emulator of a device with radio frequency. */
export const addTrain = (program: Command): void => {
  program
    .command('train <sheet>')
    .summary('train the emulator that plans with a radio-frequency device need')
    .description(
      'Runs the whole heat model over settings, skins and constants, fits an emulator to it, states its error and ' +
        'holds it against runs it has not seen. Takes seconds of processor time a run; when stopped, the same ' +
        'command goes on. The emulator is written beside the sheet, where `plan` finds it. It answers for one pulse at one ' +
        'depth; for several of either it is trained again, and `plan` chooses among all it finds.',
    )
    .option('--runs <n>', 'runs to fit, best a power of two', whole('runs', 16, mostRuns))
    .option('--held-back <n>', 'runs to hold it against', whole('held-back runs', 4, mostRuns))
    .option('--pulses <n>', 'pulses at each depth; one when left out', whole('pulses', 1, 50))
    .option('--pause <time>', 'from one pulse to the next, e.g. "50 ms"')
    .option(
      '--stops <n>',
      'shallower depths at which the shot goes on in the same holes',
      whole('stops', 0, 9),
    )
    .option('--rise <length>', 'from each depth to the next, e.g. "0.4 mm"')
    .option('--retraction <time>', 'from the last pulse at one depth to the first at the next, e.g. "150 ms"')
    .option('--seed <n>', 'seed of the design', whole('the seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--out <file>', 'where the emulator is written; beside the sheet when left out')
    .option(...json)
    .addHelpText(
      'after',
      examples(
        'train examples/cheek-rf/device.json',
        'train my-device.json --runs 512',
        'train examples/cheek-rf-shots/device.json --pulses 3 --pause "50 ms"',
      ),
    )
    .action(async (file: string, flags: TrainFlags) => {
      const { train } = await import('../commands/train.ts');
      setExit(train(file, flags));
    });
};
