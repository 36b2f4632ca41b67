import { closest, distance } from 'fastest-levenshtein';
import { BadInput, type Problem } from '../../error.ts';
import type { Candidate, Plan } from '../../plan/plan.ts';
import { chanceText, valueText } from '../numbers.ts';
import { letterOf, shortlistOf } from '../shortlist.ts';

type Refuse = (problem: string, remedy: string, allowed?: string) => BadInput;

const refusalAt =
  (path: string, given: string): Refuse =>
  (problem, remedy, allowed) => {
    const one: Problem = { path, given, problem, remedy };
    return new BadInput([allowed === undefined ? one : { ...one, allowed }]);
  };

/** Why a course that is not among the candidates cannot be chosen. */
const whyNot = (
  plan: Exclude<Plan, { readonly status: 'refused' }>,
  id: string,
  refusal: Refuse,
): BadInput => {
  const rejected = plan.rejected.find((one) => one.id === id);
  if (rejected !== undefined) {
    const { title, value, upper, direction, bound, unit, remedy } = rejected.binding;
    const problem = `is outside the envelope: ${title} ${chanceText(valueText(value, unit), upper)}`;
    return refusal(problem, remedy, `${direction} ${valueText(bound, unit)}`);
  }
  const ids = plan.candidates.map((candidate) => candidate.id);
  if (ids.length === 0)
    return refusal('cannot be chosen: no course is inside the envelope', 'see what binds');
  const last = letterOf(shortlistOf(plan).length - 1);
  const allowed = `a letter of the shortlist, A to ${last}, or the id of a candidate in plan.json`;
  const near = closest(id, ids);
  // Whoever is further off than half of an id did not misspell one.
  const remedy = 2 * distance(id, near) < near.length ? `did you mean "${near}"?` : 'give a letter, as A';
  return refusal('is no course of this plan', remedy, allowed);
};

/**
 * The candidate with an id, or with a letter of the shortlist. Throws BadInput with the limit that a rejected course
 * breaks, and for anything else that is not a candidate; `path` says where the id stands.
 */
export const chooseCourse = (plan: Plan, id: string, path = '--choose'): Candidate => {
  const refusal = refusalAt(path, id);
  if (plan.status === 'refused') {
    throw refusal(`cannot be chosen: ${plan.reasons[0]?.because ?? 'nothing is planned'}`, 'see the reasons');
  }
  const lettered = shortlistOf(plan).find((_, i) => letterOf(i) === id.toUpperCase());
  const found = lettered?.candidate ?? plan.candidates.find((candidate) => candidate.id === id);
  if (found === undefined) throw whyNot(plan, id, refusal);
  return found;
};

/** Characters of a reason at most: a page of the document that tells it. */
export const mostReason = 2000;

/**
 * The reason for a choice without the blanks round it; undefined where it says nothing. Throws BadInput where it is
 * longer than `mostReason`; `path` says where it stands.
 */
export const readReason = (reason: string, path = '--reason'): string | undefined => {
  const text = reason.trim();
  if (text.length > mostReason) {
    const problem = `has ${text.length} characters`;
    throw refusalAt(path, text)(problem, 'shorten it', `at most ${mostReason} characters`);
  }
  return text === '' ? undefined : text;
};
