import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What every solver prints. */
export interface Outcome {
  readonly seconds: number;
  readonly steps?: number;
  readonly rates: number;
  readonly jacobians: number;
  readonly factors: number;
  /** [times · layers · states] */
  readonly means: readonly number[];
  /** The field at the end, of those that print it. */
  readonly end?: readonly number[];
}

export const here = fileURLToPath(new URL('.', import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), 'stiff-'));
const cvode = join(folder, 'cvode');
const library = join(folder, 'equations.so');
const source = join(here, 'equations.c');

export const compileCvode = (): void => {
  const klu = ['-lsundials_cvode', '-lsundials_sunlinsolklu', '-lsundials_nvecserial', '-lklu', '-lm'];
  const given = ['-O3', '-march=native', '-I/usr/include/suitesparse', '-o', cvode, source];
  execFileSync('gcc', [...given, join(here, 'cvode.c'), ...klu]);
};

export const compileLibrary = (): void => {
  execFileSync('gcc', ['-O3', '-march=native', '-shared', '-fPIC', '-o', library, source, '-lm']);
};

const outcomeOf = (command: string, given: readonly string[]): Outcome =>
  // Both programs print this shape.
  JSON.parse(execFileSync(command, given, { encoding: 'utf8', maxBuffer: 1 << 28 })) as Outcome;

export const runCvode = (problem: string, relative: number): Outcome =>
  outcomeOf(cvode, [problem, String(relative)]);

export const runScipy = (problem: string, relative: number, method: 'BDF' | 'Radau'): Outcome =>
  outcomeOf('/usr/bin/python3', [join(here, 'scipy_solve.py'), library, problem, String(relative), method]);

/** Versions of the packages of Debian that are used. */
export const versionsOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      execFileSync('dpkg-query', ['-W', '-f=${Version}', name], { encoding: 'utf8' }),
    ]),
  );
