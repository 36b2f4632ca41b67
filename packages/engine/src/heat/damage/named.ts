import { kineticsRecords, type KineticsRecord } from '@percuta/evidence/heat';
import { log } from '@percuta/numerics';
import { gasConstant } from './rate.ts';
import type { ArrheniusKinetics, Branch, Kinetics } from './kinetics.ts';

/** CEM43 under the name that documents use. */
export const cem43: Kinetics = Object.freeze({ kind: 'cem43', name: 'cem43' });

const branchOf = (branch: KineticsRecord['branches'][number]): Branch => {
  const { frequency_factor, activation_energy, activation_temperature, below } = branch;
  return {
    logFrequency: log(frequency_factor),
    activation: activation_temperature ?? (activation_energy ?? NaN) / gasConstant,
    below: below ?? Infinity,
  };
};

const kineticsOf = ({ id, branches }: KineticsRecord): ArrheniusKinetics => ({
  kind: 'arrhenius',
  name: id,
  branches: branches.map(branchOf),
});

/** Names of the kinetics that a document may use without stating them. */
export const kineticsNames = (): readonly string[] => [...kineticsRecords().map(({ id }) => id), cem43.name];

/** Published kinetics by name; undefined for an unknown one. */
export const namedKinetics = (name: string): Kinetics | undefined => {
  if (name === cem43.name) return cem43;
  const record = kineticsRecords().find(({ id }) => id === name);
  return record === undefined ? undefined : kineticsOf(record);
};

/** Kinetics from a frequency factor (1/s) and an activation over the gas constant (K). */
export const kineticsFrom = (
  name: string,
  frequencyFactor: number,
  activation: number,
): ArrheniusKinetics => ({
  kind: 'arrhenius',
  name,
  branches: [{ logFrequency: log(frequencyFactor), activation, below: Infinity }],
});
