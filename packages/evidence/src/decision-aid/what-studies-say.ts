import type { Grade } from '../claim/claim-schema.ts';
import { gradeVotes } from '../claim/grade-votes.ts';
import { votesOf } from '../claim/vote.ts';
import type { Route } from '../course/protocol-schema.ts';
import { courseRegionOf } from '../course/protocols.ts';
import { risksFor } from '../risk/risks-for.ts';
import { armsFor } from '../study/arms-for.ts';
import type { Study } from '../study/study-schema.ts';
import { betterIn, riskLine, type Counted, type RiskLine } from './counted.ts';
import { expectedOf, type Expected } from './expected.ts';
import type { GapQuery } from './gaps-for.ts';

/** What the studies say of one way of needling for this problem. */
export interface WhatStudiesSay {
  readonly certainty: Grade;
  readonly reason: string;
  /** Of 100 people how many, from all studies together. */
  readonly expected: Expected;
  readonly better: readonly Counted[];
  readonly risks: readonly RiskLine[];
}

export function whatStudiesSay(
  route: Route,
  { indication, phototype, site }: GapQuery,
  from: readonly Study[],
): WhatStudiesSay {
  const { grade, reason } = gradeVotes(votesOf({ route, indication }, from));
  const train = from.filter(({ split }) => split === 'train');
  const region = site && courseRegionOf(site);
  return {
    certainty: grade,
    reason,
    expected: expectedOf({ indication, route, region, phototype }),
    better: betterIn(armsFor({ indication, modality: route, role: 'needling' }, train)),
    risks: risksFor({ modality: route, phototype, region }).map(riskLine),
  };
}
