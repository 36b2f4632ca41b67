import { Command } from 'commander';
import enginePackage from '../package.json' with { type: 'json' };
import { addCatalogues } from './program/catalogue-commands.ts';
import { addChain } from './program/chain-commands.ts';
import { examples } from './program/command-parts.ts';
import { addPlanCommands } from './program/plan-commands.ts';
import { addEvidence } from './program/evidence-commands.ts';
import { addServe } from './program/serve-command.ts';
import { addTrust } from './program/trust-commands.ts';
import { addTrain } from './program/train-command.ts';
import { addStudy } from './program/study-command.ts';

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
  addTrain(program);
  addPlanCommands(program);
  addStudy(program);
  addCatalogues(program);
  addEvidence(program);
  addTrust(program);
  addServe(program);
  return program;
};
