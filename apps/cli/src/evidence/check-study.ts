import { BadInput } from '@percuta/engine';
import { checkStudy, type StudyChanges } from '@percuta/evidence';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';

export interface CheckStudyFlags {
  readonly json?: boolean;
}

const changesText = ({ indications, claims, gaps }: StudyChanges): string[] => [
  indications.length === 0
    ? 'No count of arms changes.'
    : table(
        ['indication', 'arms before', 'after'],
        indications.map(({ id, before, after }) => [id, String(before), String(after)]),
      ),
  claims.length === 0
    ? 'No claim changes.'
    : table(
        ['claim', 'part', 'grade before', 'after'],
        claims.map(({ id, part, before, after }) => [id, part, before, after]),
      ),
  ...gaps.flatMap(({ indication, closed, opened }) => [
    ...closed.map((gap) => `Closes for ${indication}: ${gap}`),
    ...opened.map((gap) => `Opens for ${indication}: ${gap}`),
  ]),
];

/** Whether a study record can be filed, and what the evidence would say differently with it. */
export const checkStudyFile = (file: string, { json }: CheckStudyFlags): number => {
  const check = checkStudy(readJson(file));
  if (!check.isValid) {
    throw new BadInput(
      check.problems.map((problem) => {
        const [path = 'study', ...words] = problem.split(': ');
        return { path, given: file, problem: words.join(': '), remedy: 'see packages/evidence/ADDING.md' };
      }),
    );
  }
  const { study, isNew, remarks, changes } = check;
  if (json === true) print(jsonText({ study: study.id, isNew, remarks, changes }));
  else
    print(
      [
        `${study.id}: valid, ${isNew ? 'not yet in the table' : 'in the table already'}`,
        ...changesText(changes),
        ...remarks.map((remark) => `Remark: ${remark}`),
        'Forecasts change only when they are made again: node tools/run.mjs tools/evidence/forecasts.ts --write',
      ].join('\n\n'),
    );
  return exitCode.planned;
};
