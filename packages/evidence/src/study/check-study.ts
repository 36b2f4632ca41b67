import { claims, type GradedClaim } from '../claim/claims.ts';
import type { Grade } from '../claim/claim-schema.ts';
import { indicationIds, type IndicationId } from '../course/indication.ts';
import { allGapsFor } from '../decision-aid/gaps-for.ts';
import { fewestPeople, isLargeEnough } from '../claim/vote.ts';
import { isPoolable } from '../measure/same-scale.ts';
import { armsFor } from './arms-for.ts';
import { findingOf } from './finding.ts';
import { studies } from './studies.ts';
import { studySchema, type Arm, type Study } from './study-schema.ts';

/** What filing a study would change. A claim also counts as changed when only the studies behind it do. */
export interface StudyChanges {
  readonly indications: readonly {
    readonly id: IndicationId;
    readonly before: number;
    readonly after: number;
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly part: string;
    readonly before: Grade;
    readonly after: Grade;
  }[];
  readonly gaps: readonly {
    readonly indication: IndicationId;
    readonly closed: readonly string[];
    readonly opened: readonly string[];
  }[];
}

/** Whether a study record can be filed: what is wrong with it, or what it would change in the table. */
export type StudyCheck =
  | { readonly isValid: false; readonly problems: readonly string[] }
  | {
      readonly isValid: true;
      readonly study: Study;
      /** Not in the table yet: its id and its file are still to be listed. */
      readonly isNew: boolean;
      /** What is allowed but says less than it might. */
      readonly remarks: readonly string[];
      readonly changes: StudyChanges;
    };

/** Reads one record, as its file has it, and says what it changes in the table it would join or replace a study of. */
export function checkStudy(record: unknown, from: readonly Study[] = studies()): StudyCheck {
  const parsed = studySchema.safeParse(record);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'study'}: ${message}`,
    );
    return { isValid: false, problems };
  }
  const study = parsed.data;
  const others = from.filter(({ id }) => id !== study.id);
  const taken = takenArms(study, others);
  if (taken.length > 0) return { isValid: false, problems: taken };
  return {
    isValid: true,
    study,
    isNew: others.length === from.length,
    remarks: study.arms.flatMap(remarksOn),
    changes: changesBetween(from, [...others, study]),
  };
}

function takenArms({ arms }: Study, others: readonly Study[]): string[] {
  const ids = new Set(others.flatMap(({ arms }) => arms.map(({ id }) => id)));
  return arms.flatMap(({ id }) => (ids.has(id) ? [`arms: another study has an arm "${id}"`] : []));
}

function remarksOn(arm: Arm): string[] {
  const findings = arm.outcomes.map((outcome) => findingOf(outcome, arm));
  const isSilent =
    findings.every((finding) => finding === undefined) && !arm.outcomes.some(({ reading }) => reading);
  const remarks = [
    isSilent && 'no outcome says which way it went: no grade will count it',
    !isLargeEnough(arm) && `fewer than ${fewestPeople} people, or not said how many: no grade will count it`,
    !arm.outcomes.some(({ measure }) => isPoolable(measure)) && 'no outcome on a scale that can be pooled',
    !arm.population.phototypes && 'no phototypes stated: it closes no gap of skin type',
  ];
  return remarks.flatMap((remark) => (remark ? [`${arm.id}: ${remark}`] : []));
}

function changesBetween(before: readonly Study[], after: readonly Study[]): StudyChanges {
  return {
    indications: indicationIds.flatMap((id) => {
      const [had, has] = [before, after].map((table) => armsFor({ indication: id }, table).length);
      return had === has ? [] : [{ id, before: had ?? 0, after: has ?? 0 }];
    }),
    claims: claimChanges(claims({ studies: before }), claims({ studies: after })),
    gaps: indicationIds.flatMap((indication) => gapChanges(indication, before, after)),
  };
}

function claimChanges(before: readonly GradedClaim[], after: readonly GradedClaim[]): StudyChanges['claims'] {
  return before.flatMap(({ id, parts }, i) =>
    parts.flatMap((part, j) => {
      const now = after[i]?.parts[j];
      if (!now || (now.grade === part.grade && now.reason === part.reason)) return [];
      return [{ id, part: part.words, before: part.grade, after: now.grade }];
    }),
  );
}

function gapChanges(
  indication: IndicationId,
  before: readonly Study[],
  after: readonly Study[],
): StudyChanges['gaps'] {
  const [had, has] = [allGapsFor(indication, before), allGapsFor(indication, after)];
  const closed = had.filter((text) => !has.includes(text));
  const opened = has.filter((text) => !had.includes(text));
  return closed.length + opened.length > 0 ? [{ indication, closed, opened }] : [];
}
