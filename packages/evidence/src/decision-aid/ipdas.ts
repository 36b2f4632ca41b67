import type { DecisionAid } from './decision-aid.ts';

/** One thing a decision aid must hold, after the minimum standards of the IPDAS collaboration (josephwilliams2014), in our words. */
export interface IpdasItem {
  readonly id: string;
  readonly group: 'qualifying' | 'certifying' | 'quality';
  readonly words: string;
  readonly isPresent: (aid: DecisionAid) => boolean;
}

const item = (
  group: IpdasItem['group'],
  id: string,
  words: string,
  isPresent: IpdasItem['isPresent'],
): IpdasItem => ({ id, group, words, isPresent });

const evidence = ({ options }: DecisionAid) => options.flatMap(({ evidence }) => evidence ?? []);
const hasText = (texts: readonly { readonly text: string }[]): boolean =>
  texts.every(({ text }) => text !== '') && texts.length > 0;

/** The standards that the decision aid is held against, each with the test of whether it is met. */
export const ipdasItems: readonly IpdasItem[] = [
  item('qualifying', 'condition', 'says what the condition is', ({ condition }) => hasText([condition.what])),
  item('qualifying', 'decision', 'says which decision is to be made', ({ edition }) =>
    hasText([edition.decision]),
  ),
  item(
    'qualifying',
    'options',
    'names the options, doing nothing among them',
    ({ options }) => options.length > 1 && options.some(({ id }) => id === 'nothing'),
  ),
  item('qualifying', 'good', 'says what speaks for each option', ({ options }) =>
    options.every(({ good }) => hasText(good)),
  ),
  item('qualifying', 'bad', 'says what speaks against each option', ({ options }) =>
    options.every(({ bad }) => hasText(bad)),
  ),
  item('qualifying', 'experience', 'says what each option is like', ({ options }) =>
    hasText(options.map(({ feels }) => feels)),
  ),

  item('certifying', 'balance', 'shows for and against in like detail', ({ options }) =>
    options.every(({ good, bad }) => Math.abs(good.length - bad.length) <= 1),
  ),
  item('certifying', 'sources', 'cites the evidence', ({ options }) =>
    options.some(({ good, bad }) => [...good, ...bad].some(({ sources }) => sources.length > 0)),
  ),
  item(
    'certifying',
    'date',
    'gives the date of the evidence',
    ({ edition }) => edition.evidence_as_of !== '',
  ),
  item('certifying', 'update', 'says when it is renewed', ({ edition }) => hasText([edition.update])),
  item(
    'certifying',
    'uncertainty',
    'says how sure the numbers are',
    (aid) => hasText([aid.edition.how_sure]) && evidence(aid).every(({ certainty }) => certainty.length > 0),
  ),
  item('certifying', 'funding', 'says who paid', ({ edition }) => hasText([edition.funding])),

  item('quality', 'untreated', 'says what happens without treatment', ({ condition }) =>
    hasText([condition.untreated]),
  ),
  item('quality', 'frequencies', 'gives counts of people with the whole they belong to', (aid) =>
    evidence(aid).every(({ risks }) => risks.length > 0 && risks.every(({ text }) => text !== '')),
  ),
  item('quality', 'course', 'says what happens when', ({ weeks }) => weeks.at(-1)?.to_week === 12),
  item(
    'quality',
    'gaps',
    'says what is not known for this person',
    ({ gaps }) => hasText(gaps) || gaps.length === 0,
  ),
  item('quality', 'values', 'asks what matters to the person', ({ values }) => values.length > 0),
  item('quality', 'steps', 'leads through the steps of deciding', ({ next_steps }) => hasText(next_steps)),
  item('quality', 'questions', 'lists questions for the doctor', ({ ask }) => ask.length > 0),
  item('quality', 'fit', 'says who should not have it', ({ not_for_you }) => hasText(not_for_you)),
  item('quality', 'costs', "asks for the person's own costs", ({ costs }) => costs.length > 0),
  item(
    'quality',
    'after',
    'says what is normal, and when to call',
    ({ days, call }) => hasText(days) && hasText(call),
  ),
  item('quality', 'authors', 'says who made it and what has not been tested', ({ edition }) =>
    hasText([edition.made_by]),
  ),
];

/** Items about how an aid was made, which no content can stand in for. None has been done. */
export const ipdasNotDone: readonly string[] = [
  'patients were asked what they need to know',
  'doctors were asked what they need to tell',
  'patients and doctors who did not make it have reviewed it',
  'it was tested with people who face the decision',
];

/**
 * Ids of the items of IPDAS that a decision aid does not meet; empty where it meets all that content alone can
 * meet.
 */
export function missingItems(aid: DecisionAid): readonly string[] {
  return ipdasItems.filter(({ isPresent }) => !isPresent(aid)).map(({ id }) => id);
}
