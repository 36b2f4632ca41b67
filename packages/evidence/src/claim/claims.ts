import claimsFile from '../../data/claims/claims.json' with { type: 'json' };
import { z } from 'zod';
import { once } from '../once.ts';
import type { Incidence } from '../risk/risk-schema.ts';
import { incidence } from '../risk/risks.ts';
import { studies } from '../study/studies.ts';
import type { Study } from '../study/study-schema.ts';
import { claimSchema, grades, type Claim, type ClaimPart, type Grade } from './claim-schema.ts';
import { gradeCompared } from './grade-compared.ts';
import { gradeDepth, gradeLastingHarm } from './grade-injury.ts';
import { gradeVotes, type GradedVotes } from './grade-votes.ts';
import { votesOf } from './vote.ts';

/** One part of a claim with its grade and the studies (by id) that the grade rests on. */
export interface GradedPart {
  readonly words: string;
  readonly grade: Grade;
  /** Computed from the studies by a written rule, or judged and marked so. */
  readonly basis: 'computed' | 'judged';
  readonly reason: string;
  readonly studies: readonly string[];
  /** Shown beside the claim, does not count for it. */
  readonly aside: boolean;
}

/** A claim people are told about needling, graded from the study table. */
export interface GradedClaim {
  readonly id: string;
  /** The claim as people hear it. */
  readonly words: string;
  /** The grade of the weakest part that counts. */
  readonly grade: Grade;
  readonly basis: GradedPart['basis'] | 'computed and judged';
  readonly reason: string;
  readonly parts: readonly GradedPart[];
  readonly studies: readonly string[];
}

/** What the grades are computed from. */
export interface ClaimEvidence {
  readonly studies: readonly Study[];
  readonly incidence: readonly Incidence[];
}

const ledger = once((): readonly Claim[] => z.array(claimSchema).parse(claimsFile));

/** The twelve claims, each with its grade, in the order of the ledger. */
export function claims(evidence: Partial<ClaimEvidence> = {}): readonly GradedClaim[] {
  const known = { studies: evidence.studies ?? studies(), incidence: evidence.incidence ?? incidence() };
  return ledger().map((claim) => gradeClaim(claim, known));
}

export function gradeClaim({ id, words, parts }: Claim, evidence: ClaimEvidence): GradedClaim {
  const graded = parts.map((part) => gradePart(part, evidence));
  const counting = graded.filter(({ aside }) => !aside);
  const grade = weakest(counting.map(({ grade }) => grade));
  const bases = new Set(counting.map(({ basis }) => basis));
  const [basis = 'judged'] = bases;
  return {
    id,
    words,
    grade,
    basis: bases.size > 1 ? 'computed and judged' : basis,
    reason: counting.map((part) => explain(part, counting.length)).join(' '),
    parts: graded,
    studies: [...new Set(counting.flatMap(({ studies }) => studies))],
  };
}

const explain = ({ words, grade, reason }: GradedPart, of: number): string =>
  of === 1 ? reason : `"${words}" ${capitalised(grade)}. ${reason}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function weakest(found: readonly Grade[]): Grade {
  const rank = Math.max(...found.map((grade) => grades.indexOf(grade)));
  return grades[rank] ?? 'not supported';
}

function gradePart(part: ClaimPart, evidence: ClaimEvidence): GradedPart {
  const { grade, reason, studies } = gradeByRule(part, evidence);
  return {
    words: part.words,
    grade,
    basis: part.rule === 'judged' ? 'judged' : 'computed',
    reason,
    studies: [...new Set(studies)],
    aside: part.aside ?? false,
  };
}

function gradeByRule(part: ClaimPart, { studies, incidence }: ClaimEvidence): GradedVotes {
  switch (part.rule) {
    case 'effect':
    case 'place':
      return gradeVotes(votesOf(part, studies));
    case 'compared':
      return gradeCompared(part, studies);
    case 'depth':
      return gradeDepth(part, studies);
    case 'lasting-harm':
      return gradeLastingHarm(part, incidence);
    case 'judged':
      return part;
  }
}
