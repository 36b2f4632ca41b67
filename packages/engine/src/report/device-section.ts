import { isUnverified, type DeviceSheet, type Field } from '@percuta/evidence';
import { scaleBand } from '../band.ts';
import type { DeviceFacts } from '../plan/plan.ts';
import { emulatorFacts } from './heat/heat-facts.ts';
import { settingText } from './course-words.ts';
import type { DeviceSection, Fact } from './content.ts';
import { bandText, valueText } from './numbers.ts';
import type { Choice } from './shortlist.ts';

const plain = (label: string, value: string, note?: string): Fact => ({
  label,
  value,
  sources: [],
  ...(note === undefined ? {} : { note }),
});

/** A field of the sheet as the sheet prints it; nothing where the sheet does not say. */
const stated = (label: string, field: Field<unknown> | undefined): Fact[] =>
  field === undefined
    ? []
    : [
        {
          label,
          value: field.printed,
          sources: field.sources,
          read: field.read,
          ...(field.note === undefined ? {} : { note: field.note }),
        },
      ];

const rateOf = ({ candidate: { stroke, settings } }: Choice): Fact[] =>
  stroke.strokeRate === undefined
    ? [plain('Puncture rate', 'set by the hand')]
    : [
        plain(
          'Puncture rate',
          `${Math.round(stroke.strokeRate.median)} needle strokes per second`,
          `at ${settingText(settings)}; ${bandText(stroke.fractionPuncturing, '%')} of them puncture`,
        ),
      ];

const accuracyOf = ({ candidate: { stroke, settings } }: Choice): Fact =>
  plain(
    'Penetration depth accuracy',
    bandText(scaleBand(stroke.depth, 1 / settings.depth), '%'),
    `depth the tips reach over the depth set, at ${settingText(settings)}`,
  );

/** Rounded down to 0.01 mm: a limit is never told deeper than it is. */
const downTo = (depth: number): number => Math.floor(depth * 1e5) / 1e5;

const safeDepth = ({ maximumSafeDepth }: DeviceFacts): Fact =>
  maximumSafeDepth > 0
    ? plain(
        'Maximum safe depth',
        valueText(downTo(maximumSafeDepth), 'mm'),
        'deepest setting at which every depth limit holds here',
      )
    : plain('Maximum safe depth', 'none', 'no setting keeps every depth limit here');

const maximumDepth = ({ maximumPenetrationDepth }: DeviceFacts): Fact =>
  plain(
    'Maximum penetration depth',
    maximumPenetrationDepth === undefined ? 'unknown' : valueText(maximumPenetrationDepth, 'mm'),
    'deepest a tip can come at the deepest setting, with the error of the dial and the compression of the skin',
  );

const needleFacts = (sheet: DeviceSheet): Fact[] => [
  ...stated('Needles', sheet.needle_count ?? sheet.needle_count_options),
  ...stated('Needle diameter', sheet.needle_diameter),
  ...stated('Needle length', sheet.needle_length ?? sheet.needle_length_options),
  ...stated('Depth settings', sheet.depth),
  ...stated('Deepest depth the label evaluated', sheet.depth_evaluated_max),
];

/** The name of a device; one that nobody makes is never named without saying so. */
export const sheetName = ({ name, hypothetical }: DeviceSheet): string =>
  hypothetical === true ? `${name} (hypothetical)` : name;

/** What a device can do here; `choice` is its first course on the shortlist, where it has one. */
export const deviceSection = (facts: DeviceFacts, choice: Choice | undefined): DeviceSection => ({
  name: sheetName(facts.sheet),
  facts: [
    ...(choice === undefined ? [] : rateOf(choice)),
    maximumDepth(facts),
    ...(choice === undefined ? [] : [accuracyOf(choice)]),
    safeDepth(facts),
    plain('Labelled for this use', facts.isLabelledUse ? 'yes' : 'no: off-label'),
    ...needleFacts(facts.sheet),
    ...facts.emulators.flatMap(emulatorFacts),
  ],
});

/** Fields of the sheets that nobody has verified, among those the needles are made from. */
export const unverifiedFields = ({ sheet }: DeviceFacts): Fact[] =>
  [
    ...needleFacts(sheet),
    ...stated('Width of the needle array', sheet.array_diameter),
    ...stated('Stroke', sheet.stroke),
    ...stated('Stroke frequency', sheet.frequency),
  ]
    .filter(({ read }) => read !== undefined && isUnverified(read))
    .map((fact) => ({ ...fact, label: `${sheet.name}: ${fact.label.toLowerCase()}` }));
