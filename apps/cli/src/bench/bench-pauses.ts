import { fileURLToPath } from 'node:url';
import {
  checkFinalists,
  defaultRun,
  explainPlan,
  planCourse,
  readCase,
  sheetsOfCase,
  writePlan,
  type Run,
} from '@percuta/engine';
import { emulatorsBeside } from '../heat/emulator-files.ts';
import { readCaseFile, sheetFilesOf } from '../input.ts';

/** How long a plan and its reasons are silent: a word of progress is also where a cancel is heeded. */
export interface Pauses {
  readonly what: string;
  readonly words: number;
  /** Processor time of all of it, and the longest between two words, from its beginning and to its end included, s. */
  readonly total: number;
  readonly longest: number;
  /** Processor time between a cancel in the middle of it and its end, s. */
  readonly cancelled: number;
}

const examples = [
  ['needles alone', 'cheek-acne-scars'],
  ['several zones', 'face-zones'],
  ['radio frequency', 'cheek-rf'],
] as const;
const finalists = 4;
const second = 1e6;

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / second;
};

/** Everything that the page and the command line do with a case: plan, finalists, reasons, what is written. */
const workOf = (name: string): ((run: Partial<Run>) => void) => {
  const file = fileURLToPath(new URL(`../../../../examples/${name}/case.json`, import.meta.url));
  const given = readCase(readCaseFile(file, []));
  const emulators = emulatorsBeside(sheetFilesOf(file)).map(({ trained }) => trained);
  return (own) => {
    const run = { ...defaultRun, emulators, finalists, ...own };
    const plan = checkFinalists(planCourse(given, sheetsOfCase(given), run), run);
    explainPlan(plan, run);
    writePlan(plan, run);
  };
};

const listened = (work: (run: Partial<Run>) => void): Omit<Pauses, 'what' | 'cancelled'> => {
  const begun = processorTime();
  let [last, longest, words] = [begun, 0, 0];
  const progress = (): void => {
    const time = processorTime();
    longest = Math.max(longest, time - last);
    last = time;
    words += 1;
  };
  work({ progress });
  progress();
  return { words, total: last - begun, longest };
};

/** Aborts at the word in the middle; the work ends at one of the next. */
const cancelledAt = (work: (run: Partial<Run>) => void, word: number): number => {
  const controller = new AbortController();
  let [said, at] = [0, 0];
  const progress = (): void => {
    said += 1;
    if (said !== word) return;
    at = processorTime();
    controller.abort();
  };
  try {
    work({ progress, signal: controller.signal });
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  }
  return processorTime() - at;
};

/** Runs three examples twice each: to the end, and cancelled in the middle. */
export const measurePauses = (): Pauses[] =>
  examples.map(([what, name]) => {
    const work = workOf(name);
    const heard = listened(work);
    return { what, ...heard, cancelled: cancelledAt(work, Math.ceil(heard.words / 2)) };
  });

export const pausesText = (pauses: readonly Pauses[]): string =>
  pauses
    .map(
      ({ what, words, total, longest, cancelled }) =>
        `${what}, plan and reasons: ${words} words of progress in ${total.toFixed(1)} s of one processor, the longest pause ${longest.toFixed(2)} s, ${cancelled.toFixed(2)} s from a cancel to the end (asked for: 0.2 s each)`,
    )
    .join('\n');
