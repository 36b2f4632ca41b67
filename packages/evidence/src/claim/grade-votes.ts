import type { Grade } from './claim-schema.ts';
import { fewestPeople, isolating, type Vote } from './vote.ts';

export interface GradedVotes {
  readonly grade: Grade;
  readonly reason: string;
  readonly studies: readonly string[];
}

/** More than this share of the votes on the other side makes the studies disagree. */
const largestMinority = 1 / 4;

/** So many trials against sham or nothing, one of them blinded, are needed to call a claim supported. */
const enoughControlled = 2;

/**
 * The rule for "does it help". Only the strongest kind of study at hand decides: controlled by sham or
 * nothing, else rated blind, else open. No vote: not supported. More than a quarter on either side:
 * conflicting. Nearly all against: not supported. Nearly all for: supported if two or more were controlled,
 * one of them blinded, and none spoke against; otherwise limited.
 */
export function gradeVotes(votes: readonly Vote[]): GradedVotes {
  const deciding = decidingOf(votes);
  const grade = gradeOf(deciding);
  return { grade, reason: reasonOf(votes, deciding), studies: votes.map(({ study }) => study.id) };
}

function decidingOf(votes: readonly Vote[]): readonly Vote[] {
  const strengths = ['controlled', 'blinded', 'open'] as const;
  const best = strengths.find((strength) => votes.some((vote) => vote.strength === strength));
  return votes.filter(({ strength }) => strength === best);
}

const count = (votes: readonly Vote[], result: Vote['result']): number =>
  votes.filter((vote) => vote.result === result).length;

function gradeOf(deciding: readonly Vote[]): Grade {
  if (deciding.length === 0) return 'not supported';
  const mixed = count(deciding, 'mixed') / 2;
  const against = (count(deciding, 'against') + mixed) / deciding.length;
  if (against > 1 - largestMinority) return 'not supported';
  if (against > largestMinority) return 'conflicting';
  const isControlled =
    deciding.length >= enoughControlled && deciding.every(({ strength }) => strength === 'controlled');
  const isBlinded = deciding.some(({ study }) => study.blinding === 'assessor');
  return isControlled && isBlinded && against === 0 ? 'supported' : 'limited';
}

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function reasonOf(votes: readonly Vote[], deciding: readonly Vote[]): string {
  if (votes.length === 0) {
    return `No study of ${fewestPeople} people or more can tell.`;
  }
  const people = votes.reduce((sum, { study }) => sum + peopleIn(study), 0);
  const gives = votes.length === 1 ? 'gives' : 'give';
  return [
    `${plural(votes.length, 'study', 'studies')} with about ${people} people ${gives} a clear result: ${tally(votes)}.`,
    ...controlOf(votes),
    ...(deciding.length === votes.length ? [] : [`The ${strongest(deciding)} decide: ${tally(deciding)}.`]),
  ].join(' ');
}

/** A sham whose result against the treated side is not given is said: it is not nothing, and no comparison. */
function controlOf(votes: readonly Vote[]): string[] {
  const controlled = votes.filter(({ strength }) => strength === 'controlled');
  const silent = votes.filter(
    ({ study, strength }) =>
      strength !== 'controlled' && study.compared_with.some((other) => isolating.has(other)),
  );
  const compared = 'compared it with a sham or with doing nothing';
  if (controlled.length + silent.length === 0) return [`None ${compared}.`];
  return [
    ...(controlled.length > 0 ? [`Of them, ${controlled.length} ${compared}.`] : []),
    ...(silent.length > 0
      ? [
          `${silent.length} had a group with a sham or with nothing, but did not say how much the groups differ.`,
        ]
      : []),
  ];
}

function tally(votes: readonly Vote[]): string {
  const named = [
    [count(votes, 'for'), 'for'],
    [count(votes, 'against'), 'against'],
    [count(votes, 'mixed'), 'mixed'],
  ] as const;
  return named.flatMap(([n, name]) => (n > 0 ? [`${n} ${name}`] : [])).join(', ');
}

const strongest = ([vote]: readonly Vote[]): string =>
  vote?.strength === 'controlled' ? 'controlled ones' : 'ones rated blind';

/** People of the largest group: the arms of a study may share them. */
const peopleIn = ({ arms }: Vote['study']): number =>
  Math.max(...arms.map(({ analysed, enrolled }) => analysed ?? enrolled ?? 0));
