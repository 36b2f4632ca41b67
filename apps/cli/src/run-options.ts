import { availableParallelism } from 'node:os';
import type { Overrides, Run } from '@percuta/engine';
import { BadInput, defaultRun } from '@percuta/engine/heat';
import { InvalidArgumentError, Option, type Command } from 'commander';

/** Flags that every run of the chain has. */
export interface RunFlags {
  readonly json?: boolean;
  readonly out?: string;
  readonly set: readonly string[];
  readonly parameter: readonly string[];
  readonly device: readonly string[];
  readonly seed: number;
  readonly draws: number;
}

/** Flags of a simulation. */
export interface SimulateFlags extends RunFlags {
  readonly stage?: string;
  readonly ensemble: number;
  /** 1 unless told. */
  readonly threads?: number;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export const whole =
  (name: string, min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`${name} must be a whole number from ${min} to ${max}.`);
  };

const mostDraws = 1_048_576;
const mostThreads = 256;

/** Threads of a simulation: of the draws of the heat stage, and of one run of heat on a large grid. */
export const threadsOption = (): Option =>
  new Option(
    '--threads <n>',
    'threads: two share one run of heat on a large grid, all share the draws of an ensemble; results do not depend on them',
  )
    .argParser(whole('threads', 1, mostThreads))
    .default(availableParallelism(), 'one for each core');

/** Changes fields of the input before it is checked. */
export const setOption = (): Option =>
  new Option('--set <path=value>', 'change a field of the input, e.g. --set person.phototype=V')
    .argParser(collect)
    .default([], 'none');

export const withRunFlags = (command: Command): Command =>
  command
    .option('--json', 'print the result alone on standard output')
    .option('--out <dir>', 'folder for the files')
    .addOption(setOption())
    .addOption(
      new Option(
        '--parameter <name=value>',
        'fix a model parameter, e.g. --parameter puncture.toughness="0.01 kJ/m2"',
      )
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(
      new Option(
        '--device <file>',
        "a device sheet of one's own: beside those of a case, in place of that of a protocol",
      )
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--seed <n>', 'seed of the draws', whole('the seed', 0, Number.MAX_SAFE_INTEGER), defaultRun.seed)
    .option(
      '--draws <n>',
      'number of draws, best a power of two',
      whole('draws', 16, mostDraws),
      defaultRun.draws,
    );

const overridesOf = (assignments: readonly string[]): Overrides =>
  Object.fromEntries(
    assignments.map((assignment) => {
      const split = assignment.indexOf('=');
      if (split > 0) return [assignment.slice(0, split), assignment.slice(split + 1)];
      throw new BadInput([
        {
          path: '--parameter',
          given: assignment,
          problem: 'is not an assignment',
          allowed: 'NAME=VALUE',
          remedy: 'write for example --parameter puncture.gap="50 um"',
        },
      ]);
    }),
  );

export const runOf = (flags: RunFlags, progress?: Run['progress']): Run => ({
  draws: flags.draws,
  seed: flags.seed,
  overrides: overridesOf(flags.parameter),
  ...(progress === undefined ? {} : { progress }),
});
