import type { Arm, Study } from '../study/study-schema.ts';
import type { PartOf } from './claim-schema.ts';
import type { GradedVotes } from './grade-votes.ts';
import { fewestPeople, isLargeEnough } from './vote.ts';

interface Comparison {
  readonly study: Study;
  readonly result: 'better' | 'no difference' | 'worse';
  readonly isLargeEnough: boolean;
}

/**
 * The rule for "does more than". Only studies that compared the two in groups of enough people speak. None:
 * not supported. Some better and some not: conflicting. None better: not supported. All better: supported if
 * two or more were randomised and one of them blinded, otherwise limited.
 */
export function gradeCompared(part: PartOf<'compared'>, from: readonly Study[]): GradedVotes {
  const found = comparisonsOf(part, from);
  const speaking = found.filter(({ isLargeEnough }) => isLargeEnough);
  const better = speaking.filter(({ result }) => result === 'better').length;
  return {
    grade: gradeOf(speaking, better),
    reason: reasonOf(part, found, speaking),
    studies: found.map(({ study }) => study.id),
  };
}

function gradeOf(speaking: readonly Comparison[], better: number): GradedVotes['grade'] {
  if (better === 0) return 'not supported';
  if (better < speaking.length) return 'conflicting';
  const isRandomised = speaking.every(({ study }) => study.design === 'randomised');
  const isBlinded = speaking.some(({ study }) => study.blinding === 'assessor');
  return better >= 2 && isRandomised && isBlinded ? 'supported' : 'limited';
}

function comparisonsOf(part: PartOf<'compared'>, from: readonly Study[]): Comparison[] {
  return from
    .filter(({ split }) => split === 'train')
    .flatMap((study) =>
      study.arms
        .filter((arm) => arm.device.modality === part.route && isFor(arm, part))
        .flatMap((arm) =>
          resultsOf(arm, part).map((result) => ({ study, result, isLargeEnough: isLargeEnough(arm) })),
        ),
    );
}

const isFor = ({ indication }: Arm, part: PartOf<'compared'>): boolean =>
  part.indication === undefined || indication === part.indication;

function resultsOf({ outcomes }: Arm, { against }: PartOf<'compared'>): Comparison['result'][] {
  return outcomes.flatMap(({ reading }) =>
    reading?.against !== undefined && reading.result !== undefined && against.includes(reading.against)
      ? [reading.result]
      : [],
  );
}

function reasonOf(
  { against_words }: PartOf<'compared'>,
  found: readonly Comparison[],
  speaking: readonly Comparison[],
): string {
  if (found.length === 0) return `No study compared it with ${against_words}.`;
  const small = found.length - speaking.length;
  const better = speaking.filter(({ result }) => result === 'better').length;
  return [
    ...(speaking.length > 0
      ? [`Of ${speaking.length} comparisons with ${against_words}, ${better} found it better.`]
      : [`No study of ${fewestPeople} people or more in each group compared it with ${against_words}.`]),
    ...(small > 0 ? [`Left out as too small: ${small}.`] : []),
  ].join(' ');
}
