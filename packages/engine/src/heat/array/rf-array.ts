import type { Control, DeviceSheet } from '@percuta/evidence';
import { OutsideModel } from '../../error.ts';

/** An array of RF needles whose energy scale is loaded. SI. */
export interface RfArray {
  /** Needles along y. */
  readonly rows: number;
  /** Needles along x. */
  readonly columns: number;
  readonly pitch: number;
  readonly radius: number;
  /** Length of the cone at the tip; 0 for a flat end. */
  readonly cone: number;
  /** Length of bare metal up from the tip; Infinity for a bare shaft. */
  readonly bare: number;
  readonly pattern: 'rows' | 'chessboard' | 'pairs' | 'monopolar';
  /** Hz. */
  readonly frequency: number;
  readonly output: RfOutput;
  /** Upper limits of an output; of each pair where pairs have outputs of their own. */
  readonly limits: { readonly voltage: number; readonly current: number; readonly power: number };
  readonly pulse: Control;
  readonly mostPulses: number;
  readonly pause: Control | undefined;
  /** K; undefined for bare skin in air. */
  readonly surfaceTemperature: number | undefined;
}

export interface RfOutput {
  readonly kind: 'energy_per_needle' | 'power' | 'voltage';
  /** J, W or V. */
  readonly dial: Control;
}

/** What a sheet must state before heat is computed, by the names of its fields. */
const needed = {
  needle_diameter: ({ needle_diameter }) => needle_diameter,
  cone_length: ({ cone_length }) => cone_length,
  pitch: ({ pitch }) => pitch,
  'rf.array_rows': ({ rf }) => rf?.array_rows,
  'rf.array_columns': ({ rf }) => rf?.array_columns,
  'rf.pattern': ({ rf }) => rf?.pattern,
  'rf.exposure': ({ rf }) => rf?.exposure,
  'rf.bare_tip': ({ rf }) => (rf?.exposure?.value === 'shaft' ? rf.exposure : rf?.bare_tip),
  'rf.frequency': ({ rf }) => rf?.frequency,
  'rf.output': ({ rf }) => rf?.output,
  'rf.power_max': ({ rf }) => rf?.power_max,
  'rf.voltage_max': ({ rf }) => rf?.voltage_max,
  'rf.pulse_duration': ({ rf }) => rf?.pulse_duration,
} as const satisfies Readonly<Record<string, (sheet: DeviceSheet) => unknown>>;

/** Fields without which the energy scale of an RF device is not loaded; empty when it is. */
export const energyScaleGaps = (sheet: DeviceSheet): string[] =>
  Object.entries(needed).flatMap(([name, read]) => (read(sheet) === undefined ? [name] : []));

/** Why a set temperature does not stand in for an output; empty where the sheet sets none. */
export const energyScaleHint = ({ rf }: DeviceSheet): string =>
  rf?.set_temperature === undefined || rf.output !== undefined
    ? ''
    : ' A set temperature is no energy scale: arrays are driven by energy, power or voltage, and control of temperature runs in heat problems alone.';

const leastOf = (control: Control): number => {
  if ('fixed' in control) return control.fixed;
  return 'settings' in control ? Math.min(...control.settings) : (control.min ?? control.max);
};

const outputOf = (given: NonNullable<NonNullable<DeviceSheet['rf']>['output']>['value']): RfOutput => {
  if ('power' in given) return { kind: 'power', dial: given.power };
  if ('voltage' in given) return { kind: 'voltage', dial: given.voltage };
  return { kind: 'energy_per_needle', dial: given.energy_per_needle };
};

const notLoaded = (sheet: DeviceSheet): OutsideModel =>
  new OutsideModel(
    `the energy scale of ${sheet.name} is not documented: its sheet gives no ${energyScaleGaps(sheet).join(', ')}.${energyScaleHint(sheet)}`.replace(
      /\.$/,
      '',
    ),
    'state them in a sheet of your own, or leave out rf for the needles alone',
  );

/** The array of a sheet. Throws OutsideModel that names what the sheet leaves open or contradicts. */
export const rfArrayOf = (sheet: DeviceSheet): RfArray => {
  const { needle_diameter, cone_length, pitch, rf } = sheet;
  const { array_rows, array_columns, pattern, exposure, frequency, output } = rf ?? {};
  const { power_max, voltage_max, pulse_duration } = rf ?? {};
  if (
    energyScaleGaps(sheet).length > 0 ||
    !needle_diameter ||
    !cone_length ||
    !pitch ||
    !array_rows ||
    !array_columns ||
    !pattern ||
    !exposure ||
    !frequency ||
    !output ||
    !power_max ||
    !voltage_max ||
    !pulse_duration
  ) {
    throw notLoaded(sheet);
  }
  const array: RfArray = {
    rows: array_rows.value,
    columns: array_columns.value,
    pitch: pitch.value,
    radius: needle_diameter.value / 2,
    cone: cone_length.value,
    bare: exposure.value === 'shaft' ? Infinity : (rf?.bare_tip?.value ?? Infinity),
    pattern: pattern.value,
    frequency: leastOf(frequency.value),
    output: outputOf(output.value),
    limits: {
      voltage: voltage_max.value,
      current: rf?.current_max?.value ?? Infinity,
      power: power_max.value,
    },
    pulse: pulse_duration.value,
    mostPulses: rf?.pulses_max?.value ?? 1,
    pause: rf?.pause?.value,
    surfaceTemperature: rf?.surface_temperature?.value,
  };
  return checked(sheet, array);
};

const contradiction = (sheet: DeviceSheet, what: string, allowed: string): OutsideModel =>
  new OutsideModel(`the sheet of ${sheet.name} contradicts itself: ${what}`, allowed);

const checked = (sheet: DeviceSheet, array: RfArray): RfArray => {
  const { rows, columns, pattern, pitch, radius } = array;
  const count = sheet.needle_count?.value;
  if (count !== undefined && count !== rows * columns) {
    throw contradiction(
      sheet,
      `${rows} rows of ${columns} needles are not ${count}`,
      'needle_count = rf.array_rows times rf.array_columns',
    );
  }
  if (pattern === 'pairs' && columns % 2 === 1) {
    throw contradiction(sheet, `pairs in rows of ${columns} needles`, 'an even rf.array_columns');
  }
  if (pattern !== 'monopolar' && (pattern === 'rows' ? rows : rows * columns) < 2) {
    throw contradiction(sheet, `a single pole in the pattern "${pattern}"`, 'two poles, or "monopolar"');
  }
  if (pitch <= 2 * radius) {
    throw contradiction(sheet, 'needles touch', 'a pitch above the needle_diameter');
  }
  return array;
};
