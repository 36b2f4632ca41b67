import {
  answerNames,
  answersOf,
  boilingName,
  epidermisName,
  fromScale,
  reachName,
  toScale,
} from './answers.ts';
import { answersFor, nearnessOfTissues, type FittedEmulator } from './heat-emulator.ts';
import { reachLevels } from './reach-profile.ts';
import type { Sample } from './sample-space.ts';
import type { Sampled } from './solve-sample.ts';

/** One answer of the emulator beside that of the whole model, K. */
export interface AnswerCheck {
  readonly name: string;
  readonly emulator: number;
  readonly model: number;
  /** How far they lie apart over the stated error: 95 % are expected at 1 or below. */
  readonly apart: number;
}

/** Answers that chances are read from. */
const judged = [
  ...reachLevels.below.map((_, level) => reachName('collagen', 'below', level)),
  reachName('collagen', 'volume', 0),
  epidermisName('cells'),
  boilingName,
];

/** A run of the whole model beside those of the emulator for the same sample. */
export const checkAnswers = (fitted: FittedEmulator, sample: Sample, run: Sampled): AnswerCheck[] => {
  const model = answersOf(run);
  const { all } = answersFor(fitted, sample, nearnessOfTissues(fitted, [sample]));
  return judged.map((name) => {
    const { values, error } = all(name);
    const [found = Number.NaN] = values;
    const whole = model[answerNames.indexOf(name)] ?? Number.NaN;
    const apart = Math.abs(found - toScale(whole)) / error.halfWidth;
    return { name, emulator: fromScale(found), model: whole, apart };
  });
};
