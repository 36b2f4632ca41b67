import type { Control } from '@percuta/evidence';
import { createRandom, exp, log, permutation, sobolPoints } from '@percuta/numerics';
import type { Skin } from '../../skin/skin.ts';
import { drawValues } from '../../stage.ts';
import type { ArrayInput } from '../array/array-problem.ts';
import type { RfArray } from '../array/rf-array.ts';
import { heatStage } from '../heat-stage.ts';
import type { HeatValues } from '../material/tissue.ts';
import { riseInAll, singlePulse, type ShotPattern } from './shot-pattern.ts';

/** What varies from run to run of one array. SI. */
export interface Sample {
  /** Of the tips, m. */
  readonly depth: number;
  readonly skin: Pick<Skin, 'stratumCorneum' | 'epidermis' | 'dermis'>;
  /** J a needle, W or V, as the dial of the array gives. */
  readonly dose: number;
  /** s. */
  readonly pulse: number;
  readonly values: HeatValues;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Where the emulator of an array is trained: nothing outside is answered. */
export interface SampleSpace {
  readonly depth: Range;
  readonly dose: Range;
  readonly pulse: Range;
}

/** Skins: epidermis with its horny layer, and the border of the fat below the tips; m. */
export const skinSpace = {
  epidermis: { min: 40e-6, max: 200e-6 },
  borderBelowTip: { min: -0.3e-3, max: 1.2e-3 },
  thinnestDermis: 0.4e-3,
} as const;

const shallowest = 0.2e-3;

const rangeOf = (control: Control): Range => {
  if ('fixed' in control) return { min: control.fixed, max: control.fixed };
  if ('settings' in control)
    return { min: Math.min(...control.settings), max: Math.max(...control.settings) };
  return { min: control.min ?? control.step ?? control.max, max: control.max };
};

/** The settings of an array whose deepest setting (m) is given; of several depths in a shot none is shallower than trained. */
export const sampleSpaceOf = (array: RfArray, deepest: number, pattern: ShotPattern): SampleSpace => ({
  depth: { min: Math.min(shallowest + riseInAll(pattern), deepest), max: deepest },
  dose: rangeOf(array.output.dial),
  pulse: rangeOf(array.pulse),
});

const even = ({ min, max }: Range, u: number): number => min + u * (max - min);
const byRatio = ({ min, max }: Range, u: number): number => min * exp(u * log(max / min));

const skinAt = (depth: number, [u, v]: readonly [number, number]): Sample['skin'] => {
  const epidermis = byRatio(skinSpace.epidermis, u);
  const border = depth + even(skinSpace.borderBelowTip, v);
  return {
    stratumCorneum: epidermis / 5,
    epidermis,
    dermis: Math.max(skinSpace.thinnestDermis, border - epidermis),
  };
};

/** Samples of settings, skins and constants from a scrambled Sobol sequence; kinetics stay at their centre. */
export const samplesOf = (space: SampleSpace, count: number, seed: number): Sample[] => {
  const own = sobolPoints(count, 5, seed);
  const values = drawValues(heatStage.parameters, count, seed);
  // Both are the same sequence: in an order of their own the constants go with none of the settings.
  const order = permutation(count, createRandom(seed));
  return order.flatMap((other, i) => {
    const drawn = values[other];
    if (drawn === undefined) return [];
    const at = (k: number): number => own[k]?.[i] ?? 0.5;
    const depth = even(space.depth, at(0));
    return {
      depth,
      skin: skinAt(depth, [at(1), at(2)]),
      dose: byRatio(space.dose, at(3)),
      pulse: byRatio(space.pulse, at(4)),
      values: Object.freeze({ ...drawn, collagenThreshold: 1, cellThreshold: 1 }),
    };
  });
};

/** The shot of a sample, spread as the pattern says; a single pulse unless told. */
export const inputOf = (
  array: RfArray,
  { depth, skin, dose, pulse, values }: Sample,
  pattern: ShotPattern = singlePulse,
): ArrayInput => {
  const { pulses, pause, rise, retraction } = pattern;
  const shot = { kind: array.output.kind, value: dose, pulse, pulses, pause };
  const stops = Array.from({ length: pattern.stops }, (_, n) => ({
    drawnBack: (n + 1) * rise,
    retraction,
    shot,
  }));
  return { energy: { array, shot, stops }, skin, depth, values };
};
