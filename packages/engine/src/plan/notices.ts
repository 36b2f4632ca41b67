import { isUnverified, phototypeRule, protocols, type Site } from '@percuta/evidence';
import type { Case } from '../case/case.ts';
import { documentedLengths } from '../case/documented-lengths.ts';
import { shown } from '../wire.ts';
import type { CourseOption } from './search/course-options.ts';
import { isSinglePulse, patternText } from '../heat/emulator/shot-pattern.ts';
import { fdaNotice } from './fda-notice.ts';
import type { DeviceFacts } from './plan.ts';
import type { Situation } from './situation.ts';

/** Ids of indications are their words joined by hyphens. */
const inWords = (id: string): string => id.replaceAll('-', ' ');

const offLabel = (given: Case, site: Site, { sheet, isLabelledUse }: DeviceFacts): string[] =>
  isLabelledUse
    ? []
    : [
        `${sheet.name}: ${inWords(given.concern.indication)} at ${site.name} is off-label${
          sheet.label === undefined ? ' (no cleared label is documented for this device)' : ''
        }. It has to be named on the consent.`,
      ];

const lengthNotices = (given: Case, site: Site): string[] => {
  const known = documentedLengths(given, site);
  if (known === undefined) return [];
  const { indication } = given.concern;
  return [
    ...(known.documentedFor === indication
      ? []
      : [
          `No needle length is documented for ${inWords(indication)}; the cap is that of ${known.documentedFor} [${known.tag}].`,
        ]),
    ...(known.atThisRegion
      ? []
      : [
          `No needle length is documented for ${inWords(known.documentedFor)} at ${site.name}; the cap is that of other regions.`,
        ]),
  ];
};

const courseNotices = (courses: readonly CourseOption[]): string[] =>
  courses.some((course) => course.isFromThisRegion)
    ? []
    : [
        'No course is documented for this indication in this region; sessions and intervals come from elsewhere.',
      ];

const hazardNotices = (site: Site): string[] =>
  site.hazards
    .filter(({ depth }) => depth === 'unknown' || Object.keys(depth).length === 0)
    .map(({ structure, where }) => `Depth unknown, keep away: ${structure}${where ? ` (${where})` : ''}.`);

const phototypeNotices = (given: Case): string[] =>
  phototypeRule('needling', given.person.phototype).rules.map(
    ({ text, tag }) => `Phototype ${given.person.phototype}: ${text} [${tag}].`,
  );

const shotNotice = ({ sheet, emulators }: DeviceFacts): string => {
  const others =
    'which keep heat and damage from one to the next, can be simulated for a protocol, and planned once an emulator for them is trained.';
  return emulators.every(({ pattern }) => isSinglePulse(pattern))
    ? `Every shot planned with ${sheet.name} is a single pulse at one depth. Several pulses in a shot and stops at shallower depths, ${others}`
    : `Shots planned with ${sheet.name} are of these kinds: ${emulators.map(({ pattern }) => patternText(pattern)).join('; ')}. Other trains of pulses and stops at shallower depths, ${others}`;
};

const rfNotices = (devices: readonly DeviceFacts[]): string[] => {
  const rf = devices.filter(({ sheet }) => sheet.class === 'rf');
  if (rf.length === 0) return [];
  return [
    ...rf
      .filter(({ sheet }) => sheet.hypothetical === true)
      .map(
        ({ sheet }) =>
          `${sheet.name} is hypothetical: nobody makes or sells it, and no course of it can be given.`,
      ),
    `${fdaNotice}.`,
    'Sessions and intervals with radio frequency are those of needles alone where no course with it is documented.',
    ...rf.map(shotNotice),
    'Every stamp is reckoned to meet tissue at rest: no stamp falls on one that is still warm.',
  ];
};

/** Of the difference of two readings, in its standard deviations: chance brings more once in a hundred times. */
const farApart = 2.576;

/** Readings of one layer that neither their errors nor the change from place to place explain together. */
const readingNotices = ({ given: { measured = [] }, skins }: Situation): string[] => {
  const withinLogSd = skins[0]?.withinLogSd ?? 0;
  return measured.flatMap((one, i) =>
    measured.slice(i + 1).flatMap((other) => {
      const places = (withinLogSd * (one.value + other.value)) / Math.SQRT2;
      const sd = Math.sqrt(one.error ** 2 + other.error ** 2 + places ** 2);
      if (one.layer !== other.layer || Math.abs(one.value - other.value) <= farApart * sd) return [];
      const [a, b] = [one, other].map(({ value, error }) => `${shown(value, 'mm')} ± ${shown(error, 'mm')}`);
      return [
        `Two readings of the ${one.layer} contradict each other, ${a} and ${b}: neither their errors nor the change from place to place explain both. They are combined; measure again before planning by them.`,
      ];
    }),
  );
};

/** What every reader of this plan has to be told beside the numbers. */
export const noticesFor = (situation: Situation, devices: readonly DeviceFacts[]): string[] => {
  const { given, site, courses, target } = situation;
  return [
    ...readingNotices(situation),
    ...rfNotices(devices),
    ...devices.flatMap((facts) => offLabel(given, site, facts)),
    ...lengthNotices(given, site),
    ...courseNotices(courses),
    ...phototypeNotices(given),
    ...hazardNotices(site),
    ...(target === undefined
      ? [
          'No target depth is documented for this indication: the dose counts every hole that reaches the dermis.',
        ]
      : []),
    ...(target?.lesions.some(({ read }) => isUnverified(read)) === true
      ? ['The target depth of this indication is an estimate without a measured source.']
      : []),
    `Judge the result after ${shown(protocols().defaults.judge_after, 'weeks')}; ${protocols().defaults.stop_rule}.`,
  ];
};
