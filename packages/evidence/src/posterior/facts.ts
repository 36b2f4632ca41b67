import { exp, quantile, quantiles } from '@percuta/numerics';
import type { CourseRegion } from '../course/protocol-schema.ts';
import { armsFor, type ArmQuery } from '../study/arms-for.ts';
import { studies } from '../study/studies.ts';
import type { CertaintyFacts } from './certainty.ts';
import { forEachDraw, type Posterior } from './fit.ts';
import { people, shareAbove, type Band } from './levels.ts';
import { predict, type NewArm } from './predict.ts';
import type { ArmEvidence, BodyRegion, UnusedOutcome } from './reading/evidence.ts';
import { tableReading } from './reading/read-table.ts';
import { headline } from './sensitivity.ts';

/** The region of the model; none for anywhere. */
export const bodyRegionOf = (region: CourseRegion | undefined): BodyRegion | undefined =>
  region === undefined || region === 'any' ? undefined : region === 'abdomen' ? 'body' : region;

/** What of the table belongs to the question but contributes nothing. */
export function unusedFor(
  { indication, modality }: ArmQuery,
  all: readonly UnusedOutcome[],
): readonly UnusedOutcome[] {
  const arms = armsFor({ indication, modality }, studies());
  const ids = new Set(arms.map(({ study, arm }) => `${study.id}/${arm.id}`));
  return all.filter(({ study, arm }) => ids.has(`${study}/${arm}`));
}

/** From the earliest to the latest assessment after the last session, as far as the arms say, in seconds. */
export function assessedOf(own: readonly ArmEvidence[]): Band | undefined {
  const times = recordsOf(own).flatMap(({ arm: { follow_up: at } }) =>
    at?.after === 'last session' ? [at.time] : [],
  );
  return times.length === 0 ? undefined : { low: Math.min(...times), high: Math.max(...times) };
}

/** The same for an indication and a modality. */
export function assessedFor({ indication, modality }: ArmQuery): Band | undefined {
  return assessedOf(
    tableReading().used.filter((arm) => arm.indication === indication && arm.modality === modality),
  );
}

/** Figures for the domains of certainty; the mean share is that over studies, without how they differ. */
export function certaintyFacts(
  posterior: Posterior,
  own: readonly ArmEvidence[],
  arm: NewArm,
  seed: number,
): Omit<CertaintyFacts, 'region' | 'phototype'> {
  const taus: number[] = [];
  forEachDraw(posterior.sample, (q) => taus.push(exp(q[posterior.model.layout.tau])));
  const mean = shareAbove(predict(posterior, { ...arm, isAverage: true }, seed), headline);
  const [low = NaN, high = NaN] = quantiles(mean, [0.05, 0.95]).map((share) => people * share);
  return { arms: recordsOf(own), tau: quantile(taus, 0.5), meanBand: { low, high } };
}

/** What the table says of the arms of a reading. */
export const recordsOf = (own: readonly ArmEvidence[]): CertaintyFacts['arms'] =>
  own.flatMap((evidence) => {
    const study = studies().find(({ id }) => id === evidence.study);
    const arm = study?.arms.find(({ id }) => id === evidence.arm);
    return study && arm ? [{ evidence, study, arm }] : [];
  });
