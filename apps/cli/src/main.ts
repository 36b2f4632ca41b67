import { CommanderError, type Command } from 'commander';
import { exitCode } from './exit-code.ts';
import { createProgram } from './program.ts';

const isTagged = (error: unknown): error is Error & { readonly tag: string } =>
  error instanceof Error && 'tag' in error && typeof error.tag === 'string';

/** What to tell the user of an error, and how to leave. */
const outcomeOf = (error: unknown): { readonly message: string; readonly code: number } => {
  if (isTagged(error) && error.tag === 'BadInput') return { message: error.message, code: exitCode.badInput };
  if (isTagged(error) && error.tag === 'OutsideModel') {
    const bound = 'bound' in error ? `; ${String(error.bound)}` : '';
    return { message: `${error.message}${bound}`, code: exitCode.badInput };
  }
  if (isTagged(error) && error.tag === 'NotConverged') {
    return { message: `${error.message}; nothing was written`, code: exitCode.failed };
  }
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
