import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  BadInput,
  defaultRun,
  defaultTraining,
  modelHashOf,
  readShotPattern,
  trainEmulator,
  type EmulatorDocument,
  type MadeRun,
} from '@percuta/engine';
import { shown } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { emulatorFileOf } from '../heat/emulator-files.ts';
import { readSheet } from '../input.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { progressLine } from '../progress.ts';

export interface TrainFlags {
  readonly runs?: number;
  readonly heldBack?: number;
  readonly seed?: number;
  /** How a shot is spread; times and lengths in words. */
  readonly pulses?: number;
  readonly pause?: string;
  readonly stops?: number;
  readonly rise?: string;
  readonly retraction?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const microseconds = 1e6;

/** Processor time of this process, s. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / microseconds;
};

/** Runs made before an earlier training was stopped, when they were made for the same model and design. */
const runsIn = (file: string, design: string): MadeRun[] => {
  if (!existsSync(file)) return [];
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  if (head !== design) {
    throw new BadInput([
      {
        path: file,
        given: 'runs of another model or design',
        problem: 'cannot be gone on with',
        remedy: 'delete the file, or train with the flags it was begun with',
      },
    ]);
  }
  return lines.map((line): MadeRun => {
    const { answers, cost } = Object(JSON.parse(line));
    return { answers, cost };
  });
};

export const trainingText = ({ name, hypothetical, inputs, held_back, cost }: EmulatorDocument): string =>
  [
    `${name}${hypothetical ? ' (hypothetical)' : ''}: emulator of its heat from ${inputs.length} runs of the whole model`,
    `  of ${held_back.of} answers at ${held_back.runs} runs it had not seen, ${((100 * held_back.inside) / held_back.of).toFixed(1)} % lie within the stated error (95 % expected)`,
    `  a run takes ${shown(cost.run, 's', 2)} of processor time, all answers of one ${shown(cost.answer, 'us', 2)}: ${Math.round(cost.run / cost.answer)} times faster`,
  ].join('\n');

/** Trains the emulator of a sheet and writes it beside it. A training that was stopped goes on. */
export const train = (file: string, flags: TrainFlags): number => {
  const sheet = readSheet(readJson(file));
  const { pulses, pause, stops, rise, retraction } = flags;
  const pattern = readShotPattern({ pulses, pause, stops, rise, retraction }, sheet);
  const target = flags.out ?? emulatorFileOf(file, pattern);
  const log = `${target}.runs`;
  const { runs, heldBack, seed } = { ...defaultTraining, ...flags };
  const design = JSON.stringify({ model: modelHashOf(sheet, pattern), runs, heldBack, seed });
  const known = runsIn(log, design);
  if (known.length === 0) writeFileSync(log, `${design}\n`);
  const progress = progressLine();
  const emulator = trainEmulator(
    sheet,
    {
      runs,
      heldBack,
      seed,
      pattern,
      known,
      clock: processorTime,
      keep: (run) => appendFileSync(log, `${JSON.stringify(run)}\n`),
    },
    { ...defaultRun, progress: progress.step },
  );
  progress.end();
  const written = writeFiles(dirname(target), { [basename(target)]: jsonText(emulator) });
  rmSync(log);
  print(
    flags.json === true ? jsonText(emulator) : `${trainingText(emulator)}\n\nWritten: ${written.join(', ')}`,
  );
  return exitCode.planned;
};
