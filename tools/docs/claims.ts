import { claims, type GradedClaim } from '@percuta/evidence';
import { page, table } from './markdown.ts';

const claimText = ({ words, grade, basis, reason, parts }: GradedClaim, i: number): string =>
  [
    `## ${i + 1}. “${words}”`,
    `**${grade}** (${basis})${parts.length > 1 ? ', as its weakest part' : `. ${reason}`}`,
    table(
      ['part', 'grade', 'basis', 'reason', 'studies'],
      parts.map((part) => [
        part.aside ? `${part.words} (beside the claim)` : part.words,
        part.grade,
        part.basis,
        part.reason,
        part.studies.map((study) => `\`${study}\``).join(', '),
      ]),
    ),
  ].join('\n\n');

/** The claim ledger. */
export const claimsPage = (): string => {
  const all = claims();
  return page(
    'Claims',
    'What people are told about microneedling, each graded from the study table. "computed" grades follow from the ' +
      'studies by a written rule; "judged" ones are written by hand and marked so. `./percuta claims` prints the same.',
    table(
      ['', 'claim', 'grade', 'basis'],
      all.map(({ words, grade, basis }, i) => [String(i + 1), words, grade, basis]),
    ),
    ...all.map(claimText),
  );
};
