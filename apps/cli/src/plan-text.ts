import {
  bandedShareText,
  bareBand,
  contextOfUse,
  countText,
  energyText,
  emulatorFacts,
  exclusionText,
  harmNames,
  heatCells,
  heatOrder,
  hypotheticalText,
  heatRows,
  labelText,
  letterOf,
  noNameOfEffect,
  notWeighedYet,
  routeNames,
  shortlistOf,
  shown,
  standIns,
  treatedText,
  whyFewer,
  type Candidate,
  type Plan,
  type Reason,
} from '@percuta/engine';
import { formatInterval } from '@percuta/quantity';
import { expectationText } from './evidence/expectation-text.ts';
import { zonesText } from './plan/zones-text.ts';
import { table } from './table.ts';

type Band = Candidate['courseDose'];

const interval = (band: Band, unit: string, digits: number): string =>
  formatInterval(band.median, band.low, band.high, unit, digits);

const reasonText = ({ about, because, wouldChange }: Reason): string =>
  `  ${about}\n    because ${because}\n    would change it: ${wouldChange}`;

type Planned = Exclude<Plan, { readonly status: 'refused' }>;

const skinText = ({ skin }: Planned): string =>
  `Skin at ${skin.site} (median, 5 to 95 %; ${skin.isMeasured ? 'atlas and measurement' : 'atlas, not measured'})\n${table(
    ['stratum corneum', 'epidermis', 'dermis', 'fat', 'surface to fat'],
    [
      [
        interval(skin.stratumCorneum, 'um', 0),
        interval(skin.epidermis, 'um', 0),
        interval(skin.dermis, 'mm', 2),
        interval(skin.fat, 'mm', 1),
        interval(skin.toFat, 'mm', 2),
      ],
    ],
  )}`;

const settingText = ({ settings }: Candidate): string =>
  [
    shown(settings.depth, 'mm'),
    ...(settings.rf === undefined ? [] : [energyText(settings.rf)]),
    `${settings.passes}x`,
    ...(settings.handSpeed === undefined ? [] : [shown(settings.handSpeed, 'mm/s')]),
  ].join(', ');

const courseText = ({ course }: Candidate): string =>
  course.interval === undefined
    ? `${course.sessions}`
    : `${course.sessions} × ${shown(course.interval, 'days')}`;

const bindingText = ({ binding }: Candidate): string =>
  `${binding.limit} ${Math.round(binding.used * 100)} %`;

const candidatesText = (plan: Planned): string => {
  const choices = shortlistOf(plan);
  const names = choices.map((choice, i) => `  ${letterOf(i)}: ${labelText(choice.names)}`);
  const fewer = whyFewer(plan, choices.length);
  const rows = choices.map(({ candidate }, i) => [
    letterOf(i),
    settingText(candidate),
    courseText(candidate),
    interval(candidate.stroke.depth, 'mm', 2),
    bandedShareText(candidate.stroke.occupancy.dermis),
    bareBand(candidate.courseDose, '1/cm2'),
    bareBand(candidate.session.bleeding, '1/cm2'),
    interval(candidate.session.coveredShare, '%', 0),
    bindingText(candidate),
  ]);
  const head = [
    '',
    'setting',
    'sessions',
    'tips reach',
    'in dermis',
    'holes/cm² at target',
    'bleeding/cm²',
    'covered',
    'most used limit',
  ];
  return `Inside the envelope: ${plan.candidates.length} courses; ${rows.length} that differ in effect, by falling dose\n${table(head, rows)}\nWhat sets them apart\n${names.join('\n')}\n${noNameOfEffect}.\n${standIns}.${fewer === undefined ? '' : `\n${fewer}`}${zonesText(plan, choices)}`;
};

/** What heat does at the needle that takes most, where the courses have it. */
const heatText = (plan: Planned): string => {
  const cells = shortlistOf(plan).map(({ candidate }) => heatCells(candidate));
  if (cells.every((heat) => heat === undefined)) return '';
  const rows = heatOrder
    .filter((row) => row !== 'energy')
    .map((row) => [heatRows[row], ...cells.map((heat) => heat?.[row] ?? 'no heat')]);
  return `Heat at the needle that takes most (median, 5 to 95 % of draws; widths and distances of those in which there is any)\n${table(['', ...cells.map((_, i) => letterOf(i))], rows)}`;
};

const emulatorsText = ({ devices }: Planned): string =>
  devices
    .flatMap(({ sheet, emulators }) =>
      emulators
        .flatMap(emulatorFacts)
        .map(({ value, note }) => `${sheet.name}: heat ${value}; ${note ?? ''}`),
    )
    .join('\n');

/** How large a chance counted over draws may well be; that is held against its limit. */
const upperText = ({ upper, unit }: Planned['rejected'][number]['binding']): string =>
  upper === undefined ? '' : ` (up to ${shown(upper, unit, 3)})`;

const rejectedText = ({ rejected }: Planned): string => {
  const groups = Map.groupBy(rejected, ({ binding }) => binding.limit);
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { binding } = first;
    return [
      [
        binding.limit,
        String(group.length),
        `${first.id}: ${shown(binding.value, binding.unit, 3)}${upperText(binding)}, ${binding.direction} ${shown(binding.bound, binding.unit)}`,
        binding.remedy,
      ],
    ];
  });
  return rows.length === 0
    ? ''
    : `Outside, by the limit that binds\n${table(['limit', 'courses', 'example', 'would change it'], rows)}`;
};

