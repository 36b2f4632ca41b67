import {
  deviceClasses,
  readDeviceSheet,
  siteIds,
  type DeviceClass,
  type DeviceSheet,
  type SiteId,
} from '@percuta/evidence';
import { dimensionOf, formatQuantity, type Dimension } from '@percuta/quantity';
import type { Settings } from '../case/protocol.ts';
import { siValues, type Conditions, type MeasurementRow } from './measurement-file.ts';
import { siteInWords } from './said-in-words.ts';

/** An experiment as the model sees it. SI. */
export interface Experiment {
  readonly sheet: DeviceSheet;
  readonly settings: Settings;
  readonly site: SiteId;
  /** Thickness of epidermis and dermis, where the experiment gives it. */
  readonly skinThickness: number | undefined;
  /** Speed of the tip, where the experiment sets it. */
  readonly insertionSpeed: number | undefined;
  /** Assumptions made because a condition was missing. */
  readonly assumed: readonly string[];
}

/** Other spellings under which files give the same condition. */
const spellings = {
  needle_length: [
    'needle_length',
    'needle_height',
    'nominal_depth',
    'protrusion',
    'depth_setting',
    'length',
    'depth',
  ],
  needle_count: ['needle_count', 'needles', 'needle_number'],
  needle_diameter: [
    'needle_diameter',
    'needle_base',
    'base_width',
    'base_diameter',
    'shaft_diameter',
    'lancet_diameter',
  ],
  tip_diameter: ['tip_diameter'],
  tip_radius: ['tip_radius'],
  cone_length: ['cone_length', 'tip_length', 'bevel_length'],
  pitch: ['pitch', 'needle_pitch', 'spacing', 'interspacing'],
  available_force: ['available_force', 'force', 'applied_force', 'roll_force'],
  insertion_speed: ['insertion_speed', 'speed', 'velocity'],
  frequency: ['frequency', 'stroke_frequency'],
  stroke: ['stroke'],
  hand_speed: ['hand_speed'],
  array_diameter: ['array_diameter'],
  tip_area: ['tip_area', 'array_area'],
  drum_diameter: ['drum_diameter'],
  drum_width: ['drum_width'],
  row_count: ['row_count', 'rows'],
  passes: ['passes'],
  skin_thickness: ['skin_thickness'],
} as const;
type Name = keyof typeof spellings;

/** Several values stand for one experiment each; on their own they are read at their middle. */
const middle = (values: readonly number[]): number | undefined => values[Math.floor((values.length - 1) / 2)];

/** Dimension of the conditions that are no lengths. */
const dimensionsOf: Partial<Record<Name, Dimension>> = {
  needle_count: 'fraction',
  row_count: 'fraction',
  passes: 'fraction',
  available_force: 'force',
  insertion_speed: 'speed',
  hand_speed: 'speed',
  frequency: 'frequency',
  tip_area: 'area',
};

/** The unit a condition is given in, or undefined for a bare number. */
const unitIn = (given: Conditions[string]): string | undefined => {
  if (typeof given === 'object') return given.unit === 'count' ? undefined : given.unit;
  const unit = typeof given === 'string' ? given.replace(/^[-+−0-9.eE\s]+/u, '') : '';
  return unit === '' ? undefined : unit;
};

/** A condition in SI under any of its spellings; throws RangeError for a value of another dimension. */
export const conditionOf = (conditions: Conditions, name: Name): number | undefined => {
  const key = spellings[name].find((spelling) => conditions[spelling] !== undefined);
  const given = key === undefined ? undefined : conditions[key];
  if (key === undefined || given === undefined) return undefined;
  const unit = unitIn(given);
  const due = dimensionsOf[name] ?? 'length';
  if (unit !== undefined && dimensionOf(unit) !== due) {
    throw new RangeError(`conditions.${key} is given in ${unit}; it has to be a ${due}`);
  }
  return middle(siValues(given));
};

const wordsFor: readonly (readonly [RegExp, DeviceClass])[] = [
  [/roller|rolling|rolled/i, 'roller'],
  [/\bpen\b|dermapen|skinpen|\bpens\b|stroke/i, 'pen'],
  [/stamp/i, 'stamp'],
  [/single|lancet|hypodermic|steel needles in|punch/i, 'single'],
  [/\brf\b|radiofrequency/i, 'rf'],
  [/patch|array|pressed|polymer|hydrogel|gantrez|microneedle|\bmn\b/i, 'patch'],
];

