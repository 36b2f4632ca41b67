import type { DeviceSheet } from '@percuta/evidence';
import { exp } from '@percuta/numerics';
import { readEmulator } from '../emulation/emulator-document.ts';
import { spaceOfSheet } from '../emulation/model-hash.ts';
import { trainEmulator } from '../emulation/train-emulator.ts';
import { answerNames } from '../heat/emulator/answers.ts';
import { featuresOf } from '../heat/emulator/features.ts';
import { samplesOf, type Sample } from '../heat/emulator/sample-space.ts';
import { singlePulse, type ShotPattern } from '../heat/emulator/shot-pattern.ts';
import type { TrainedEmulator } from '../heat/emulator/trained.ts';
import { defaultRun } from '../run.ts';

/** K. Hotter with dose, cooler away from the needle and, at the epidermis, with depth: no physics, but its signs. */
const lawOf = (sample: Sample, name: string): number => {
  const [dose = 0, , tip = 0] = featuresOf(sample);
  const rise = exp(0.55 * (dose + 5.3));
  if (name.endsWith('epidermis')) return 300 + 21 * rise * exp(-1.5 * tip);
  const level = Number(name.split(' ').at(-1));
  return 300 + 16 * rise * (Number.isNaN(level) ? 1 : exp(-0.3 * level));
};

/** K. What the features do not explain, so that the emulator states an error. */
const unexplained = (run: number): number => ((7 * run) % 11) / 4 - 1.25;

/** An emulator of a law instead of the model, for what must hold whatever heat does. */
export const emulatorByLaw = (sheet: DeviceSheet, pattern: ShotPattern = singlePulse): TrainedEmulator => {
  const space = spaceOfSheet(sheet, pattern);
  const samples = [3, 4].flatMap((seed) => samplesOf(space, seed === 3 ? 48 : 8, seed));
  const known = samples.map((sample, i) => ({
    answers: answerNames.map((name) => lawOf(sample, name) + unexplained(i)),
    cost: 2,
  }));
  const training = { runs: 48, heldBack: 8, seed: 3, clock: () => 0, known, pattern };
  const trained = trainEmulator(sheet, training, defaultRun);
  const document = { ...trained, cost: { run: 2, answer: 1e-5 } };
  return readEmulator(JSON.parse(JSON.stringify(document)), sheet);
};
