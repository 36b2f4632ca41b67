import type { Candidate } from '../plan/plan.ts';
import type { CourseRow, ShortlistEntry, WorkedPlan } from './content.ts';
import { heatCells } from './heat/heat-facts.ts';
import { passesText, sessionsText } from './course-words.ts';
import { totalsText } from './zones/left-out.ts';
import { zonedSetting } from './zones/zone-sections.ts';
import { bandText, bandedShareText, bareBand, sentenceCase, shareText, valueText } from './numbers.ts';
import { labelText } from './course/course-names.ts';
import { worthWarning } from '../plan/search/preference.ts';
import { letterOf, type Choice } from './shortlist.ts';

const perSquareCentimetre = 1e-4;
const cubicMillimetres = 1e9;

/** The plan that a course is of, as far as its row says more of it. */
type Of = Pick<WorkedPlan, 'given' | 'devices'>;

const sheetIn = ({ devices }: Of, { device }: Candidate) =>
  devices.find(({ sheet }) => sheet.id === device)?.sheet;

const cellsOf = ({ candidate, names }: Choice, plan: Of): Record<CourseRow, string> => {
  const { settings, course, stroke, session, courseDose, binding, objectives } = candidate;
  return {
    knownFor: labelText(names),
    setting: zonedSetting(candidate, plan.given.site.id),
    passes: String(settings.passes),
    handSpeed: settings.handSpeed === undefined ? 'stamped' : valueText(settings.handSpeed, 'mm/s'),
    sessions: sessionsText(course),
    evidence: course.isFromThisRegion ? course.tag : `${course.tag}, of another region`,
    insertionDepth: bandText(stroke.depth, 'mm'),
    puncturing: bandText(stroke.fractionPuncturing, '%'),
    inDermis: bandedShareText(stroke.occupancy.dermis),
    inEpidermis: bandedShareText(stroke.occupancy.epidermis),
    inFat: bandedShareText(stroke.occupancy.fat),
    outside: bandedShareText(stroke.occupancy.outside),
    holes: `${bareBand(session.holes, '1/cm2')}${totalsText(candidate, sheetIn(plan, candidate), plan.given.site)}`,
    dose: bareBand(courseDose, '1/cm2'),
    covered: bandText(session.coveredShare, '%'),
    bleeding: bareBand(session.bleeding, '1/cm2'),
    downtime: shareText(objectives.downtime),
    discomfort: (objectives.discomfort * perSquareCentimetre).toPrecision(2),
    pigment: (objectives.pigment * perSquareCentimetre * cubicMillimetres).toPrecision(2),
    binding: `${sentenceCase(binding.title)}: ${shareText(binding.used)}`,
  };
};

const warningsOf = ({ stroke }: Candidate): string[] => [
  ...(stroke.tearChance > worthWarning
    ? [
        `Tears: in ${shareText(stroke.tearChance)} of draws a needle is dragged further than its own width while it is in the skin.`,
      ]
    : []),
  ...(stroke.trackMarkChance > worthWarning
    ? [
        `Track marks: in ${shareText(stroke.trackMarkChance)} of draws one stroke lands closer to the last than its channel is wide.`,
      ]
    : []),
];

const differenceText = (other: Candidate, shown: Candidate): string => {
  const passes = passesText(other.settings);
  const sameDays = other.course.interval === shown.course.interval;
  const days = other.course.interval === undefined ? '' : valueText(other.course.interval, 'days');
  return sameDays || days === '' ? passes : `${passes}, ${days} apart [${other.course.tag}]`;
};

const heatOf = (candidate: Candidate): Pick<ShortlistEntry, 'heat'> => {
  const heat = heatCells(candidate);
  return heat === undefined ? {} : { heat };
};

/** Of an area of several zones the plan is that of the zone that heads the course. */
export const entryOf = (choice: Choice, index: number, device: string, plan: Of): ShortlistEntry => ({
  ...heatOf(choice.candidate),
  letter: letterOf(index),
  id: choice.candidate.id,
  device,
  cells: cellsOf(choice, plan),
  evidenceSources: choice.candidate.course.sources,
  sameInEffect: choice.same.map((other) => differenceText(other, choice.candidate)),
  warnings: warningsOf(choice.candidate),
});
