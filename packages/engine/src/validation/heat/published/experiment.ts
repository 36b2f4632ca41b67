import type { HeatCase } from '../measured/heat-case.ts';
import type { Target } from './published-file.ts';
import type { Reading } from './reading.ts';
import { settingOf, wordsOf, type Setting } from './setting.ts';

type Draws = HeatCase['draws'];

/** An experiment as far as its record states it: settings by the name that cases give them. */
export interface Experiment {
  readonly id: string;
  readonly study: string;
  readonly tissue: string;
  /** All that is said of the electrode and how it was driven. */
  readonly words: string;
  readonly settings: Readonly<Record<string, Setting | undefined>>;
  readonly reading: Reading;
}

const names: Readonly<Record<string, readonly string[]>> = {
  diameter: ['needle_diameter', 'electrode_diameter', 'diameter', 'gauge'],
  exposed: [
    'exposed_length',
    'active_length',
    'active_tip',
    'tip_length',
    'exposed_tip',
    'electrode_length',
    'uninsulated_length',
  ],
  insulated: ['insulated_length'],
  length: ['needle_length'],
  depth: ['tip_depth', 'depth', 'insertion_depth', 'penetration_depth', 'needle_depth'],
  spacing: ['needle_spacing', 'spacing', 'pitch', 'distance'],
  pairs: ['pairs', 'needle_pairs'],
  count: ['needles', 'needle_count', 'pins', 'electrodes'],
  held: ['set_temperature', 'tip_temperature', 'temperature', 'target_temperature'],
  surface: ['surface_temperature'],
  power: ['power', 'rf_power'],
  current: ['current', 'current_at_maximum'],
  voltage: ['voltage', 'rms_voltage'],
  energy: ['energy_per_pin', 'energy_per_needle', 'energy_per_electrode', 'energy'],
  time: [
    'pulse_duration',
    'pulse_width',
    'duration',
    'time',
    'total_time',
    'conduction_time',
    'exposure_time',
    'on_time',
  ],
  frequency: ['frequency'],
  start: ['start_temperature', 'initial_temperature', 'baseline_temperature'],
  cooling: ['coolant_temperature', 'plate_temperature', 'cooling_temperature'],
};

/** A temperature said beside the tissue is that of its start: "egg white, 37 C". */
const startOf = (tissue: string): Setting | undefined => {
  const [, value] = /\b(\d+(?:\.\d+)?) ?°?C\b/.exec(tissue) ?? [];
  return value === undefined ? undefined : { value: `${value} °C` };
};

/** What a record says of its experiment. */
export const experimentOf = ({ id, ref, tissue, settings }: Target, reading: Reading): Experiment => ({
  id,
  study: ref === '' ? id : ref,
  tissue,
  words: `${tissue}; ${wordsOf(settings)}`,
  settings: {
    start: startOf(tissue),
    ...Object.fromEntries(
      Object.entries(names).flatMap(([name, keys]) => {
        const setting = settingOf(settings, ...keys);
        return setting === undefined ? [] : [[name, setting]];
      }),
    ),
  },
  reading,
});

/** Values and draws of an experiment while they are gathered, with what stands in for what is not stated. */
export interface Gathered {
  readonly values: Readonly<Record<string, string>>;
  readonly draws: Draws;
  /** What was not stated, in words. */
  readonly sampled: readonly string[];
}

const stands = (range: Draws[string]): string =>
  'one_of' in range ? `one of ${range.one_of.join(', ')}` : `${range.from} to ${range.to}`;

/**
 * Settings of the experiment under these names: stated values, values that were used as draws, and the given ranges for
 * what is not stated.
 */
export const gather = (
  { settings, reading }: Experiment,
  asked: readonly string[],
  priors: Readonly<Record<string, Draws[string]>>,
): Gathered => {
  const stated = asked.flatMap((name) => {
    // What both sides of the quantity set is not drawn.
    const setting = reading.sides.every((side) => side[name] !== undefined) ? undefined : settings[name];
    return setting === undefined ? [] : [[name, setting] as const];
  });
  const isSet = (name: string): boolean =>
    stated.some(([own]) => own === name) || reading.sides.every((side) => side[name] !== undefined);
  const open = Object.entries(priors).filter(([name]) => !isSet(name));
  const drawn = stated.flatMap(([name, setting]) =>
    'value' in setting
      ? []
      : [[name, 'one_of' in setting ? { one_of: [...setting.one_of] } : setting] as const],
  );
  return {
    values: Object.fromEntries(
      stated.flatMap(([name, setting]) => ('value' in setting ? [[name, setting.value]] : [])),
    ),
    draws: Object.fromEntries([...drawn, ...open]),
    sampled: open.map(([name, range]) => `${name} ${stands(range)}`),
  };
};

/** Whether the record gives this, in its settings or in the words of its quantity. */
export const isStated = ({ settings, reading }: Experiment, name: string): boolean =>
  settings[name] !== undefined || reading.sides.every((side) => side[name] !== undefined);
