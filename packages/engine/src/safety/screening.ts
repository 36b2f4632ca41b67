import {
  screeningItems,
  site as siteOf,
  type Route,
  type ScreeningAction,
  type ScreeningItem,
} from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import type { Answer, Case } from '../case/case.ts';

/** What an answered item leads to. */
export interface Finding {
  readonly item: ScreeningItem;
  readonly action: ScreeningAction;
}

/** The outcome of screening for one route. Unanswered is never safe. */
export interface Screening {
  readonly verdict: 'exclude' | 'refer' | 'defer' | 'incomplete' | 'proceed with change' | 'proceed';
  readonly findings: readonly Finding[];
  readonly unanswered: readonly ScreeningItem[];
}

const strictness: readonly ScreeningAction[] = [
  'exclude',
  'exclude-zone',
  'refer',
  'defer',
  'exclude-use',
  'proceed-with-change',
  'proceed',
];

const strictest = (actions: readonly ScreeningAction[]): ScreeningAction =>
  strictness.find((action) => actions.includes(action)) ?? 'exclude';

const yesIf = (condition: boolean): Answer => (condition ? 'yes' : 'no');

/** Items that the case answers by itself. */
const fromCase: Readonly<Record<string, (given: Case) => Answer>> = {
  'age-under-18': ({ person }) => yesIf(person.age < toSI(18, 'years')),
  'age-18-21': ({ person }) => yesIf(person.age >= toSI(18, 'years') && person.age < toSI(22, 'years')),
  'phototype-dark': ({ person }) => yesIf(['IV', 'V', 'VI'].includes(person.phototype)),
  smoking: ({ person }) =>
    person.smoking === 'not asked' ? 'not asked' : yesIf(person.smoking === 'current'),
  'orbital-rim': ({ site }) => yesIf(site.touches.length > 0 || siteOf(site.id).inside_orbital_rim),
};

/** The answer to an item; an item that nobody has answered counts as not asked. */
export const answerTo = (item: ScreeningItem, given: Case): Answer => {
  const stated = given.screening[item.id];
  // A "yes" counts even where the case could answer by itself.
  return stated === 'yes' ? stated : (fromCase[item.id]?.(given) ?? stated ?? 'not asked');
};

/** A use that is excluded stops the plan only when the plan makes that use. */
const actionOf = (item: ScreeningItem, given: Case): ScreeningAction => {
  const action = strictest(item.actions);
  return action === 'exclude-use' && given.anaesthesia?.kind === 'topical' ? 'exclude' : action;
};

const verdictOf = (actions: readonly ScreeningAction[], isIncomplete: boolean): Screening['verdict'] => {
  if (actions.includes('exclude') || actions.includes('exclude-zone')) return 'exclude';
  if (actions.includes('refer')) return 'refer';
  if (actions.includes('defer')) return 'defer';
  if (isIncomplete) return 'incomplete';
  return actions.some((action) => action !== 'proceed') ? 'proceed with change' : 'proceed';
};

/**
 * Holds the answers of a case against every item of the route: exclude > refer > defer > incomplete > change.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { readCase, screen } from '@percuta/engine';
 *
 * const given = readCase(JSON.parse(readFileSync('case.json', 'utf8')));
 * console.log(screen(given, 'needling').verdict); // proceed with change
 * ```
 */
export const screen = (given: Case, route: Route): Screening => {
  const items = screeningItems().filter((item) => item.applies_to.includes(route));
  const answered = items.map((item) => ({ item, answer: answerTo(item, given) }));
  const findings = answered
    .filter(({ answer }) => answer === 'yes')
    .map(({ item }) => ({ item, action: actionOf(item, given) }))
    .sort((a, b) => strictness.indexOf(a.action) - strictness.indexOf(b.action));
  const unanswered = answered.filter(({ answer }) => answer === 'not asked').map(({ item }) => item);
  const actions = findings.map(({ action }) => action);
  return { verdict: verdictOf(actions, unanswered.length > 0), findings, unanswered };
};

/** Whether treatment may go on after screening, as it is or with a change. */
export const mayProceed = ({ verdict }: Screening): boolean =>
  verdict === 'proceed' || verdict === 'proceed with change';
