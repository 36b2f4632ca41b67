import { contextOfUse } from '../context-of-use.ts';
import type { Plan } from '../plan/plan.ts';
import { askedOf, overridesOf } from './asked.ts';
import { citationsOf, sourcesOf } from './citations.ts';
import type { Findings, Report, ReportManifest, WorkedPlan } from './content.ts';
import { entryOf } from './course-facts.ts';
import { deviceSection, sheetName } from './device-section.ts';
import { estimatesOf, priorLines, skinBasis, skinFacts } from './estimates.ts';
import { expectationSection } from './expectation/expectation-section.ts';
import { limitLines, rejectedGroups } from './limit-lines.ts';
import { notModelledOf } from './not-modelled.ts';
import { riskSection } from './risks/risk-section.ts';
import { screeningNotes } from './screening-notes.ts';
import { shortlistOf } from './shortlist.ts';
import { choiceText, verdictOf } from './verdict.ts';

const findingsOf = (plan: WorkedPlan): Findings => {
  const choices = shortlistOf(plan);
  const [first] = choices;
  const nameOf = (id: string): string => {
    const found = plan.devices.find(({ sheet }) => sheet.id === id);
    return found === undefined ? id : sheetName(found.sheet);
  };
  return {
    skin: skinFacts(plan),
    skinBasis: skinBasis(plan),
    shortlist: choices.map((choice, i) => entryOf(choice, i, nameOf(choice.candidate.device))),
    choice: choiceText(plan, choices.length),
    devices: plan.devices.map((facts) =>
      deviceSection(
        facts,
        choices.find(({ candidate }) => candidate.device === facts.sheet.id),
      ),
    ),
    limits: first === undefined ? [] : limitLines(first.candidate),
    expectation: expectationSection(plan.expectation),
    risks: riskSection(plan.risks),
    rejected: rejectedGroups(plan.rejected),
    notices: plan.notices,
    estimates: estimatesOf(plan),
    priors: priorLines(plan),
  };
};

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
