import { readCase, screen as screenCase, screeningIsClear, type Screening } from '@percuta/engine';
import type { Route, ScreeningPosition } from '@percuta/evidence';
import { exitCode } from '../exit-code.ts';
import { readCaseFile } from '../input.ts';
import { jsonText, print } from '../output.ts';

export interface ScreenFlags {
  readonly json?: boolean;
  readonly rf?: boolean;
  readonly set: readonly string[];
}

/** Sources that disagree, under each other, with what each would lead to. */
const positionsText = (positions: readonly ScreeningPosition[] | undefined): string[] =>
  positions === undefined
    ? []
    : [
        '    sources disagree; the stricter decides here:',
        ...positions.map(
          ({ action, says, sources, read }) =>
            `      ${action.replaceAll('-', ' ')}: ${says} [${read}; ${sources.map(({ key }) => key).join(', ')}]`,
        ),
      ];

const findingText = ({ item, action }: Screening['findings'][number]): string =>
  [
    `  ${action.replaceAll('-', ' ')}: ${item.factor}`,
    `    ${item.rule}`,
    `    because: ${item.reason} [${item.read}${item.clinical_judgement === true ? ', to be confirmed by a dermatologist' : ''}${
      item.sources.length === 0 ? '' : `; ${item.sources.map(({ key }) => key).join(', ')}`
    }]`,
    ...(item.defer_until === undefined ? [] : [`    until: ${item.defer_until}`]),
    `    may be overridden by: ${item.override_by}`,
    ...positionsText(item.positions),
  ].join('\n');

const textOf = ({ verdict, findings, unanswered }: Screening): string =>
  [
    `Screening: ${verdict}`,
    ...(findings.length === 0 ? ['No answer asks for anything.'] : [findings.map(findingText).join('\n')]),
    ...(unanswered.length === 0
      ? []
      : [
          `Not asked yet; unanswered is not cleared:\n${unanswered.map(({ id, question }) => `  ${id}: ${question}`).join('\n')}`,
        ]),
  ].join('\n\n');

const written = ({ verdict, findings, unanswered }: Screening) => ({
  verdict,
  findings: findings.map(({ item, action }) => ({
    item: item.id,
    action,
    factor: item.factor,
    rule: item.rule,
    reason: item.reason,
    override_by: item.override_by,
    ...(item.defer_until === undefined ? {} : { until: item.defer_until }),
    basis: item.basis,
    read: item.read,
    sources: item.sources.map(({ key }) => key),
    ...(item.clinical_judgement === true ? { clinical_judgement: true } : {}),
    ...(item.positions === undefined
      ? {}
      : {
          positions: item.positions.map(({ sources, ...position }) => ({
            ...position,
            sources: sources.map(({ key }) => key),
          })),
        }),
  })),
  unanswered: unanswered.map(({ id, question }) => ({ item: id, question })),
});

/** Holds the answers of a case against the screening rules of a route. */
export const screen = (file: string, { json, rf, set }: ScreenFlags): number => {
  const route: Route = rf === true ? 'rf' : 'needling';
  const screening = screenCase(readCase(readCaseFile(file, set)), route);
  print(json === true ? jsonText(written(screening)) : textOf(screening));
  return screeningIsClear(screening) ? exitCode.planned : exitCode.refused;
};
