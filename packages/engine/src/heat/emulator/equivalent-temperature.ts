import { log } from '@percuta/numerics';
import { injuries, kineticsOf, type Injury } from '../array/kinetics.ts';
import type { ArrheniusKinetics } from '../damage/kinetics.ts';
import { thresholdTemperature } from '../damage/rate.ts';
import type { HeatValues } from '../material/tissue.ts';

/** Factors on the temperature that kinetics need, at which the damage of a run is followed. */
const factors = [0.94, 1, 1.06] as const;

// Damage below which its logarithm would not be finite.
const LEAST_DAMAGE = 1e-300;

const nameOf = (injury: Injury, n: number): string => `${injury} ${n}`;

/** Kinetics of an injury at factor 1, whatever the draw. */
const plainKinetics = (values: HeatValues, injury: Injury): ArrheniusKinetics => {
  const all = kineticsOf({ ...values, collagenThreshold: 1, cellThreshold: 1 });
  const found = all.find(({ name }) => name === injury);
  if (found === undefined) throw new RangeError(`no kinetics for ${injury}`);
  return found;
};

/** Each injury at every factor, under names that `equivalentOf` asks for. */
export const followedKinetics = (values: HeatValues): ArrheniusKinetics[] =>
  injuries.flatMap((injury) => {
    const { kind, branches } = plainKinetics(values, injury);
    return factors.map((factor, n) => ({
      kind,
      name: nameOf(injury, n),
      branches: branches.map((branch) => ({ ...branch, activation: branch.activation * factor })),
    }));
  });

/** Temperature (K) that does the injury when held for one second, by its central kinetics. */
export const secondsThreshold = (values: HeatValues, injury: Injury): number => {
  const [branch] = plainKinetics(values, injury).branches;
  if (branch === undefined) throw new RangeError(`kinetics of ${injury} without a branch`);
  return thresholdTemperature(branch, 1);
};

/**
 * The factor at which the damage would be just 1: ln Omega is linear in the factor at a constant temperature
 * (heat.10), and nearly so along a course, so that lines between the factors that were followed carry it.
 */
const criticalFactor = (logs: readonly number[]): number => {
  const n = (logs[1] ?? 0) < 0 ? 0 : 1;
  const [low, high] = [logs[n] ?? 0, logs[n + 1] ?? 0];
  const [from, to] = [factors[n] ?? 1, factors[n + 1] ?? 1];
  return from + ((to - from) * low) / (low - high);
};

/**
 * Temperature (K) of every cell that, held for one second, does the damage of its whole course: the injury is there
 * where it reaches the temperature that the drawn kinetics need for one second.
 */
export const equivalentOf = (
  injury: Injury,
  fieldOf: (name: string) => Float64Array,
  threshold: number,
): Float64Array => {
  const damages = factors.map((_, n) => fieldOf(nameOf(injury, n)));
  const count = damages[0]?.length ?? 0;
  return new Float64Array(count).map((_, cell) => {
    const logs = damages.map((damage) => log(Math.max(damage[cell] ?? 0, LEAST_DAMAGE)));
    return threshold * criticalFactor(logs);
  });
};
