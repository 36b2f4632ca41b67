import type { Branch, Kinetics } from '../damage/kinetics.ts';
import { addDamageOfStep, leastLogRate } from '../bioheat/damage-field.ts';
import type { Resident } from './resident.ts';

// Largest change of ln rate in a part of a step that the mean rate of kernels holds for (conduction.7).
const WIDEST_PART = 2;

/** Temperature (K) below which a branch adds nothing that counts, and the parts that a step is cut into. */
const planOf = ({ logFrequency, activation }: Branch, widest: number) => {
  const least = activation / (logFrequency - leastLogRate);
  // d ln r / dT = activation / T² is largest where the rate begins to count.
  return { least, parts: Math.max(1, Math.ceil((widest * activation) / (least * least * WIDEST_PART))) };
};

const onlyBranch = (kinetics: Kinetics): Branch | undefined =>
  kinetics.kind === 'arrhenius' && kinetics.branches.length === 1 ? kinetics.branches[0] : undefined;

/**
 * Adds the damage of the step that was taken last, set by set (heat.11): kinetics of one branch by kernels, others cell by
 * cell. `widest`: largest change of a temperature in the step, K.
 */
export const addDamage = (
  { heat, doses, place: { problem } }: Resident,
  { widest, duration }: { readonly widest: number; readonly duration: number },
): void => {
  const { conduction, flow, reference } = heat;
  const [before, after] = [flow.next(), flow.temperature];
  for (const set of problem.kinetics) {
    const dose = doses.get(set.name);
    if (dose === undefined) continue;
    const branch = onlyBranch(set);
    if (branch === undefined) {
      const [omega, from, to] = [dose.read(), before.read(), after.read()];
      for (const rises of [from, to])
        for (let cell = 0; cell < rises.length; cell++) rises[cell] += reference;
      addDamageOfStep(set, omega, { from, to, duration });
      dose.write(omega);
      continue;
    }
    const { least, parts } = planOf(branch, widest);
    const { logFrequency: logRate, activation: barrier } = branch;
    conduction.addDose(
      { logRate, barrier, reference, threshold: least - reference },
      { before, after, dose, dt: duration, parts },
    );
  }
};
