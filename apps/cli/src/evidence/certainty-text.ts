import { shown } from '@percuta/engine';
import type { Forecast, ModeratorReport } from '@percuta/evidence';

type Certainty = Extract<Forecast, { readonly status: 'estimated' }>['certainty'];

/** The domains, with what is from the data and what is judgement apart. */
export const certaintyText = ({ grade, startsAt, domains }: Certainty): string =>
  [
    `Certainty: ${grade} (starts at ${startsAt})`,
    ...domains.map(({ domain, concern, facts, judgement }) =>
      [
        `  ${domain}: ${concern === 'none' ? 'no concern' : concern}`,
        `    data: ${facts}`,
        `    judgement: ${judgement}`,
      ].join('\n'),
    ),
  ].join('\n');

const usedText = ({ moderator, used }: ModeratorReport): string => {
  if (used === undefined) return 'No arm says what it used.';
  const write = (value: number): string =>
    moderator === 'needle length' ? shown(value, 'mm', 3) : String(value);
  return `${used.arms} ${used.arms === 1 ? 'arm' : 'arms'} used ${used.low === used.high ? write(used.low) : `${write(used.low)} to ${write(used.high)}`}.`;
};

/** Where trials support more or less of something, and where not. */
export const doseText = (moderators: readonly ModeratorReport[]): string =>
  [
    'Does more do more? Only comparisons within a trial count.',
    ...moderators.map((report) => `  ${report.moderator}: ${report.statement} ${usedText(report)}`),
  ].join('\n');
