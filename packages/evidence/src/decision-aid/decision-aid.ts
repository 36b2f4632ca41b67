import type { Route } from '../course/protocol-schema.ts';
import type { Source } from '../provenance/reference.ts';
import { screeningItems } from '../screening/screening.ts';
import { studies } from '../study/studies.ts';
import type { Study } from '../study/study-schema.ts';
import type { Condition, CourseOfCare, Edition, Option, Talk } from './aid-schema.ts';
import { conditionOf, courseOfCare, edition, options, talk } from './content.ts';
import { gapsFor, type Gap, type GapQuery } from './gaps-for.ts';
import { whatStudiesSay, type WhatStudiesSay } from './what-studies-say.ts';

/** An option with its evidence, where it is one of needling. */
export interface AidOption extends Option {
  readonly evidence?: WhatStudiesSay;
}

/** A reason not to be treated, or not yet, with the screening questions behind it. */
export interface NotForYou {
  readonly action: Talk['not_for_you'][number]['action'];
  /** The screening items behind it, for the person who takes it up. */
  readonly screening: Talk['not_for_you'][number]['screening'];
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

/**
 * The content of a decision aid for a person: the condition, the options with what studies counted of each, the
 * course of care and what no study says.
 */
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
  return route ? { ...option, evidence: whatStudiesSay(route, query, from) } : option;
}

function withSources({ action, text, screening }: Talk['not_for_you'][number]): NotForYou {
  const items = screeningItems().filter(({ id }) => screening.includes(id));
  return { action, screening, text, sources: items.flatMap(({ sources }) => sources) };
}
