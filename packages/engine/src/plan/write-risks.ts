import type {
  HarmModifier,
  Pain,
  RareHarm,
  Recovery,
  RiskAnswer,
  RiskRate,
  SafetySignal,
  Source,
} from '@percuta/evidence';
import type { CourseRisks, RouteRisks } from '../expectation/risks.ts';
import { shown } from '../wire.ts';

const keysOf = (sources: readonly Source[]): string[] => sources.map(({ key }) => key);

/** With no event only the upper end says something: a share of nothing would be read as no risk. */
const writeShare = ({ k, rate, interval: { low, high, level } }: RiskRate) => ({
  ...(k === 0 ? {} : { share: shown(rate, '%'), low: shown(low, '%') }),
  high: shown(high, '%'),
  level: shown(level, '%'),
});

const writeRate = (counts: RiskRate) => {
  const { k, n, counted } = counts;
  return {
    counted: counted.event,
    k,
    n,
    ...writeShare(counts),
    treatment: counted.modality_words,
    indication: counted.indication_words,
    places: counted.places.map(({ words }) => words),
    ...(counted.phototypes === undefined ? {} : { phototypes: counted.phototypes }),
    ...(counted.note === undefined ? {} : { note: counted.note }),
    source: counted.source.key,
    read: counted.read,
  };
};

const writeSignal = ({ source, says, does_not_say, note, reports, read }: SafetySignal) => ({
  says,
  ...(does_not_say === undefined ? {} : { does_not_say }),
  ...(note === undefined ? {} : { note }),
  ...(reports === undefined ? {} : { reports }),
  source: source.key,
  read,
});

const writeHarm = ({ event, rates, elsewhere, signals }: RiskAnswer) => ({
  harm: event,
  rates: rates === 'not quantified' ? rates : rates.map(writeRate),
  elsewhere: elsewhere.map(writeRate),
  signals: signals.map(writeSignal),
});

const writeRecovery = ({ event, modality_words, duration, sources, read }: Recovery) => ({
  event,
  treatment: modality_words,
  min: shown(duration.min, 'days'),
  max: shown(duration.max, 'days'),
  ...(duration.mean === undefined ? {} : { mean: shown(duration.mean, 'days') }),
  ...(duration.se === undefined ? {} : { standard_error: shown(duration.se, 'days') }),
  ...(duration.n === undefined ? {} : { n: duration.n }),
  sources: keysOf(sources),
  read,
});

const writePain = ({ modality_words, mean, sd, se, n, source, read }: Pain) => ({
  treatment: modality_words,
  mean_of_10: mean,
  ...(sd === undefined ? {} : { standard_deviation: sd }),
  ...(se === undefined ? {} : { standard_error: se }),
  n,
  source: source.key,
  read,
});

const writeRoute = ({ route, harms, recoveries, pains }: RouteRisks) => ({
  route,
  harms: harms.map(writeHarm),
  recovery: recoveries.map(writeRecovery),
  pain: pains.map(writePain),
});

const writeModifier = ({ factor, direction, strength, sources }: HarmModifier) => ({
  factor,
  direction,
  strength,
  sources: keysOf(sources),
});

const writeRare = ({ sources, ...rest }: RareHarm) => ({ ...rest, sources: keysOf(sources) });

/** Counts as numbers, shares as text. */
export const writeRisks = ({ phototype, region, routes, pihModifiers, rareHarms }: CourseRisks) => ({
  phototype,
  region,
  routes: routes.map(writeRoute),
  pih_modifiers: pihModifiers.map(writeModifier),
  rare_harms: rareHarms.map(writeRare),
});
