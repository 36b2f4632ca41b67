import type { TotalInfluence } from '../../plan/explain/total-influence.ts';
import type { Candidate, Plan } from '../../plan/plan.ts';
import { citationsOf } from '../citations.ts';
import type { Fact, LimitLine, Report, ReportManifest, ShortlistEntry, ZoneSection } from '../content.ts';
import { entryOf } from '../course-facts.ts';
import { courseText } from '../course-words.ts';
import { skinBasis, skinFacts } from '../estimates.ts';
import { sheetName } from '../device-section.ts';
import { limitLines } from '../limit-lines.ts';
import { sentenceCase, shareText, valueText } from '../numbers.ts';
import { reportOf } from '../report-of.ts';
import { shortlistOf } from '../shortlist.ts';
import { zoneSections } from '../zones/zone-sections.ts';

/** What goes with a choice: why, in the words of who chose, and what the course rests on. */
export interface ChoiceNote {
  readonly reason: string | undefined;
  readonly influences: readonly TotalInfluence[];
}

/** A course that a clinician has settled on: content for a document, without markup. */
export interface ChosenCourse {
  /** What the whole plan says to whoever is asked, has to be screened and is told. */
  readonly plan: Report;
  readonly course: ShortlistEntry;
  /** In one line. */
  readonly summary: string;
  /** Why this one, in the words of who chose; undefined where nobody said. */
  readonly reason: string | undefined;
  /** Day of each session, counted from the first. */
  readonly days: readonly string[];
  readonly skin: readonly Fact[];
  readonly skinBasis: string;
  readonly limits: readonly LimitLine[];
  readonly notices: readonly string[];
  /** Places that are left out, with why. */
  readonly masks: readonly Fact[];
  /** Every zone of the area with its setting; empty where it is one zone. */
  readonly zones: readonly ZoneSection[];
  /** The inputs that matter most to what it does, in words. */
  readonly restsOn: readonly string[];
  /** Courses of the shortlist that were not taken, in words. */
  readonly others: readonly string[];
}

/** Days of the sessions of a course, s from the first. */
export const sessionDays = ({ course: { sessions, interval = 0 } }: Candidate): number[] =>
  Array.from({ length: sessions }, (_, i) => i * interval);

const otherCourses = (plan: Exclude<Plan, { status: 'refused' }>, chosen: Candidate): string[] =>
  shortlistOf(plan)
    .filter(({ candidate, same }) => ![candidate, ...same].some(({ id }) => id === chosen.id))
    .map(({ candidate: { id, settings, course } }) => `${courseText(settings, course)} (${id})`);

const outcomeWords = {
  insertionDepth: 'the depth tips reach',
  dermalDensity: 'the holes in the dermis',
  roomToFat: 'the room left above the fat',
} as const;
/** Inputs told for each outcome. */
const mostTold = 3;

/** "The depth tips reach: taper of the needle 28 %, …", the most influential inputs of each outcome. */
const restsOnText = (influences: readonly TotalInfluence[]): string[] =>
  (['insertionDepth', 'dermalDensity', 'roomToFat'] as const).flatMap((outcome) => {
    const told = influences
      .filter(({ total }) => total[outcome].low > 0)
      .toSorted((a, b) => b.total[outcome].value - a.total[outcome].value)
      .slice(0, mostTold)
      .map(({ meaning, total }) => `${meaning} ${shareText(Math.min(1, total[outcome].value))}`);
    return told.length === 0 ? [] : [`${sentenceCase(outcomeWords[outcome])}: ${told.join('; ')}`];
  });

/** What the document of a chosen course says. The candidate is one of the plan, as `chooseCourse` gives it. */
export const chosenCourse = (
  plan: Plan,
  chosen: Candidate,
  { reason, influences }: ChoiceNote,
  manifest: ReportManifest,
): ChosenCourse => {
  if (plan.status === 'refused') throw new TypeError('a refused plan has no course to choose');
  const report = reportOf(plan, manifest);
  const planned = plan.devices.find(({ sheet }) => sheet.id === chosen.device);
  const device = planned === undefined ? chosen.device : sheetName(planned.sheet);
  const names = shortlistOf(plan).find(({ candidate }) => candidate.id === chosen.id)?.names ?? [];
  const course = entryOf({ candidate: chosen, same: [], names }, 0, device, plan);
  const limits = limitLines(chosen);
  const masks = report.status === 'refused' ? [] : report.masks;
  const zones = zoneSections(plan, [{ candidate: chosen }]);
  const said = [report.asked, limits, report.screening, masks, zones.flatMap((zone) => zone.masks)].flat();
  const sources = [...course.evidenceSources, ...said.flatMap((one) => one.sources)];
  return {
    plan: { ...report, citations: citationsOf(sources) },
    course,
    summary: `${device}: ${courseText(chosen.settings, chosen.course)}`,
    reason,
    days: sessionDays(chosen).map((day) => `day ${valueText(day, 'days').replace(/ .*/, '')}`),
    skin: skinFacts(plan),
    skinBasis: skinBasis(plan),
    limits,
    notices: plan.notices,
    masks,
    zones,
    restsOn: restsOnText(influences),
    others: otherCourses(plan, chosen),
  };
};
