import type { DeviceSheet } from '@percuta/evidence';
import { z } from 'zod';
import { readDocument } from '../case/document.ts';
import { migrate } from '../case/migrations.ts';
import { BadInput } from '../error.ts';
import { answerNames } from '../heat/emulator/answers.ts';
import { featureNames } from '../heat/emulator/features.ts';
import { fitWithShape } from '../heat/emulator/fit-emulator.ts';
import { singlePulse, trainingFlags, type ShotPattern } from '../heat/emulator/shot-pattern.ts';
import type { TrainedEmulator } from '../heat/emulator/trained.ts';
import { modelHashOf } from './model-hash.ts';

const row = (length: number) => z.array(z.number()).length(length);
const range = z.strictObject({ min: z.number(), max: z.number() });
const count = z.int().min(0);

const pattern = z
  .strictObject({
    pulses: z.int().min(1),
    pause: z.number().min(0),
    stops: count,
    rise: z.number().min(0),
    retraction: z.number().min(0),
  })
  .describe(
    'pulses at each depth, s between them, shallower depths that follow, m between them, s from one to the next',
  );

/** Runs of the whole model and how they are to be read: the fit is worked out again from them. SI. */
export const emulatorSchema = z.strictObject({
  kind: z.literal('percuta heat emulator'),
  version: z.literal(1),
  device: z.string().min(1),
  name: z.string().min(1),
  hypothetical: z.boolean(),
  model: z.string().length(64).describe('hash of the model that made the runs'),
  seed: count,
  pattern: pattern.optional().describe('one pulse at one depth where it is left out'),
  space: z.strictObject({ depth: range, dose: range, pulse: range }).describe('m; J, W or V; s'),
  features: z.array(z.string()).describe('names of the columns of `inputs`'),
  answers: z.array(z.string()).describe('names of the columns of `outputs`'),
  inputs: z.array(row(featureNames.length)).min(2),
  outputs: z.array(row(answerNames.length)).min(2).describe('K'),
  lengths: row(featureNames.length).describe('of the kernel, in standard deviations of each feature'),
  noise: z.number().positive(),
  errors: z
    .array(z.strictObject({ sd: z.number().positive(), half_width: z.number().positive() }))
    .length(answerNames.length)
    .describe('of each answer, cross-validated, on the scale of answers'),
  held_back: z.strictObject({ runs: count, inside: count, of: count }),
  cost: z
    .strictObject({ run: z.number().positive(), answer: z.number().positive() })
    .describe('s of processor time'),
});

/**
 * A trained emulator of the heat of one device, as it is kept in a file: runs of the whole model by the columns that
 * `features` names, with answers in K. Fields: `emulatorSchema`.
 */
export type EmulatorDocument = z.output<typeof emulatorSchema>;

const stale = ({ name, model: found }: EmulatorDocument, pattern: ShotPattern, wanted: string): BadInput =>
  new BadInput([
    {
      path: 'emulator',
      given: found.slice(0, 12),
      problem: `of ${name} was trained on another model, array or device, or another kind of shot`,
      allowed: `the model ${wanted.slice(0, 12)} of this version and this sheet`,
      remedy: `train it again: \`percuta train SHEET${trainingFlags(pattern)}\``,
    },
  ]);

/**
 * The emulator of a sheet from its document. Throws BadInput where it is none, and where the hash of the model that
 * made it is not that of this version and this sheet.
 */
export const readEmulator = (input: unknown, sheet: DeviceSheet): TrainedEmulator => {
  const document = readDocument(emulatorSchema, migrate(input, 'percuta heat emulator', 1, []));
  const shot: ShotPattern = document.pattern ?? singlePulse;
  const wanted = modelHashOf(sheet, shot);
  if (document.model !== wanted || document.device !== sheet.id) {
    throw stale(document, shot, wanted);
  }
  const { inputs, outputs, lengths, noise, errors, held_back: heldBack, cost, space } = document;
  return {
    device: document.device,
    model: document.model,
    pattern: shot,
    space,
    runs: inputs.length,
    fitted: fitWithShape(
      { features: inputs, answers: outputs },
      { lengths, noise },
      errors.map(({ sd, half_width: halfWidth }) => ({ sd, halfWidth })),
    ),
    heldBack,
    cost,
  };
};
