import { claims, type GradedClaim } from '@percuta/evidence';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';

const partText = ({ words, grade, basis, reason, studies, aside }: GradedClaim['parts'][number]): string =>
  [
    `    ${words}: ${grade} [${basis}${aside ? ', beside the claim' : ''}]`,
    `      ${reason}${studies.length === 0 ? '' : ` (${studies.join(', ')})`}`,
  ].join('\n');

const claimText = ({ words, grade, basis, reason, parts }: GradedClaim, index: number): string =>
  [
    `${index + 1}. "${words}"`,
    `   ${grade} [${basis}]${parts.length > 1 ? ', as its weakest part:' : `: ${reason}`}`,
    ...(parts.length > 1 ? [parts.map(partText).join('\n')] : []),
  ].join('\n');

/** The claim ledger: what people are told, graded from the study table. */
export const listClaims = ({ json }: { readonly json?: boolean }): number => {
  const graded = claims();
  print(json === true ? jsonText({ claims: graded }) : graded.map(claimText).join('\n\n'));
  return exitCode.planned;
};
