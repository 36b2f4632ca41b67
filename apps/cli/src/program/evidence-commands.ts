import type { Command } from 'commander';
import type { EvidenceFlags } from '../commands/evidence.ts';
import type { ScreenFlags } from '../commands/screen.ts';
import type { CheckStudyFlags } from '../evidence/check-study.ts';
import { setOption } from '../run-options.ts';
import { examples, json, setExit, type JsonFlag } from './command-parts.ts';

/** Declares the commands about evidence: screening, what trials say, study records and claims. */
export const addEvidence = (program: Command): void => {
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
      const { screen } = await import('../commands/screen.ts');
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
      const { showEvidence } = await import('../commands/evidence.ts');
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
      const { checkStudyFile } = await import('../evidence/check-study.ts');
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
      const { listClaims } = await import('../commands/claims.ts');
      setExit(listClaims(flags));
    });
};
