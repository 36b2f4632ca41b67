import './host/without-maglev.ts';
import { CommanderError, type Command } from 'commander';
import { exitCode } from './exit-code.ts';
import { createProgram } from './program.ts';

const isTagged = (error: unknown): error is Error & { readonly tag: string } =>
  error instanceof Error && 'tag' in error && typeof error.tag === 'string';

/** A solver that found no answer, with what it had seen; the package that throws it has no tags. */
const isSolverFailure = (
  error: unknown,
): error is Error & {
  readonly solver: string;
  readonly reason: string;
  readonly residuals: readonly number[];
} => error instanceof Error && error.name === 'SolverFailed' && 'residuals' in error;

// Of a residual history, so many from its beginning and its end.
const shownResiduals = 8;

const historyText = (residuals: readonly number[]): string => {
  const texts = residuals.map((value) =>
    Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value),
  );
  if (texts.length <= 2 * shownResiduals) return texts.join(', ');
  return [...texts.slice(0, shownResiduals), '...', ...texts.slice(-shownResiduals)].join(', ');
};

// Of the problems of one document, so many are told.
const shownProblems = 12;

/** A document with a fault that repeats has hundreds of problems; who sees the first sees them all. */
const problemsText = (message: string): string => {
  const lines = message.split('\n');
  const left = lines.length - shownProblems;
  return left <= 0 ? message : [...lines.slice(0, shownProblems), `and ${left} more`].join('\n');
};

/** What to tell the user of an error, and how to leave. */
const outcomeOf = (error: unknown): { readonly message: string; readonly code: number } => {
  if (isTagged(error) && error.tag === 'BadInput')
    return { message: problemsText(error.message), code: exitCode.badInput };
  if (isTagged(error) && error.tag === 'OutsideModel') {
    const bound = 'bound' in error ? `; ${String(error.bound)}` : '';
    return { message: `${error.message}${bound}`, code: exitCode.badInput };
  }
  if (isTagged(error) && error.tag === 'NotConverged') {
    return { message: `${error.message}; nothing was written`, code: exitCode.failed };
  }
  if (isSolverFailure(error)) {
    const { solver, reason, residuals } = error;
    const message = `${solver}: ${reason}, nothing was written; residuals of ${residuals.length} rounds: ${historyText(residuals)}`;
    return { message, code: exitCode.failed };
  }
  if (error instanceof Error && error.name === 'MemoryExceeded')
    return { message: error.message, code: exitCode.badInput };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: `internal error: ${message}`, code: exitCode.failed };
};

const quiet = (command: Command): void => {
  command.exitOverride();
  command.commands.forEach(quiet);
};

const main = async (): Promise<void> => {
  const program = createProgram();
  quiet(program);
  const args = process.argv.slice(2);
  if (args.length === 0) {
    program.outputHelp();
    return;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : exitCode.badInput;
      return;
    }
    const { message, code } = outcomeOf(error);
    process.stderr.write(`percuta: ${message.replaceAll('\n', '\npercuta: ')}\n`);
    process.exitCode = code;
  }
};

await main();
