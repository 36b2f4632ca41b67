import type { Grade } from '../claim/claim-schema.ts';
import { gradeVotes } from '../claim/grade-votes.ts';
import { votesOf } from '../claim/vote.ts';
import type { Route } from '../course/protocol-schema.ts';
import { courseRegionOf } from '../course/protocols.ts';
import type { Source } from '../provenance/reference.ts';
import { risksFor } from '../risk/risks-for.ts';
import { screeningItems } from '../screening/screening.ts';
import { armsFor } from '../study/arms-for.ts';
import { studies } from '../study/studies.ts';
import type { Study } from '../study/study-schema.ts';
import type { Condition, CourseOfCare, Edition, Option, Talk } from './aid-schema.ts';
import { conditionOf, courseOfCare, edition, options, talk } from './content.ts';
import { betterIn, riskLine, type Counted, type RiskLine } from './counted.ts';
import { expectedOf, type Expected } from './expected.ts';
import { gapsFor, type Gap, type GapQuery } from './gaps-for.ts';

/** What the studies say of one way of needling for this problem. */
export interface WhatStudiesSay {
  readonly certainty: Grade;
  readonly reason: string;
  /** Of 100 people how many, from all studies together. */
  readonly expected: Expected;
  readonly better: readonly Counted[];
  readonly risks: readonly RiskLine[];
}

/** An option with its evidence, where it is one of needling. */
export interface AidOption extends Option {
  readonly evidence?: WhatStudiesSay;
}

export interface NotForYou {
  readonly action: Talk['not_for_you'][number]['action'];
  readonly text: string;
  readonly sources: readonly Source[];
}

/** All a person needs to decide. No part of it has a place for a device setting (tested, in types and in text). */
export interface DecisionAid extends Omit<Talk, 'not_for_you'>, CourseOfCare {
  readonly edition: Edition;
  readonly condition: Condition;
  readonly options: readonly AidOption[];
  readonly not_for_you: readonly NotForYou[];
  readonly gaps: readonly Gap[];
}

export function decisionAid(query: GapQuery, from: readonly Study[] = studies()): DecisionAid {
  const { not_for_you, ...rest } = talk();
  return {
    edition: edition(),
    condition: conditionOf(query.indication),
    options: options().map((option) => withEvidence(option, query, from)),
    ...courseOfCare(),
    ...rest,
    not_for_you: not_for_you.map(withSources),
    gaps: gapsFor(query, from),
  };
}

const routeOf: Partial<Record<Option['id'], Route>> = { needling: 'needling', 'rf-needling': 'rf' };

function withEvidence(option: Option, query: GapQuery, from: readonly Study[]): AidOption {
  const route = routeOf[option.id];
  return route ? { ...option, evidence: evidenceFor(route, query, from) } : option;
}

function evidenceFor(
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

function withSources({ action, text, screening }: Talk['not_for_you'][number]): NotForYou {
  const items = screeningItems().filter(({ id }) => screening.includes(id));
  return { action, text, sources: items.flatMap(({ sources }) => sources) };
}
