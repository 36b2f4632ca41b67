import type { DeviceSheet } from '@percuta/evidence';
import { mean } from '@percuta/numerics';
import { answersFor, nearnessOfTissues } from '../heat/emulator/heat-emulator.ts';
import { answerNames, answersOf } from '../heat/emulator/answers.ts';
import { featureNames, featuresOf } from '../heat/emulator/features.ts';
import { fitEmulator, heldBackWithin, type Runs } from '../heat/emulator/fit-emulator.ts';
import { inputOf, samplesOf, type Sample } from '../heat/emulator/sample-space.ts';
import { isSinglePulse, singlePulse, type ShotPattern } from '../heat/emulator/shot-pattern.ts';
import { solveSample } from '../heat/emulator/solve-sample.ts';
import { rfArrayOf } from '../heat/array/rf-array.ts';
import type { Run } from '../run.ts';
import type { EmulatorDocument } from './emulator-document.ts';
import { modelHashOf, spaceOfSheet } from './model-hash.ts';

/** One run of the whole model. */
export interface MadeRun {
  /** K. */
  readonly answers: readonly number[];
  /** Processor time, s. */
  readonly cost: number;
}

/** How much an emulator is trained. */
export interface Training {
  /** Runs of the whole model that the fit sees; best a power of two. */
  readonly runs: number;
  /** Runs that it is held against afterwards. */
  readonly heldBack: number;
  readonly seed: number;
  /** How every shot is spread over time and depth; one pulse at one depth when left out. */
  readonly pattern?: ShotPattern;
  /** Processor time so far, s; what a run and an answer cost is measured with it. */
  readonly clock: () => number;
  /** Runs made before, by number: training goes on after them. */
  readonly known?: readonly MadeRun[];
  /** Told of each run as it is made. */
  readonly keep?: (run: MadeRun) => void;
}

/**
 * How an emulator is trained unless told otherwise: runs of the whole model, runs held back to test it, and the
 * seed.
 */
export const defaultTraining = { runs: 256, heldBack: 64, seed: 1 } as const;

const digits = 6;
const rounded = (values: readonly number[]): number[] =>
  values.map((value) => Number(value.toPrecision(digits)));

const made = (
  sheet: DeviceSheet,
  samples: readonly Sample[],
  { known = [], keep, clock, pattern = singlePulse }: Training,
  { signal, progress }: Run,
): MadeRun[] => {
  const array = rfArrayOf(sheet);
  const watch = signal === undefined ? {} : { signal };
  return samples.map((sample, i) => {
    signal?.throwIfAborted();
    progress?.(i, samples.length, 'runs of the whole model');
    const before = known[i];
    if (before !== undefined) return before;
    const start = clock();
    const answers = rounded(answersOf(solveSample(inputOf(array, sample, pattern), watch)));
    const own = { answers, cost: clock() - start };
    keep?.(own);
    return own;
  });
};

const costOfAnswer = (
  fitted: ReturnType<typeof fitEmulator>,
  samples: readonly Sample[],
  clock: () => number,
): number => {
  const start = clock();
  const tissues = nearnessOfTissues(fitted, samples);
  for (const sample of samples) answerNames.forEach(answersFor(fitted, sample, tissues).all);
  return (clock() - start) / (samples.length * samples.length);
};

/**
 * Trains the emulator of an array on runs of the whole model over settings, skins and constants, and holds it against
 * runs it has not seen. Takes a few seconds of processor time a run. Throws OutsideModel where the energy scale of the
 * sheet is not loaded, BadInput where needles do not fit, SolverFailed where a run does not converge.
 */
export const trainEmulator = (sheet: DeviceSheet, training: Training, run: Run): EmulatorDocument => {
  const { pattern = singlePulse } = training;
  const space = spaceOfSheet(sheet, pattern);
  const seen = samplesOf(space, training.runs, training.seed);
  const unseen = samplesOf(space, training.heldBack, training.seed + 1);
  const samples = [...seen, ...unseen];
  const runs = made(sheet, samples, training, run);
  const answers = runs.map((one) => one.answers);
  const features = samples.map((sample) => rounded(featuresOf(sample)));
  const part = (from: number, to?: number): Runs => ({
    features: features.slice(from, to),
    answers: answers.slice(from, to),
  });
  const fitted = fitEmulator(part(0, training.runs));
  const heldBack = heldBackWithin(fitted, part(training.runs));
  return {
    kind: 'percuta heat emulator',
    version: 1,
    device: sheet.id,
    name: sheet.name,
    hypothetical: sheet.hypothetical === true,
    model: modelHashOf(sheet, pattern),
    seed: training.seed,
    ...(isSinglePulse(pattern) ? {} : { pattern }),
    space,
    features: [...featureNames],
    answers: [...answerNames],
    inputs: features.slice(0, training.runs),
    outputs: answers.slice(0, training.runs).map((row) => [...row]),
    lengths: rounded(fitted.process.shape.lengths),
    noise: fitted.process.shape.noise,
    errors: fitted.errors.map(({ sd, halfWidth }) => ({
      sd: Number(sd.toPrecision(digits)),
      half_width: Number(halfWidth.toPrecision(digits)),
    })),
    held_back: { runs: training.heldBack, ...heldBack },
    cost: {
      run: mean(new Float64Array(runs.map(({ cost }) => cost))),
      answer: costOfAnswer(fitted, unseen, training.clock),
    },
  };
};
