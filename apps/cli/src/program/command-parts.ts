export interface JsonFlag {
  readonly json?: boolean;
}

/** The flag of every command that can print its result as JSON. */
export const json = ['--json', 'print the result alone on standard output, as JSON'] as const;

/** Tells the shell how a command ended. */
export const setExit = (code: number): void => {
  process.exitCode = code;
};

/** Examples below the help of a command. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ./percuta ${line}`).join('\n')}\n`;
