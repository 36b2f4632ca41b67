import { Option, type Command } from 'commander';
import type { PlanFlags } from '../commands/plan.ts';
import { threadsOption, whole, withRunFlags, type SimulateFlags } from '../run-options.ts';
import { examples, json, setExit, type JsonFlag } from './command-parts.ts';

const codes = `
Exit codes: 0 planned, 1 our own failure or a replay that does not match, 2 bad input,
3 no safe plan, 4 refused (unsupported, or screening).
`;

/** Declares what runs the chain: a plan, a simulation, and either again. */
export const addChain = (program: Command): void => {
  withRunFlags(program.command('plan <case>').summary('plan courses for a case'))
    .description('Plans courses for a case: what is inside the envelope, what is not, and why.')
    .addHelpText(
      'after',
      examples(
        'plan examples/cheek-acne-scars/case.json',
        'plan examples/thigh-stretch-marks/case.json --out thigh --set person.age="45 years"',
        'plan examples/cheek-acne-scars/case.json --json | jq .candidates[0]',
        'plan examples/cheek-acne-scars/case.json --choose C --reason "least bleeding of those with four sessions"',
      ) + codes,
    )
    .option('--choose <course>', 'record the choice of a course, by letter or id, and write it as a document')
    .option('--reason <text>', 'why this course; with --choose')
    .option(
      '--if-measured <error>',
      'what a thickness of the skin measured with this standard error would change, e.g. "0.1 mm"',
    )
    .option(
      '--recompute <n>',
      'most courses with heat that are recomputed with the whole model, a few seconds each',
      whole('courses', 0, 26),
      4,
    )
    .option('--no-reasons', 'leave out the reasons behind the courses, which take longer than the plan')
    .action(async (file: string, flags: PlanFlags) => {
      const { plan } = await import('../commands/plan.ts');
      setExit(plan(file, flags));
    });
  withRunFlags(program.command('simulate <file>').summary('simulate a protocol or a heat problem'))
    .description(
      'Runs a protocol through the chain, zone by zone: depths, holes, heat and margins; how it heals over a year, what ' +
        'skin then feels and looks like, and how what trials expect comes about. Writes figures, JSON, CSV and VTK. ' +
        'A heat problem is solved as it is.',
    )
    .addHelpText(
      'after',
      examples(
        'simulate examples/cheek-acne-scars/protocol.json',
        'simulate examples/cheek-acne-scars/protocol.json --ensemble 20 --out simulation',
        'simulate examples/cheek-acne-scars/protocol.json --set device.depth="1 mm"',
        'simulate examples/cheek-acne-scars/protocol.json --stage heal --ensemble 20 --out healing',
        'simulate examples/cheek-rf/protocol.json --stage heat --ensemble 24 --out heat',
        'simulate examples/lab/needle-pair.json',
        'simulate examples/cheek-acne-scars/protocol.json --parameter puncture.toughness="0.01 kJ/m2"',
      ),
    )
    .addOption(new Option('--stage <name>', 'one stage alone, with all it gives').choices(['heat', 'heal']))
    .option(
      '--ensemble <n>',
      'draws of healing and of the heat that the envelope is held against, or of the stage alone; without any there are no bands',
      whole('the ensemble', 0, 10_000),
      0,
    )
    .addOption(threadsOption())
    .action(async (file: string, flags: SimulateFlags) => {
      const { isHeatProblem } = await import('../read-json.ts');
      if (isHeatProblem(file)) {
        const { simulateProblem } = await import('../simulation/problem/simulate-problem.ts');
        setExit(simulateProblem(file, flags));
        return;
      }
      const { simulate } = await import('../commands/simulate.ts');
      setExit(await simulate(file, flags));
    });
  program
    .command('replay <manifest>')
    .summary('run a result again and compare')
    .description(
      'Runs what a manifest describes again and compares every hash; exit code 1 when one differs.',
    )
    .option(...json)
    .addHelpText('after', examples('replay percuta-plan/manifest.json'))
    .action(async (file: string, flags: JsonFlag) => {
      const { replay } = await import('../commands/replay.ts');
      setExit(replay(file, flags));
    });
};
