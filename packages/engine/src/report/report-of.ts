import { contextOfUse } from '../context-of-use.ts';
import type { Plan } from '../plan/plan.ts';
import { askedOf, overridesOf } from './asked.ts';
import { citationsOf, sourcesOf } from './citations.ts';
import type { Report, ReportManifest } from './content.ts';
import { findingsOf } from './findings-of.ts';
import { notModelledOf } from './not-modelled.ts';
import { screeningNotes } from './screening-notes.ts';
import { verdictOf } from './verdict.ts';

/** What a clinician reads of a plan: typed content, no markup. Pure. */
export const reportOf = (plan: Plan, manifest: ReportManifest): Report => {
  const screening = screeningNotes(plan.screening);
  const findings = plan.status === 'refused' ? undefined : findingsOf(plan);
  const reasons = plan.status === 'refused' ? plan.reasons : [];
  const { refusedDevices } = plan;
  const frame = {
    title: plan.given.title,
    contextOfUse,
    verdict: verdictOf(plan, findings?.shortlist.length ?? 0),
    asked: askedOf(plan),
    overrides: overridesOf(plan.given),
    screening,
    refusedDevices,
    notModelled: notModelledOf(plan),
    citations: citationsOf(sourcesOf({ reasons, findings, screening, refusedDevices })),
    manifest,
  };
  return plan.status === 'refused' || findings === undefined
    ? { ...frame, status: 'refused', reasons }
    : { ...frame, status: plan.status, ...findings };
};
