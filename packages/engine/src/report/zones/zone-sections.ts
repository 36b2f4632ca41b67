import { protocols, site as siteOf, type Mask, type SiteId } from '@percuta/evidence';
import type { Candidate, DeviceFacts, ZonePlan } from '../../plan/plan.ts';
import type { Fact, WorkedPlan, ZoneSection } from '../content.ts';
import { passesText, settingText } from '../course-words.ts';
import { sheetName } from '../device-section.ts';
import { bandText, sentenceCase, shareText, valueText } from '../numbers.ts';
import type { Choice } from '../shortlist.ts';
import { exclusionFacts, treatedText } from './left-out.ts';

const nameOf = (site: SiteId): string => siteOf(site).name;

/** "0.5 mm at 117 Hz, 2 passes at 20 mm/s" */
const inZone = ({ settings }: Candidate): string => `${settingText(settings)}, ${passesText(settings)}`;

/** Settings of a course, zone by zone where the area has several. */
export const zonedSetting = (candidate: Candidate, site: SiteId | undefined): string => {
  const { settings, zones } = candidate;
  if (zones === undefined || site === undefined) return settingText(settings);
  return [
    `${nameOf(site)}: ${settingText(settings)}`,
    ...zones.map((zone) => `${nameOf(zone.site)}: ${inZone(zone.candidate)}`),
  ].join('; ');
};

/** What is left out, with why. */
export const maskFacts = (masks: readonly Mask[]): Fact[] =>
  masks.map(({ keep_out, reason, sources, read }) => ({
    label: sentenceCase(keep_out),
    value: reason,
    sources,
    read,
  }));

const plain = (label: string, value: string): Fact => ({ label, value, sources: [] });

const deviceFacts = ({ sheet, maximumSafeDepth, isLabelledUse }: DeviceFacts): Fact[] => [
  plain(
    `${sheetName(sheet)}: deepest setting inside every depth limit`,
    maximumSafeDepth === 0 ? 'none' : valueText(maximumSafeDepth, 'mm'),
  ),
  plain(
    `${sheetName(sheet)}: label`,
    isLabelledUse ? 'covers this use here' : 'does not cover this use here',
  ),
];

/** Depths that guides state for needles with current; told, not held: one paper's opinion. */
const guideFacts = (site: SiteId, devices: readonly DeviceFacts[]): Fact[] =>
  !devices.some(({ sheet }) => sheet.class === 'rf')
    ? []
    : protocols()
        .rf_zones.filter(({ sites }) => sites.includes(site))
        .map(({ depth: { min, typical, max }, sources, note }) => ({
          label: 'Depth one paper advises with current',
          value: [
            ...(min === undefined ? [] : [`at least ${valueText(min, 'mm')}`]),
            ...(typical === undefined ? [] : [valueText(typical, 'mm')]),
            ...(max === undefined ? [] : [`at most ${valueText(max, 'mm')}`]),
          ].join(', '),
          sources,
          ...(note === undefined ? {} : { note }),
        }));

const factsOf = ({ site, plan }: ZonePlan): Fact[] =>
  plan.status === 'refused'
    ? plan.reasons.map(({ about, because, sources }) => ({
        label: sentenceCase(about),
        value: because,
        sources,
      }))
    : [
        plain('Surface to fat', bandText(plan.skin.toFat, 'mm')),
        ...plan.devices.flatMap(deviceFacts),
        ...guideFacts(site, plan.devices),
      ];

const standingOf = ({ plan }: ZonePlan): string => {
  if (plan.status === 'refused') return `left out of the course: ${plan.reasons[0]?.because ?? 'refused'}`;
  if (plan.status === 'planned') return `planned, ${plan.candidates.length} courses inside by itself`;
  return 'left out of the course: no safe plan';
};

const settingIn = (candidate: Candidate, zone: ZonePlan, isLead: boolean): string => {
  const own = isLead ? candidate : candidate.zones?.find(({ site }) => site === zone.site)?.candidate;
  if (own === undefined) return 'left out';
  return `${inZone(own)}; most used limit ${own.binding.title}: ${shareText(own.binding.used)}`;
};

/** Every zone of the area; nothing where it is one zone. */
export const zoneSections = (
  { zones = [], given }: WorkedPlan,
  choices: readonly Pick<Choice, 'candidate'>[],
): ZoneSection[] =>
  zones.map((zone) => ({
    name: nameOf(zone.site),
    area: treatedText(zone.plan.given.site),
    standing: standingOf(zone),
    facts: factsOf(zone),
    masks: [
      ...exclusionFacts(zone.plan.given.site),
      ...(zone.plan.status === 'refused' ? [] : maskFacts(zone.plan.masks)),
    ],
    settings: choices.map(({ candidate }) => settingIn(candidate, zone, zone.site === given.site.id)),
  }));
