import type { SiteId } from '../atlas/site-ids.ts';
import type { Route } from '../course/protocol-schema.ts';
import { measure } from '../measure/measures.ts';
import { findingOf } from '../study/finding.ts';
import type { Comparison, Outcome } from '../study/outcome-schema.ts';
import type { Arm, StudiedIndication, Study } from '../study/study-schema.ts';

/** What one study says: it has one voice, however many arms and outcomes. */
export interface Vote {
  readonly study: Study;
  readonly result: 'for' | 'against' | 'mixed';
  /** Compared with sham or nothing, or at least rated by somebody who did not know, or open. */
  readonly strength: 'controlled' | 'blinded' | 'open';
}

/** Which results of the study table count for or against: by kind of needles, indication, sites and outcomes. */
export interface VoteQuery {
  readonly route: Route;
  readonly indication?: StudiedIndication | undefined;
  readonly sites?: readonly SiteId[] | undefined;
  /** Words of which the name of an outcome must hold one. */
  readonly about?: readonly string[] | undefined;
}

/** Fewer people than this in a group do not make a vote. */
export const fewestPeople = 10;

/** Comparisons that leave needling as the only difference. */
export const isolating: ReadonlySet<Comparison> = new Set<Comparison>([
  'sham',
  'placebo',
  'untreated',
  'same-care-without-needling',
]);

/** One vote for each study with a usable result in needling-only arms of enough people. Held-out studies have none. */
export function votesOf(query: VoteQuery, from: readonly Study[]): readonly Vote[] {
  return from
    .filter(({ split }) => split === 'train')
    .flatMap((study) => {
      const arms = study.arms.filter((arm) => isAsked(arm, query) && isLargeEnough(arm));
      return voteOf(study, arms, query) ?? [];
    });
}

export function isLargeEnough({ analysed, enrolled }: Arm): boolean {
  return (analysed ?? enrolled ?? 0) >= fewestPeople;
}

function isAsked({ role, device, indication, places }: Arm, query: VoteQuery): boolean {
  const named = places.flatMap(({ sites }) => sites ?? []);
  return (
    role === 'needling' &&
    device.modality === query.route &&
    (query.indication === undefined || indication === query.indication) &&
    (query.sites?.some((site) => named.includes(site)) ?? true)
  );
}

function voteOf(study: Study, arms: readonly Arm[], query: VoteQuery): Vote | undefined {
  const asked = arms.map((arm) => ({
    arm,
    outcomes: arm.outcomes.filter((outcome) => isAbout(outcome, query)),
  }));
  const controlled = asked.flatMap(({ outcomes }) => outcomes.flatMap(againstNothing));
  if (controlled.length > 0) return { study, result: resultOf(controlled), strength: 'controlled' };
  const says = asked.flatMap(({ arm, outcomes }) => lastOfEach(outcomes, arm));
  if (says.length === 0) return undefined;
  const isBlinded = study.blinding === 'assessor' || study.blinding === 'photographs';
  return { study, result: resultOf(says), strength: isBlinded ? 'blinded' : 'open' };
}

type Say = 'for' | 'against' | 'mixed';

function againstNothing({ reading }: Outcome): Say[] {
  if (reading?.against === undefined || !isolating.has(reading.against)) return [];
  return reading.result === undefined ? [] : [reading.result === 'better' ? 'for' : 'against'];
}

/** How it looks, unless the words ask for something else. */
function isAbout({ words, measure: id }: Outcome, { about }: VoteQuery): boolean {
  if (about) return about.some((word) => words.toLowerCase().includes(word.toLowerCase()));
  return ['appearance', 'pigment'].includes(measure(id).domain);
}

/** The finding of each measure at its last time: an early "not yet" is no vote against. */
function lastOfEach(outcomes: readonly Outcome[], arm: Arm): Say[] {
  const last = new Map<string, { readonly at: number; readonly say: Say }>();
  for (const outcome of outcomes) {
    const say = sayOf(outcome, arm);
    const name = `${outcome.words}: ${outcome.responders?.definition}`;
    const at = outcome.at?.time ?? 0;
    if (say && at >= (last.get(name)?.at ?? 0)) last.set(name, { at, say });
  }
  return [...last.values()].map(({ say }) => say);
}

function sayOf(outcome: Outcome, arm: Arm): Say | undefined {
  const finding = findingOf(outcome, arm);
  if (finding === undefined || finding === 'mixed') return finding;
  return finding === 'improved' ? 'for' : 'against';
}

function resultOf(says: readonly Say[]): Say {
  if (says.every((say) => say === 'for')) return 'for';
  return says.every((say) => say === 'against') ? 'against' : 'mixed';
}
