import { decisionAid, ipdasItems, ipdasNotDone, type AidOption, type Passage } from '@percuta/evidence';
import { page, readText, sourcesText, table } from './markdown.ts';

const passageText = ({ text, sources, read }: Passage): string =>
  `${text} (${[readText(read), ...(sources.length === 0 ? [] : [sourcesText(sources)])].join('; ')})`;

const list = (passages: readonly Passage[]): string =>
  passages.map((one) => `- ${passageText(one)}`).join('\n');

const evidenceText = ({ evidence }: AidOption): string[] =>
  evidence === undefined
    ? []
    : [
        `What studies say: ${evidence.certainty}. ${evidence.reason}`,
        [...evidence.expected.shares, ...evidence.expected.notes, ...evidence.better, ...evidence.risks]
          .map(({ text }) => `- ${text}`)
          .join('\n'),
      ];

const optionText = (option: AidOption): string =>
  [
    `### ${option.name}`,
    passageText(option.what),
    'For it:',
    list(option.good),
    'Against it:',
    list(option.bad),
    `What it is like: ${passageText(option.feels)}`,
    ...evidenceText(option),
  ].join('\n\n');

const span = (from: number, to: number): string => (from === to ? String(from) : `${from} to ${to}`);

/** The content of the aid for one problem, and the items of the standards it holds. */
export const decisionAidPage = (): string => {
  const aid = decisionAid({ indication: 'atrophic-acne-scars' });
  const { edition, condition } = aid;
  return page(
    'Decision aid',
    `Content for a person deciding, here for ${condition.name}; evidence as of ${edition.evidence_as_of}. It has no ` +
      'place for a device setting, and its reading level is held by a test.',
    '## Standards',
    'Items after the minimum standards of the IPDAS collaboration, in our words; a test holds each for every problem.',
    table(
      ['group', 'the aid', 'holds'],
      ipdasItems.map(({ group, words, isPresent }) => [group, words, isPresent(aid) ? 'yes' : '**no**']),
    ),
    `Not done, which no content can stand in for:\n\n${ipdasNotDone.map((item) => `- ${item}`).join('\n')}`,
    '## The decision',
    list([
      edition.decision,
      edition.for_whom,
      edition.how_sure,
      edition.made_by,
      edition.funding,
      edition.update,
    ]),
    `## ${condition.name}`,
    passageText(condition.what),
    `Without treatment: ${passageText(condition.untreated)}`,
    '## Options',
    ...aid.options.map(optionText),
    '## Week by week',
    table(
      ['weeks', 'what happens', 'read'],
      aid.weeks.map(({ from_week, to_week, text, read }) => [span(from_week, to_week), text, readText(read)]),
    ),
    '## What is normal, day by day',
    table(
      ['days', 'for', 'what is normal', 'read'],
      aid.days.map(({ from_day, to_day, applies_to, text, read }) => [
        span(from_day, to_day),
        applies_to.map((route) => (route === 'rf' ? 'needles with heat' : 'needles alone')).join(', '),
        text,
        readText(read),
      ]),
    ),
    '## When to call',
    table(
      ['when', 'for what', 'read'],
      aid.call.map(({ when, text, read }) => [when, text, readText(read)]),
    ),
    '## Aftercare',
    list(aid.aftercare),
    '## Who should not, or not yet',
    table(
      ['', 'who', 'sources'],
      aid.not_for_you.map(({ action, text, sources }) => [action, text, sourcesText(sources)]),
    ),
    '## What is not known',
    aid.gaps.map(({ text, outOf }) => `- ${text} (${outOf} studies looked through)`).join('\n'),
    '## To ask',
    aid.ask.map(({ ask, why }) => `- ${ask} ${passageText(why)}`).join('\n'),
    '## To weigh, and to count',
    [...aid.values.map(({ statement }) => statement), ...aid.costs.map(({ ask }) => ask)]
      .map((text) => `- ${text}`)
      .join('\n'),
    '## Next steps',
    list(aid.next_steps),
    '## Where to report harm',
    aid.report.map((one) => `- ${one.place}: ${one.name}. ${passageText(one)}`).join('\n'),
    '## Why not at home',
    list(aid.not_at_home),
  );
};