const classOf = (row: MeasurementRow, conditions: Conditions): DeviceClass | undefined => {
  const stated = conditions['device_class'];
  const known = deviceClasses.find((name) => name === stated);
  const words = `${row.settings ?? ''} ${row.quantity ?? ''}`;
  return known ?? wordsFor.find(([pattern]) => pattern.test(words))?.[1];
};

const text = (value: number | undefined, unit: string): string | undefined =>
  value === undefined ? undefined : formatQuantity(value, unit);

const present = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const usualCount: Readonly<Record<DeviceClass, number>> = {
  roller: 192,
  pen: 12,
  stamp: 40,
  patch: 121,
  rf: 25,
  single: 1,
};

const sheetOf = (deviceClass: DeviceClass, conditions: Conditions, length: number): DeviceSheet => {
  const of = (name: Name): number | undefined => conditionOf(conditions, name);
  const radius = of('tip_radius');
  const frequency = text(of('frequency'), 'Hz') ?? (deviceClass === 'pen' ? '100 Hz' : undefined);
  return readDeviceSheet(
    present({
      id: 'experiment',
      name: 'needles of an experiment',
      class: deviceClass,
      needle_count: Math.round(of('needle_count') ?? usualCount[deviceClass]),
      needle_length: text(length, 'mm'),
      needle_diameter: text(of('needle_diameter'), 'mm'),
      tip_diameter: text(of('tip_diameter') ?? (radius === undefined ? undefined : 2 * radius), 'um'),
      cone_length: text(of('cone_length'), 'mm'),
      pitch: text(of('pitch'), 'mm'),
      available_force: text(of('available_force'), 'N'),
      frequency: frequency === undefined ? undefined : { fixed: frequency },
      stroke: text(of('stroke'), 'mm'),
      array_diameter: text(of('array_diameter'), 'mm'),
      tip_area: text(of('tip_area'), 'mm2'),
      drum_diameter: text(of('drum_diameter'), 'mm'),
      drum_width: text(of('drum_width'), 'mm'),
      row_count: of('row_count'),
    }),
  );
};

/** Whether a name is one of a condition, under any spelling. */
export const isCondition = (name: string): boolean =>
  Object.values(spellings).some((names) => names.some((spelling) => spelling === name));

const siteOf = (conditions: Conditions): SiteId | undefined =>
  siteIds.find((id) => id === conditions['site']);

const unknownWord = (key: string, conditions: Conditions, known: readonly string[]): string[] => {
  const given = conditions[key];
  return given === undefined || known.some((word) => word === given)
    ? []
    : [`${key} "${String(given)}" is not known and was not used`];
};

/** Needle length where only forces or rates are asked for; it does not enter them but must be something. */
const anyLength = 0.001;

/** The experiment of a row; what it leaves out is listed in `assumed` and drawn from the priors. */
export const experimentOf = (row: MeasurementRow, extra: Conditions): Experiment => {
  const conditions = { ...row.conditions, ...extra };
  const stated = classOf(row, conditions);
  const deviceClass = stated ?? 'patch';
  const length = conditionOf(conditions, 'needle_length');
  const site = siteOf(conditions) ?? siteInWords(`${row.settings ?? ''} ${row.quantity ?? ''}`);
  const count = conditionOf(conditions, 'needle_count');
  return {
    sheet: sheetOf(deviceClass, conditions, length ?? anyLength),
    settings: {
      depth: length ?? anyLength,
      passes: Math.round(conditionOf(conditions, 'passes') ?? 1),
      handSpeed: conditionOf(conditions, 'hand_speed'),
      frequency: undefined,
    },
    site: site ?? 'forearm',
    skinThickness: conditionOf(conditions, 'skin_thickness'),
    insertionSpeed: deviceClass === 'pen' ? undefined : conditionOf(conditions, 'insertion_speed'),
    assumed: [
      ...(stated === undefined ? ['device class: patch'] : []),
      ...unknownWord('device_class', conditions, deviceClasses),
      ...(length === undefined ? ['needle length: 1 mm'] : []),
      ...(site === undefined ? ['site: forearm'] : []),
      ...unknownWord('site', conditions, siteIds),
      ...(count === undefined && deviceClass !== 'single' ? [`needles: ${usualCount[deviceClass]}`] : []),
    ],
  };
};
