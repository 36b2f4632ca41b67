import { partialKernel, predictByParts, predictorByParts, type GaussianProcess } from '@percuta/numerics';
import { answerNames } from './answers.ts';
import { dialFeatures, dialled, featureNames, tissueFeatures } from './features.ts';
import type { Sample } from './sample-space.ts';

/** How far an answer may be off, on the scale of answers. */
export interface AnswerError {
  /** Standard deviation. */
  readonly sd: number;
  /** Not exceeded by 95 % of runs that the fit had not seen. */
  readonly halfWidth: number;
}

/** A process over scaled features, with the stated error of every answer. */
export interface FittedEmulator {
  readonly process: GaussianProcess;
  readonly errors: readonly AnswerError[];
  /** Centre and spread that features are scaled by. */
  readonly centres: readonly number[];
  readonly spreads: readonly number[];
}

export type Setting = Pick<Sample, 'dose' | 'pulse'>;
export type Tissue = Pick<Sample, 'depth' | 'skin' | 'values'>;

/** How near many tissues are to the runs: one row of runs a tissue. */
export type Nearness = Float64Array;

const axes = featureNames.map((_, axis) => axis);

const nearnessTo = (
  { process, centres, spreads }: FittedEmulator,
  from: number,
  points: readonly (readonly number[])[],
): Nearness => {
  const scaled = points.map((point) =>
    point.map((value, n) => (value - (centres[from + n] ?? 0)) / (spreads[from + n] ?? 1)),
  );
  return partialKernel(process, axes.slice(from, from + (scaled[0]?.length ?? 0)), scaled);
};

/** Tissues are worked out once and used for every setting: the kernel is a product over the features. */
export const nearnessOfTissues = (fitted: FittedEmulator, tissues: readonly Tissue[]): Nearness =>
  nearnessTo(fitted, dialled, tissues.map(tissueFeatures));

/** One answer for a setting in many tissues, on the scale of answers, with its stated error. */
export interface Answer {
  readonly values: Float64Array;
  readonly error: AnswerError;
}

/** The same, worked out for a tissue where it is asked for. */
export interface PointAnswer {
  readonly at: (tissue: number) => number;
  readonly error: AnswerError;
}

/** Answers of one setting in many tissues, by name. RangeError for a name that is not one. */
export interface Answers {
  readonly all: (name: string) => Answer;
  readonly single: (name: string) => PointAnswer;
}

export const answersFor = (fitted: FittedEmulator, setting: Setting, tissues: Nearness): Answers => {
  const near = nearnessTo(fitted, 0, [dialFeatures(setting)]);
  const found = (name: string): { readonly output: number; readonly error: AnswerError } => {
    const output = answerNames.indexOf(name);
    const error = fitted.errors[output];
    if (error === undefined) throw new RangeError(`no answer called ${name}`);
    return { output, error };
  };
  return {
    all: (name) => {
      const { output, error } = found(name);
      return { values: predictByParts(fitted.process, output, near, tissues), error };
    },
    single: (name) => {
      const { output, error } = found(name);
      return { at: predictorByParts(fitted.process, output, near, tissues), error };
    },
  };
};
