import type { Phototype } from '../course/indication.ts';
import type { CourseRegion } from '../course/protocol-schema.ts';
import { speaksFor } from '../study/arms-for.ts';
import type { Modality } from '../study/study-schema.ts';
import { exactInterval, type Interval } from './exact-interval.ts';
import { riskEvents, type Incidence, type RiskEvent, type SafetySignal } from './risk-schema.ts';
import { incidence, rfSignals } from './risks.ts';

/** For whom harms are asked: the treatment, the phototype and the region of the body. */
export interface RiskQuery {
  readonly modality: Modality;
  readonly phototype?: Phototype | undefined;
  readonly region?: CourseRegion | undefined;
}

/** k of n people of one study, as a share 0 to 1, with every rate these counts do not refute. */
export interface RiskRate {
  readonly counted: Incidence;
  readonly k: number;
  readonly n: number;
  readonly rate: number;
  readonly interval: Interval;
}

/** What is known of one harm in people like those asked for, and what is known of it in others. */
export interface RiskAnswer {
  readonly event: RiskEvent;
  /** Rates of people and places like those asked for; one study each, not pooled. */
  readonly rates: readonly RiskRate[] | 'not quantified';
  /** Rates of the same treatment in others, or of needles with something else: to be shown, not to be borrowed. */
  readonly elsewhere: readonly RiskRate[];
  /** What was reported without a number of people treated. */
  readonly signals: readonly SafetySignal[];
}

/** Which counts bear on which question. A count of several harms together, if zero, is zero for each. */
const kinds: Readonly<Record<RiskEvent, readonly Incidence['kind'][]>> = {
  pih: ['pih', 'pigment-change', 'burn-scarring-or-pigment-change'],
  redness: ['erythema'],
  'prolonged-redness': [],
  infection: ['infection'],
  scarring: ['scarring', 'burn-scarring-or-pigment-change'],
  burn: ['burn', 'burn-scarring-or-pigment-change'],
  'fat-loss': [],
  'nerve-injury': [],
  any: ['any', 'minor', 'persistent'],
};

/**
 * What is counted for each harm, or that it is not. A rate of the face is not lent to the body, nor of one phototype to another.
 * @example
 * ```ts
 * import { exactInterval, risksFor } from '@percuta/evidence';
 *
 * const { low, high } = exactInterval(0, 100);
 * console.log(low, Number(high.toFixed(3))); // 0 0.036
 * console.log(risksFor({ modality: 'rf', phototype: 'VI' }).find(({ event }) => event === 'nerve-injury')?.rates); // not quantified
 * ```
 */
export function risksFor(query: RiskQuery, from: readonly Incidence[] = incidence()): readonly RiskAnswer[] {
  return riskEvents.map((event) => answer(event, query, from));
}

function answer(event: RiskEvent, query: RiskQuery, from: readonly Incidence[]): RiskAnswer {
  const counted = from.filter(
    ({ kind, modality }) => modality === query.modality && kinds[event].includes(kind),
  );
  const here = counted.filter((record) => isLike(record, query));
  return {
    event,
    rates: here.length > 0 ? here.map(rateOf) : 'not quantified',
    elsewhere: counted.filter((record) => !here.includes(record)).map(rateOf),
    signals: query.modality === 'rf' ? rfSignals().filter(({ about }) => about.includes(event)) : [],
  };
}

/** Everybody counted must be of the region, and the phototypes must be stated. */
function isLike(record: Incidence, { phototype, region }: RiskQuery): boolean {
  return (
    record.with === undefined &&
    (phototype === undefined || (record.phototypes?.includes(phototype) ?? false)) &&
    (region === undefined || record.places.every((place) => speaksFor(place, region)))
  );
}

function rateOf(counted: Incidence): RiskRate {
  const { k, n } = counted;
  return { counted, k, n, rate: k / n, interval: exactInterval(k, n) };
}
