import { exp, log } from '@percuta/numerics';
import { injuries, type Injury } from '../array/kinetics.ts';
import { reachLevels, type Reach } from './reach-profile.ts';
import type { Sampled } from './solve-sample.ts';

const reaches: readonly Reach[] = ['below', 'above', 'beside', 'volume'];

/** Name of an answer: an injury, a reach and the number of its level. */
export const reachName = (injury: Injury, reach: Reach, level: number): string =>
  `${injury} ${reach} ${level}`;
export const epidermisName = (injury: Injury): string => `${injury} epidermis`;
export const boilingName = 'boiling';

/** Every answer of a run, in order. */
export const answerNames: readonly string[] = [
  ...injuries.flatMap((injury) => [
    ...reaches.flatMap((reach) => reachLevels[reach].map((_, n) => reachName(injury, reach, n))),
    epidermisName(injury),
  ]),
  boilingName,
];

// K. Half of the water has boiled; how much further it would go says nothing.
const HOTTEST = 400;

/** Answers of a run in K, in the order of their names. */
export const answersOf = ({ profiles, boiling }: Sampled): number[] =>
  [
    ...injuries.flatMap((injury) => [
      ...reaches.flatMap((reach) => profiles[injury].reach[reach]),
      profiles[injury].epidermis,
    ]),
    boiling,
  ].map((value) => Math.min(value, HOTTEST));

// K. Just below every answer: the logarithm above it is close to linear in that of the dose.
const COLD = 290;

/** Temperatures are emulated as the logarithm of how far they lie above a cold one. */
export const toScale = (temperature: number): number => log(temperature - COLD);
export const fromScale = (value: number): number => COLD + exp(value);
