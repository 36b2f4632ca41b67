import { exp, log } from '@percuta/numerics';
import type { ArrheniusKinetics, Branch, Kinetics } from './kinetics.ts';

/** Gas constant, J/mol/K (exact in the SI of 2019). */
export const gasConstant = 8.314462618;

/** 43 °C, K: the temperature whose minutes CEM43 counts. */
export const cemReference = 316.15;
const logTwo = log(2);

/** The branch that holds at a temperature (K). */
export const branchAt = ({ branches }: ArrheniusKinetics, temperature: number): Branch => {
  const found = branches.find(({ below }) => temperature < below) ?? branches.at(-1);
  if (found === undefined) throw new RangeError('kinetics without a branch');
  return found;
};

/** Natural logarithm of the rate of damage at a temperature (K), in 1/s (CEM43: 1): (heat.10), (heat.12). */
export const logRate = (kinetics: Kinetics, temperature: number): number => {
  if (kinetics.kind === 'cem43') {
    const above = temperature - cemReference;
    // A factor of two a kelvin above 43 °C, of four below.
    return above * (above >= 0 ? logTwo : 2 * logTwo);
  }
  const { logFrequency, activation } = branchAt(kinetics, temperature);
  return logFrequency - activation / temperature;
};

/** Rate of damage, in 1/s; of CEM43, seconds at 43 °C per second. One exponential, so that A never overflows. */
export const rateAt = (kinetics: Kinetics, temperature: number): number =>
  exp(logRate(kinetics, temperature));

/** Temperatures (K) at which the rate jumps or bends. */
export const bendsOfKinetics = (kinetics: Kinetics): readonly number[] =>
  kinetics.kind === 'cem43'
    ? [cemReference]
    : kinetics.branches.map(({ below }) => below).filter(Number.isFinite);

/** Temperature (K) at which `duration` seconds held give Omega = 1; of a single branch. */
export const thresholdTemperature = ({ logFrequency, activation }: Branch, duration: number): number =>
  activation / (logFrequency + log(duration));
