import type { IndexEstimate } from '@percuta/numerics';
import { writeCase } from '../../case/case.ts';
import { writeLeftOut } from '../../case/write-left-out.ts';
import { contextOfUse, notWeighedYet } from '../../context-of-use.ts';
import type { TotalInfluence } from '../../plan/explain/total-influence.ts';
import type { Candidate, Plan } from '../../plan/plan.ts';
import { writePlan, writeScreening } from '../../plan/write-plan.ts';
import { shown } from '../../wire.ts';
import type { ReportManifest } from '../content.ts';
import { shortlistOf } from '../shortlist.ts';
import { sessionDays, type ChoiceNote } from './chosen-course.ts';

const share = (value: number): number => Number(value.toPrecision(3));

const writeIndex = ({ value, low, high }: IndexEstimate) => ({
  share: share(value),
  low: share(low),
  high: share(high),
});

const writeInfluence = ({ name, meaning, total }: TotalInfluence) => ({
  name,
  meaning,
  insertion_depth: writeIndex(total.insertionDepth),
  dermal_density: writeIndex(total.dermalDensity),
  room_to_fat: writeIndex(total.roomToFat),
});

const matters = ({ total }: TotalInfluence): boolean => Object.values(total).some(({ value }) => value > 0);

/** A chosen course as it is written to disk: quantities as text, no clock times, and the hash of the plan it is of. */
export const writeChosenCourse = (
  plan: Plan,
  chosen: Candidate,
  { reason, influences }: ChoiceNote,
  manifest: ReportManifest,
) => ({
  kind: 'percuta course',
  version: 1,
  context_of_use: contextOfUse,
  title: plan.given.title,
  chosen: writePlan(plan).candidates.find(({ id }) => id === chosen.id),
  ...(reason === undefined ? {} : { reason }),
  sessions: sessionDays(chosen).map((day) => shown(day, 'days')),
  not_chosen:
    plan.status === 'refused'
      ? []
      : shortlistOf(plan).flatMap(({ candidate: { id } }) => (id === chosen.id ? [] : [id])),
  total_influence: influences.filter(matters).map(writeInfluence),
  screening: writeScreening(plan.screening),
  notices: plan.status === 'refused' ? [] : plan.notices,
  overrides: plan.given.overrides ?? [],
  not_weighed_yet: notWeighedYet,
  case: writeCase(plan.given),
  ...writeLeftOut(plan.given.site),
  plan: {
    engine: manifest.engineVersion,
    seed: manifest.seed,
    draws: manifest.draws,
    input_hash: manifest.inputHash,
    result_hash: manifest.resultHash,
  },
});
