import { Argument } from 'commander';
import type { Command } from 'commander';
import { whole } from '../run-options.ts';
import { examples, json, setExit, type JsonFlag } from './command-parts.ts';

/** Draws of a case of heated tissue when none are asked for: a minute for the measurements of this repository. */
const heatDraws = 6;
const mostDraws = 10_000;

/** Declares the commands that check what all else rests on. */
export const addTrust = (program: Command): void => {
  program
    .command('verify')
    .summary('check the mathematics against reference values')
    .description(
      'Holds the numerics and the closed forms of the equations against independent reference values; a stage is ' +
        'held against whole problems with a known solution, all of them or those named.',
    )
    .addArgument(new Argument('[stage]', 'the mathematics alone when left out').choices(['heat']))
    .argument('[ids...]', 'problems of the stage; "needle-pair" stands for all that begin so')
    .option(...json)
    .addHelpText('after', examples('verify', 'verify heat', 'verify heat needle-pair --json'))
    .action(async (stage: string | undefined, ids: string[], flags: JsonFlag) => {
      const { verify } = await import('../commands/verify.ts');
      setExit(verify(stage, ids, flags));
    });
  program
    .command('validate [files...]')
    .summary('hold predictions against measurements')
    .description(
      'Predicts published measurements with their intervals and says which fall inside. Without a file: the ' +
        'calibration and sanity rows of the puncture model; "heat" stands for the measurements of heated tissue of ' +
        'this repository, "heal" for the records of healing skin, which are held against the calibrated draws; both ' +
        'take minutes. A file of study arms is predicted by the expectation model, ' +
        'and scored where it counts people. The schemas are in docs/guide/validation.md.',
    )
    .option(...json)
    .option('--draws <n>', 'draws of each case of heated tissue', whole('draws', 1, mostDraws), heatDraws)
    .addHelpText(
      'after',
      examples(
        'validate',
        'validate heat',
        'validate heal',
        'validate heat --draws 40',
        'validate my-measurements.json --json',
        'validate validation/evidence/example-arms.json',
      ),
    )
    .action(async (files: string[], flags: JsonFlag & { readonly draws: number }) => {
      const { validate } = await import('../commands/validate.ts');
      setExit(validate(files, flags));
    });
  program
    .command('bench')
    .summary('time the engine')
    .description(
      'Times plans against draws and candidates, pooling and the posterior, in interleaved runs of one process; or, ' +
        'for one stage, runs of several sizes and how their time grows; for studies, two threads against one and what the ' +
        'queue costs.',
    )
    .addArgument(
      new Argument('[stage]', 'one stage alone, with its own sizes').choices(['heat', 'heal', 'study']),
    )
    .option(...json)
    .addHelpText('after', examples('bench', 'bench heat', 'bench heal', 'bench study'))
    .action(async (stage: string | undefined, flags: JsonFlag) => {
      const { benchOf } = await import('../commands/bench.ts');
      setExit(await benchOf(stage)(flags));
    });
};
