import { Command, Option } from 'commander';
import enginePackage from '../package.json' with { type: 'json' };
import type { CheckStudyFlags } from './commands/check-study.ts';
import type { EvidenceFlags } from './commands/evidence.ts';
import type { ScreenFlags } from './commands/screen.ts';
import { setOption, whole, withRunFlags, type RunFlags, type SimulateFlags } from './run-options.ts';

type JsonFlag = { readonly json?: boolean };

const json = ['--json', 'print the result alone on standard output, as JSON'] as const;

const setExit = (code: number): void => {
  process.exitCode = code;
};

const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ./percuta ${line}`).join('\n')}\n`;

const codes = `
Exit codes: 0 planned, 1 our own failure or a replay that does not match, 2 bad input,
3 no safe plan, 4 refused (unsupported, or screening).
`;

const addChain = (program: Command): void => {
  withRunFlags(program.command('plan <case>').summary('plan courses for a case'))
    .description('Plans courses for a case: what is inside the envelope, what is not, and why.')
    .addHelpText(
      'after',
      examples(
        'plan examples/cheek-acne-scars/case.json',
        'plan examples/thigh-stretch-marks/case.json --out thigh --set person.age="45 years"',
        'plan examples/cheek-acne-scars/case.json --json | jq .candidates[0]',
      ) + codes,
    )
    .action(async (file: string, flags: RunFlags) => {
      const { plan } = await import('./commands/plan.ts');
      setExit(plan(file, flags));
    });
  withRunFlags(program.command('simulate <protocol>').summary('simulate a protocol'))
    .description('Runs a protocol through the chain: depths, holes, coverage and margins, zone by zone.')
    .addHelpText(
      'after',
      examples(
        'simulate examples/cheek-acne-scars/protocol.json',
        'simulate examples/cheek-acne-scars/protocol.json --set device.depth="1 mm"',
        'simulate examples/cheek-acne-scars/protocol.json --stage heal --ensemble 20 --out healing',
        'simulate examples/cheek-acne-scars/protocol.json --parameter puncture.toughness="0.01 kJ/m2"',
      ),
    )
    .addOption(new Option('--stage <name>', 'one stage alone, with all it gives').choices(['heal']))
    .option('--ensemble <n>', 'calibrated draws of the stage alone', whole('the ensemble', 0, 10_000), 0)
    .action(async (file: string, flags: SimulateFlags) => {
      const { simulate } = await import('./commands/simulate.ts');
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
      const { replay } = await import('./commands/replay.ts');
      setExit(replay(file, flags));
    });
};

const addCatalogues = (program: Command): void => {
  program
    .command('sites [id]')
    .summary('sites of the skin atlas')
    .description('Lists the sites of the skin atlas, or all that is known of one.')
    .option(...json)
    .addHelpText('after', examples('sites', 'sites cheek', 'sites --json'))
    .action(async (id: string | undefined, flags: JsonFlag) => {
      const { listSites } = await import('./commands/sites.ts');
      setExit(listSites(id, flags));
    });
  program
    .command('devices [id]')
    .summary('devices of the catalogue')
    .description('Lists the devices of the catalogue, or every field of one sheet with its provenance.')
    .option(...json)
    .addHelpText('after', examples('devices', 'devices skinpen_precision'))
    .action(async (id: string | undefined, flags: JsonFlag) => {
      const { listDevices } = await import('./commands/devices.ts');
      setExit(listDevices(id, flags));
    });
};

