import type { MeasureId } from '../measure/measure-ids.ts';
import { exactInterval } from '../risk/exact-interval.ts';
import type { Incidence, RiskEvent } from '../risk/risk-schema.ts';
import type { RiskAnswer, RiskRate } from '../risk/risks-for.ts';
import type { StudyArm } from '../study/arms-for.ts';

/** People counted in one study, as a natural frequency: so many of so many, and how far chance alone could move it. */
export interface Counted {
  readonly had: number;
  readonly of: number;
  /** Of 100 people like those studied, by the exact 95 % interval. */
  readonly fewest: number;
  readonly most: number;
  readonly text: string;
  readonly study: string;
}

/** Shares that mean the same to everybody. A paper's own scale is left out. */
const betterWords: Partial<Record<MeasureId, string>> = {
  'responders-any-improvement': 'looked better',
  'responders-own-view': 'said they looked better',
  'responders-gais': 'looked better',
  'responders-one-grade-or-more': 'looked better by a grade or more',
  'responders-two-grades-or-more': 'looked better by two grades or more',
  'responders-over-25-percent': 'looked better by more than a quarter',
  'responders-over-25-percent-own-view': 'said they looked better by more than a quarter',
  'responders-satisfied': 'were content',
};

/** How many people got better in each arm that counted them, as a sentence and as events of a total. */
export function betterIn(arms: readonly StudyArm[]): readonly Counted[] {
  return arms.flatMap(({ study, arm }) =>
    arm.outcomes.flatMap(({ measure, responders }) => {
      const words = betterWords[measure];
      return words && responders && responders.n > 0 ? [counted(responders, words, study.id)] : [];
    }),
  );
}

const harmWords: Readonly<Record<Incidence['kind'], string>> = {
  pih: 'got dark marks',
  'pigment-change': 'got a change in skin colour',
  'burn-scarring-or-pigment-change': 'got a burn, a scar or a change in colour',
  scarring: 'got a scar that stayed',
  burn: 'got a burn',
  infection: 'got cold sores',
  erythema: 'got red skin',
  persistent: 'had a side effect after six months',
  minor: 'had a small problem',
  any: 'had a side effect',
};

const eventNames: Readonly<Record<RiskEvent, string>> = {
  pih: 'dark marks',
  redness: 'red skin',
  'prolonged-redness': 'red skin that lasts',
  infection: 'an infection',
  scarring: 'a scar',
  burn: 'a burn',
  'fat-loss': 'a loss of fat under the skin',
  'nerve-injury': 'harm to a nerve',
  any: 'any side effect',
};

/** One risk as a person reads it: the counts, or that nobody has counted. */
export interface RiskLine {
  readonly event: RiskEvent;
  readonly name: string;
  readonly counts: readonly Counted[];
  /** Counts in other people or places, which say less about this person. */
  readonly others: readonly Counted[];
  readonly text: string;
  /** Reported without a number of people treated. */
  readonly isReported: boolean;
}

/**
 * What a decision aid says of one harm: counts from people like these, else counts from others and that they are
 * from others, else that nobody has counted.
 */
export function riskLine({ event, rates, elsewhere, signals }: RiskAnswer): RiskLine {
  const name = eventNames[event];
  const isReported = signals.length > 0;
  const counts = rates === 'not quantified' ? [] : rates.map(countedHarm);
  const others = elsewhere.map(countedHarm);
  const sentences = [
    ...(counts.length > 0
      ? counts.map(({ text }) => text)
      : [`Nobody has counted how often people like you get ${name}.`]),
    ...(counts.length === 0 && others.length > 0 ? ['This is from other people or places.'] : []),
    ...(counts.length === 0 ? others.map(({ text }) => text) : []),
    ...(isReported ? ['There are reports of it.'] : []),
  ];
  return { event, name, counts, others, text: sentences.join(' '), isReported };
}

const countedHarm = (rate: RiskRate): Counted =>
  counted(rate, harmWords[rate.counted.kind], rate.counted.source.key);

function counted(
  { k, n }: { readonly k: number; readonly n: number },
  words: string,
  study: string,
): Counted {
  const { low, high } = exactInterval(k, n);
  const [fewest, most] = [Math.floor(100 * low), Math.ceil(100 * high)];
  const who = k === 0 ? 'none' : `${k}`;
  const found = `In one study ${who} of ${n} people ${words}.`;
  const spread =
    k === 0 ? `It could still be up to ${most} of 100.` : `It could be ${fewest} to ${most} of 100.`;
  return { had: k, of: n, fewest, most, text: `${found} ${spread}`, study };
}
