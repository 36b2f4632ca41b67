import { exp, scaledExponentialIntegral } from '@percuta/numerics';
import type { Branch } from '../../heat/damage/kinetics.ts';

/**
 * Omega of a linear change from T0 to T1 (K) within `duration` (s): (A/b)(T exp(-e/T) - e E1(e/T)), with A drawn
 * into the exponential, so that it never overflows. T0 and T1 must differ.
 */
export const rampDamage = (
  { logFrequency, activation: e }: Branch,
  T0: number,
  T1: number,
  duration: number,
): number => {
  const primitive = (T: number): number =>
    T * exp(logFrequency - e / T) * (1 - (e / T) * scaledExponentialIntegral(e / T));
  return (duration / (T1 - T0)) * (primitive(T1) - primitive(T0));
};
