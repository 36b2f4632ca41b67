import { measure } from '../measure/measures.ts';
import { isPoolable, type PoolableMeasureId } from '../measure/same-scale.ts';
import { armsFor, type ArmQuery, type StudyArm } from '../study/arms-for.ts';
import { findingOf } from '../study/finding.ts';
import type { Outcome } from '../study/outcome-schema.ts';
import { studies } from '../study/studies.ts';
import type { Study } from '../study/study-schema.ts';
import { changeEffect } from './change-effect.ts';
import { poolChanges, poolCounts, type ArmChange, type PooledResults } from './pool-scale.ts';
import type { ScaleResult, UnpooledResult } from './scale-result.ts';

/** The last reading of an arm on a scale. */
interface Reading extends StudyArm {
  readonly outcome: Outcome;
}

/** Correlations the pooled change is shown for, beside the assumed one. */
const otherCorrelations = [0, 0.7] as const;

/**
 * What arms of needles alone found, scale by scale: each arm once, at its last reading; changes and shares apart;
 * nothing across scales. Held-out studies inform nothing. Scales without a number are there with what they found.
 */
export function resultsFor(
  query: Omit<ArmQuery, 'role'>,
  from: readonly Study[] = studies(),
): readonly ScaleResult[] {
  const train = from.filter(({ split }) => split === 'train');
  const arms = armsFor({ ...query, role: 'needling' }, train);
  const scales = new Set(
    arms.flatMap(({ arm }) => arm.outcomes.map(({ measure }) => measure)).filter(isPoolable),
  );
  return [...scales].map((scale) => resultOn(scale, lastReadings(scale, arms))).sort(byWeight);
}

/** Pooled first, then by the number of people. */
const byWeight = (a: ScaleResult, b: ScaleResult): number =>
  Number(b.pooled !== undefined) - Number(a.pooled !== undefined) ||
  b.results.length - a.results.length ||
  b.people - a.people;

function lastReadings(scale: PoolableMeasureId, arms: readonly StudyArm[]): Reading[] {
  return arms.flatMap(({ study, arm }) => {
    const own = arm.outcomes.filter((outcome) => outcome.measure === scale);
    const latest = Math.max(...own.map(({ at }) => at?.time ?? 0));
    const last = own.find(({ at }) => (at?.time ?? 0) === latest);
    return last === undefined ? [] : [{ study, arm, outcome: last }];
  });
}

function resultOn(scale: PoolableMeasureId, readings: readonly Reading[]): ScaleResult {
  const { name, kind } = measure(scale);
  const isShare = kind === 'proportion';
  const { pooled, unpooled, overCorrelations } = isShare ? shares(readings) : changes(readings);
  const { results } = pooled;
  return {
    measure: scale,
    name,
    kind: isShare ? 'share' : 'change',
    unit: isShare ? 'of 100 people' : unitOf(readings),
    ...pooled,
    studies: new Set(results.map(({ study }) => study)).size,
    people: results.reduce((sum, { people }) => sum + (people ?? 0), 0),
    armsWithoutNumber: results.filter(({ people }) => people === undefined).length,
    unpooled,
    overCorrelations,
  };
}

const unitOf = (readings: readonly Reading[]): string =>
  readings.flatMap(({ outcome }) => outcome.unit ?? [])[0] ?? 'points';

type Pooling = Pick<ScaleResult, 'unpooled' | 'overCorrelations'> & { readonly pooled: PooledResults };

const silent = ({ study, arm, outcome }: Reading, reason: string): UnpooledResult => ({
  study: study.id,
  arm: arm.id,
  found: findingOf(outcome, arm),
  reason,
});

function shares(readings: readonly Reading[]): Pooling {
  const counted = readings.filter(({ outcome }) => (outcome.responders?.n ?? 0) > 0);
  const rest = readings.filter((reading) => !counted.includes(reading));
  const counts = counted.flatMap(({ study, arm, outcome: { responders } }) =>
    responders === undefined
      ? []
      : [{ study: study.id, arm: arm.id, events: responders.k, people: responders.n }],
  );
  return {
    pooled: poolCounts(counts),
    unpooled: rest.map((reading) => silent(reading, 'no people counted')),
    overCorrelations: [],
  };
}

function changes(readings: readonly Reading[]): Pooling {
  const at = (correlation?: number): { found: ArmChange[]; unpooled: UnpooledResult[] } => {
    const found: ArmChange[] = [];
    const unpooled: UnpooledResult[] = [];
    for (const reading of readings) {
      const { study, arm, outcome } = reading;
      const effect = changeEffect(outcome, arm.analysed, correlation);
      if (typeof effect === 'string') unpooled.push(silent(reading, reasonOf(outcome, effect)));
      else found.push({ study: study.id, arm: arm.id, people: arm.analysed, effect });
    }
    return { found, unpooled };
  };
  const { found, unpooled } = at();
  const isAssumed = found.some(({ effect }) => effect.from === 'both means, correlation assumed');
  return {
    pooled: poolChanges(found),
    unpooled,
    overCorrelations: isAssumed
      ? otherCorrelations.flatMap((correlation) => {
          const { pooled } = poolChanges(at(correlation).found);
          return pooled === undefined
            ? []
            : [{ correlation, estimate: pooled.estimate, interval: pooled.interval }];
        })
      : [],
  };
}

/** Classes are not lost: the expectation model reads them. */
const reasonOf = ({ categories }: Outcome, reason: string): string =>
  categories === undefined ? reason : 'people counted in classes, which the forecast reads';
