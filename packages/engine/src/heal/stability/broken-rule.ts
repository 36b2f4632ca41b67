import type { HealValues } from '../heal-stage.ts';
import type { Healing } from '../result/healing.ts';
import { contractileGain, inflammatoryGain } from './loop-gains.ts';

/** A rule of (heal.11) that a draw breaks. */
export interface BrokenRule {
  readonly rule: 'G_A' | 'G_Y' | 'RESOLVE';
  readonly text: string;
}

const mostInflammatory = 0.7;
const mostContractile = 1;
/** Fibroblasts up to which the second gain has to stay small. */
const mostFibroblasts = 15;
/** Inflammation that may be left at the end of a course that has had a year. */
const mostLeft = 0.01;

const say = (rule: BrokenRule['rule'], what: string, value: number, most: number): BrokenRule => ({
  rule,
  text: `${rule}: ${what} is ${value.toPrecision(3)}, to be below ${most}`,
});

/** The rule that values break before anything is run; undefined when they may be used. */
export const brokenGain = (p: HealValues): BrokenRule | undefined => {
  const inflammatory = inflammatoryGain(p);
  if (inflammatory >= mostInflammatory) {
    return say(
      'G_A',
      'the gain of the loop from inflammation over cells to inflammation',
      inflammatory,
      mostInflammatory,
    );
  }
  const contractile = contractileGain(p, mostFibroblasts);
  if (contractile >= mostContractile) {
    return say(
      'G_Y',
      'the gain of the loop from TGF-b over myofibroblasts to TGF-b',
      contractile,
      mostContractile,
    );
  }
  return undefined;
};

/** The rule that a finished course of a year breaks: the gains alone let some endless inflammations pass. */
export const unresolved = ({ means, layers }: Pick<Healing, 'means' | 'layers'>): BrokenRule | undefined => {
  const left = Math.max(...means.A.subarray(-layers));
  return left < mostLeft
    ? undefined
    : say('RESOLVE', 'the inflammatory signal left at the end', left, mostLeft);
};