const devicesText = ({ devices }: Planned): string =>
  devices
    .map(
      ({ sheet, maximumSafeDepth }) =>
        `${sheet.name}: deepest setting inside every depth limit here ${maximumSafeDepth === 0 ? 'none' : shown(maximumSafeDepth, 'mm', 2)}`,
    )
    .join('\n');

const overridesText = ({ given }: Plan): string =>
  (given.overrides ?? [])
    .map(
      ({ limit, value, reason, name }) =>
        `OVERRIDDEN: ${limit} set to ${value} by ${name}, because ${reason}`,
    )
    .join('\n');

const changesText = ({ screening }: Plan): string => {
  const changes = screening.findings.filter(
    ({ action }) => action === 'proceed-with-change' || action === 'exclude-use',
  );
  return changes.length === 0
    ? ''
    : `Screening: proceed with these changes\n${changes.map(({ item }) => `  ${item.factor}: ${item.rule}`).join('\n')}`;
};

const masksText = ({ masks, zones, given: { site } }: Planned): string => {
  const places = [...(site.exclusions ?? []).map(exclusionText), ...masks.map(({ keep_out }) => keep_out)];
  if (zones !== undefined || places.length === 0) return '';
  const treated = site.exclusions === undefined ? '' : `\nOf the area ${treatedText(site)}`;
  return `Left out of the area: ${places.join('; ')}${treated}`;
};

const priorsText = ({ priors }: Planned): string =>
  `Unverified priors that move the depth most: ${priors
    .toSorted((a, b) => b.influence.insertionDepth - a.influence.insertionDepth)
    .slice(0, 3)
    .map(({ meaning, influence }) => `${meaning} (${Math.round(influence.insertionDepth * 100)} %)`)
    .join('; ')}`;

type Harm = Planned['risks']['routes'][number]['harms'][number];

const countedText = ({ event, rates }: Harm): string[] =>
  rates === 'not quantified' ? [] : [`${harmNames[event]} ${rates.map(countText).join(' and ')}`];

const namesOf = (harms: readonly Harm[]): string => harms.map(({ event }) => harmNames[event]).join(', ');

const routeText = ({ route, harms }: Planned['risks']['routes'][number]): string => {
  const counted = harms.flatMap(countedText);
  const parts = [
    counted.length === 0 ? 'nothing counted' : counted.join('; '),
    `not quantified: ${namesOf(harms.filter(({ rates }) => rates === 'not quantified'))}`,
    `reported without a rate: ${namesOf(harms.filter(({ signals }) => signals.length > 0))}`,
  ];
  return `${routeNames[route]}: ${parts.filter((part) => !part.endsWith(': ')).join('; ')}`;
};

const risksText = ({ risks }: Planned): string =>
  [
    `Harms counted in people like this (phototype ${risks.phototype}, ${risks.region}; each count one study, exact 95 % interval)`,
    ...risks.routes.map(routeText),
  ].join('\n');

const headline: Readonly<Record<Plan['status'], string>> = {
  planned: 'Planned',
  'no safe plan': 'No safe plan: every course of these devices breaks a limit or a wish',
  refused: 'Refused',
};

const bodyOf = (plan: Plan): string[] => {
  if (plan.status === 'refused') return [plan.reasons.map(reasonText).join('\n')];
  return [
    skinText(plan),
    plan.candidates.length === 0 ? '' : candidatesText(plan),
    heatText(plan),
    rejectedText(plan),
    devicesText(plan),
    emulatorsText(plan),
    expectationText(plan.expectation),
    risksText(plan),
    plan.refusedDevices.length === 0
      ? ''
      : `Devices that were not planned with\n${plan.refusedDevices.map(reasonText).join('\n')}`,
    masksText(plan),
    plan.notices.map((notice) => `• ${notice}`).join('\n'),
    priorsText(plan),
  ];
};

const finalistsText = (plan: Plan): string => {
  if (plan.status === 'refused' || plan.finalists === undefined) return '';
  const answers = plan.finalists.flatMap((one) => one.answers);
  const inside = answers.filter(({ apart }) => apart <= 1).length;
  return `Recomputed with the whole model: ${plan.finalists.length} courses, each in one draw; ${inside} of ${answers.length} temperatures within the stated error of the emulator (95 % expected), the furthest ${Math.max(...answers.map(({ apart }) => apart)).toFixed(1)} times it away`;
};

/** A plan on a terminal, but for what takes longer: one screen; the report has the reasons. */
export const tradeOffText = (plan: Plan): string =>
  [
    `${headline[plan.status]}: ${plan.given.title}`,
    plan.status === 'refused' ? '' : hypotheticalText(plan),
    overridesText(plan),
    ...bodyOf(plan),
    changesText(plan),
    `Simulated, but not weighed in plans yet: ${notWeighedYet.join(', ')}; so no wish about downtime is weighed.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** What stands below: courses recomputed, files written. */
export const closingText = (plan: Plan, files: readonly string[]): string =>
  [finalistsText(plan), files.length === 0 ? '' : `Written: ${files.join(', ')}`, contextOfUse]
    .filter((part) => part !== '')
    .join('\n\n');

/** All of it. */
export const planText = (plan: Plan, files: readonly string[]): string =>
  `${tradeOffText(plan)}\n\n${closingText(plan, files)}`;
