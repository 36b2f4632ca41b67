import { embed } from '../grid/embed/embed.ts';
import { arrayProblem, type ArrayInput } from '../array/array-problem.ts';
import { injuries, type Injury } from '../array/kinetics.ts';
import { solveHeat } from '../solve-heat.ts';
import { heed, type Watch } from '../watch.ts';
import { equivalentOf, followedKinetics, secondsThreshold } from './equivalent-temperature.ts';
import { reachProfileOf, type ReachProfile } from './reach-profile.ts';

/** What a run of the whole model says of one sample. K. */
export interface Sampled {
  readonly profiles: Readonly<Record<Injury, ReachProfile>>;
  /** Highest temperature; above boiling, how much did (`boilingTemperature`). */
  readonly boiling: number;
}

const highest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);

// Part of the heat of steam that counts: where water boils, much of the heat goes into it at once, and a scale on
// which that is no jump is easier to emulate.
const STEAM = 0.1;

/** A peak where water boils, K: a part of the heat that its steam took (heat.20), as if the tissue had warmed further. */
export const boilingTemperature = (
  peak: number,
  vapour: number,
  { values }: Pick<ArrayInput, 'values'>,
): number => peak + (STEAM * vapour * values.waterDermis * values.latentHeat) / values.specificHeatSkin;

/**
 * One run of the whole model, its damage followed at several thresholds at once, so that one course of temperature
 * answers for every kinetics. Throws BadInput where needles do not fit, SolverFailed without convergence.
 */
export const solveSample = (input: ArrayInput, watch: Watch = {}): Sampled => {
  const { problem, part } = arrayProblem(input);
  const kinetics = followedKinetics(input.values);
  const outputs = {
    resistances: [],
    probes: [],
    fields: kinetics.map(({ name }) => ({
      name,
      quantity: { kind: 'damage', kinetics: name } as const,
      times: [],
    })),
    contours: [],
  };
  const heating = solveHeat({ ...problem, kinetics, outputs }, watch);
  const { grid, fields } = heating;
  if (grid === undefined) throw new RangeError('the heat of an array was solved without a grid');
  heed(watch, 1000);
  const { metal, volumes } = embed(grid, problem.electrodes);
  const fieldOf = (name: string): Float64Array => {
    const found = fields.find((field) => field.name === name);
    if (found === undefined) throw new RangeError(`the heat problem gave no field ${name}`);
    return found.values;
  };
  const profileOf = (injury: Injury): ReachProfile => {
    heed(watch, 1000);
    return reachProfileOf({
      input,
      part,
      tissue: { grid, metal, volumes },
      equivalent: equivalentOf(injury, fieldOf, secondsThreshold(input.values, injury)),
    });
  };
  const [collagen, cells] = injuries;
  return {
    profiles: { [collagen]: profileOf(collagen), [cells]: profileOf(cells) },
    boiling: boilingTemperature(highest(heating.peaks), highest(heating.vapour), input),
  };
};