const addEvidence = (program: Command): void => {
  program
    .command('screen <case>')
    .summary('who should not be treated, and why')
    .description(
      'Holds the answers of a case against the screening rules: exclude, refer, defer or proceed with change, each ' +
        'with its reason and source. Exit code 4 unless it may proceed.',
    )
    .option(...json)
    .option('--rf', 'for needles with radio frequency')
    .addOption(setOption())
    .addHelpText(
      'after',
      examples(
        'screen examples/cheek-acne-scars/case.json',
        'screen examples/cheek-acne-scars/case.json --rf',
      ),
    )
    .action(async (file: string, flags: ScreenFlags) => {
      const { screen } = await import('./commands/screen.ts');
      setExit(screen(file, flags));
    });
  program
    .command('evidence <indication>')
    .summary('what trials say of an indication')
    .description(
      'What trials say of an indication: of 100 people like those studied how many reach which level, with bands and ' +
        'certainty; results pooled scale by scale; the studies, the harms that were counted, and the gaps.',
    )
    .option(...json)
    .option('--out <folder>', 'write figures (SVG) and evidence.json into a folder instead of printing')
    .option('--site <id>', 'a site of the atlas; the face when left out')
    .option('--rf', 'for needles with radio frequency')
    .addHelpText(
      'after',
      examples(
        'evidence "atrophic acne scars" --site cheek',
        'evidence "stretch marks" --site abdomen --json',
        'evidence "atrophic acne scars" --out acne-scars',
      ),
    )
    .action(async (words: string, flags: EvidenceFlags) => {
      const { showEvidence } = await import('./commands/evidence.ts');
      setExit(showEvidence(words, flags));
    });
  program
    .command('check-study <study>')
    .summary('what a study record would change')
    .description(
      'Reads a study record as packages/evidence/ADDING.md asks for it: every fault with its place, or the ' +
        'indications, claims and gaps that would change.',
    )
    .option(...json)
    .addHelpText('after', examples('check-study packages/evidence/data/studies/dogra2014.json'))
    .action(async (file: string, flags: CheckStudyFlags) => {
      const { checkStudyFile } = await import('./commands/check-study.ts');
      setExit(checkStudyFile(file, flags));
    });
  program
    .command('claims')
    .summary('what people are told, graded')
    .description(
      'The claim ledger: what people are told about microneedling, each graded from the study table.',
    )
    .option(...json)
    .addHelpText('after', examples('claims', 'claims --json'))
    .action(async (flags: JsonFlag) => {
      const { listClaims } = await import('./commands/claims.ts');
      setExit(listClaims(flags));
    });
};

const addTrust = (program: Command): void => {
  program
    .command('verify')
    .summary('check the mathematics against reference values')
    .description(
      'Holds the numerics and the closed forms of the equations against independent reference values.',
    )
    .option(...json)
    .addHelpText('after', examples('verify', 'verify --json'))
    .action(async (flags: JsonFlag) => {
      const { verify } = await import('./commands/verify.ts');
      setExit(verify(flags));
    });
  program
    .command('validate [files...]')
    .summary('hold predictions against measurements')
    .description(
      'Predicts published measurements with their intervals and says which fall inside. Without a file: the ' +
        'calibration and sanity rows of this repository for puncture; `heal` names those of healing. Records of ' +
        'healing skin are held against calibrated draws. A file of study arms is predicted by the expectation model, ' +
        'and scored where it counts people. The schemas are in docs/guide/validation.md.',
    )
    .option(...json)
    .addHelpText(
      'after',
      examples(
        'validate',
        'validate heal',
        'validate my-measurements.json --json',
        'validate validation/evidence/example-arms.json',
      ),
    )
    .action(async (files: string[], flags: JsonFlag) => {
      const { validate } = await import('./commands/validate.ts');
      setExit(validate(files, flags));
    });
  program
    .command('bench')
    .summary('time the engine')
    .description(
      'Times plans against draws and candidates, pooling and the posterior, in interleaved runs of one process.',
    )
    .option(...json)
    .addHelpText('after', examples('bench'))
    .action(async (flags: JsonFlag) => {
      const { bench } = await import('./commands/bench.ts');
      setExit(bench(flags));
    });
};

/** The command line: every command with its flags, help and examples. Commands load when they run. */
export const createProgram = (): Command => {
  const program = new Command('percuta')
    .description('Percuta plans microneedling: how deep, how sure, with the receipts.')
    .version(enginePackage.version)
    .showHelpAfterError('(percuta --help shows the commands)')
    .addHelpText(
      'after',
      examples(
        'plan examples/cheek-acne-scars/case.json',
        'simulate examples/cheek-acne-scars/protocol.json',
        'devices skinpen_precision',
      ) + "\nResearch, education and support of a professional's own judgement; not a medical device.\n",
    );
  addChain(program);
  addCatalogues(program);
  addEvidence(program);
  addTrust(program);
  return program;
};
