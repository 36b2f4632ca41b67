import {
  reference,
  rfSignals,
  type HarmModifier,
  type Pain,
  type RareHarm,
  type Recovery,
  type RiskAnswer,
  type RiskRate,
  type SafetySignal,
} from '@percuta/evidence';
import { fromSI, toSI } from '@percuta/quantity';
import type { CourseRisks, RouteRisks } from '../../expectation/risks.ts';
import { routeNames } from '../../expectation/words.ts';
import type { Fact, HarmCount, HarmLine, RiskSection, RouteRiskSection } from '../content.ts';
import { listText, sentenceCase, valueText } from '../numbers.ts';
import { countText, harmNames } from './risk-words.ts';

const phototypesText = ({ counted: { phototypes, phototype_words } }: RiskRate): string => {
  if (phototypes === undefined) return ['phototype not stated', phototype_words].filter(Boolean).join(': ');
  const [first, last] = [phototypes[0], phototypes.at(-1)];
  return first === last ? `phototype ${first}` : `phototypes ${first} to ${last}`;
};

/** What was counted, after what, in whom. */
const whoText = (rate: RiskRate): string => {
  const { event, modality_words, indication_words, places } = rate.counted;
  const where = listText(places.map(({ words }) => words));
  return `${event}; ${modality_words}, ${indication_words}, ${where}, ${phototypesText(rate)}`;
};

const countOf = (rate: RiskRate): HarmCount => ({
  text: countText(rate),
  who: whoText(rate),
  sources: [rate.counted.source],
  read: rate.counted.read,
  ...(rate.counted.note === undefined ? {} : { note: rate.counted.note }),
});

const harmLine = ({ event, rates, elsewhere }: RiskAnswer): HarmLine => ({
  harm: sentenceCase(harmNames[event]),
  here: rates === 'not quantified' ? [] : rates.map(countOf),
  elsewhere: elsewhere.map(countOf),
});

const withoutRate = ({ route, harms }: RouteRisks): string[] => {
  const names = harms
    .filter(({ rates, elsewhere }) => rates === 'not quantified' && elsewhere.length === 0)
    .map(({ event }) => harmNames[event]);
  return names.length === 0
    ? []
    : [`Percuta has no rate of ${listText(names, 'or')} after ${routeNames[route]}, in anybody.`];
};

/** Words alone: what is said, and what it does not say. */
const signalFact = ({ source, says, does_not_say, note, read }: SafetySignal): Fact => ({
  label: sentenceCase(reference(source.key).cite),
  value: sentenceCase(says),
  sources: [source],
  read,
  note: [does_not_say, note].filter((part) => part !== undefined).join('; '),
});

const days = (time: number): string => valueText(time, 'days');

/** "3 h to 3 days", "2 to 4 days". */
const spanText = (min: number, max: number): string => {
  if (min === 0) return `up to ${days(max)}`;
  const from = min < toSI(1, 'days') ? valueText(min, 'h') : valueText(fromSI(min, 'days'), '1');
  return `${from} to ${days(max)}`;
};

const durationText = ({ duration: { min, max, mean, se, n } }: Recovery): string =>
  [
    spanText(min, max),
    ...(mean === undefined ? [] : [`mean ${days(mean)}`]),
    ...(se === undefined ? [] : [`standard error ${days(se)}`]),
    ...(n === undefined ? [] : [`${n} people`]),
  ].join(', ');

const recoveryFact = (recovery: Recovery): Fact => ({
  label: sentenceCase(recovery.event),
  value: durationText(recovery),
  sources: recovery.sources,
  read: recovery.read,
  note: recovery.modality_words,
});

const painFact = ({ mean, sd, se, n, source, read, modality_words }: Pain): Fact => ({
  label: 'Pain, 0 to 10',
  value: [
    `mean ${valueText(mean, '1')}`,
    ...(sd === undefined ? [] : [`standard deviation ${valueText(sd, '1')}`]),
    ...(se === undefined ? [] : [`standard error ${valueText(se, '1')}`]),
    ...(sd === undefined && se === undefined ? ['spread not given'] : []),
    `${n} people`,
  ].join(', '),
  sources: [source],
  read,
  note: modality_words,
});

const routeSection = (risks: RouteRisks): RouteRiskSection => {
  const told = new Set(risks.harms.flatMap((answer) => answer.signals));
  return {
    name: sentenceCase(routeNames[risks.route]),
    harms: risks.harms.map(harmLine),
    withoutRate: withoutRate(risks),
    signals: rfSignals()
      .filter((signal) => told.has(signal))
      .map(signalFact),
    afterwards: [...risks.recoveries.map(recoveryFact), ...risks.pains.map(painFact)],
  };
};

const modifierFact = ({ factor, direction, strength, sources }: HarmModifier): Fact => ({
  label: sentenceCase(factor),
  value: direction,
  sources,
  note: strength,
});

const rareFact = ({ event, modality, numbers, pattern, sources }: RareHarm): Fact => ({
  label: sentenceCase(event),
  value: sentenceCase([numbers, pattern].filter((part) => part !== undefined).join('; ')),
  sources,
  note: sources.length === 0 ? `${modality}; no reference at hand` : modality,
});

/** What can go wrong, as counted and as reported. */
export const riskSection = (risks: CourseRisks): RiskSection => ({
  people: `phototype ${risks.phototype}, ${risks.region}`,
  routes: risks.routes.map(routeSection),
  modifiers: risks.pihModifiers.map(modifierFact),
  rare: risks.rareHarms.map(rareFact),
});

/** Where its statements come from, in the order in which a reader meets them. */
export const riskSources = ({ routes, modifiers, rare }: RiskSection) =>
  [
    ...routes.flatMap(({ harms, signals, afterwards }) => [
      ...harms.flatMap(({ here, elsewhere }) => [...here, ...elsewhere]),
      ...signals,
      ...afterwards,
    ]),
    ...modifiers,
    ...rare,
  ].flatMap(({ sources }) => sources);
