import type { Findings, WorkedPlan } from './content.ts';
import { entryOf } from './course-facts.ts';
import { deviceSection, sheetName } from './device-section.ts';
import { estimatesOf, priorFloor, priorLines, skinBasis, skinFacts } from './estimates.ts';
import { expectationSection } from './expectation/expectation-section.ts';
import { limitLines, rejectedGroups } from './limit-lines.ts';
import { riskSection } from './risks/risk-section.ts';
import { shortlistOf } from './shortlist.ts';
import { choiceText } from './verdict.ts';
import { exclusionFacts } from './zones/left-out.ts';
import { maskFacts, zoneSections } from './zones/zone-sections.ts';

/** What is said of a plan that was worked out. */
export const findingsOf = (plan: WorkedPlan): Findings => {
  const choices = shortlistOf(plan);
  const [first] = choices;
  const nameOf = (id: string): string => {
    const found = plan.devices.find(({ sheet }) => sheet.id === id);
    return found === undefined ? id : sheetName(found.sheet);
  };
  return {
    skin: skinFacts(plan),
    skinBasis: skinBasis(plan),
    shortlist: choices.map((choice, i) => entryOf(choice, i, nameOf(choice.candidate.device), plan)),
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
    masks: [...exclusionFacts(plan.given.site), ...maskFacts(plan.masks)],
    zones: zoneSections(plan, choices),
    estimates: estimatesOf(plan),
    priors: priorLines(plan),
    priorFloor: priorFloor(plan),
  };
};
