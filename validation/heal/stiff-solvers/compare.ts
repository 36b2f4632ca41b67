// Healing against independent stiff solvers on the same equations, written a second time in C:
//   apt-get install gcc python3-scipy libsundials-dev libsuitesparse-dev
//   node validation/heal/stiff-solvers/compare.ts    writes result.json
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { integrateStiff } from '@percuta/numerics';
import { healingSystem } from '../../../packages/engine/src/heal/integrate/healing-system.ts';
import { speciesIds } from '../../../packages/engine/src/heal/species/species.ts';
import { meanOf } from '../../../packages/engine/src/heal/testing/reference.ts';
import { problemOf, problemText, type Problem } from './problem.ts';

interface Outcome {
  readonly seconds: number;
  readonly steps?: number;
  readonly rates: number;
  readonly jacobians: number;
  readonly factors: number;
  /** [times · layers · states] */
  readonly means: readonly number[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stiff-'));
const cvode = join(folder, 'cvode');
const library = join(folder, 'equations.so');

const compile = (): void => {
  const source = join(here, 'equations.c');
  const klu = ['-lsundials_cvode', '-lsundials_sunlinsolklu', '-lsundials_nvecserial', '-lklu', '-lm'];
  execFileSync('gcc', [
    '-O3',
    '-march=native',
    '-I/usr/include/suitesparse',
    '-o',
    cvode,
    source,
    join(here, 'cvode.c'),
    ...klu,
  ]);
  execFileSync('gcc', ['-O3', '-march=native', '-shared', '-fPIC', '-o', library, source, '-lm']);
};

const runOther = (command: string, given: readonly string[]): Outcome =>
  // Both programs print this shape.
  JSON.parse(execFileSync(command, given, { encoding: 'utf8', maxBuffer: 1 << 28 })) as Outcome;

/** Processor time, s: a shared machine disturbs it less than the clock on the wall. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const runOurs = ({ tissue, p, start, times }: Problem, relative: number): Outcome => {
  const began = processorTime();
  const means: number[] = [];
  const field = new Float64Array(start.length);
  let next = 0;
  const span = times[times.length - 1] ?? 0;
  const options = { relative, absolute: relative * 5e-4 };
  const { tally } = integrateStiff(healingSystem(tissue, p), start, span, options, (step) => {
    for (; next < times.length && (times[next] ?? 0) <= step.to; next += 1) {
      step.at(times[next] ?? 0, field);
      for (let layer = 0; layer < tissue.layers; layer += 1)
        for (const id of speciesIds) means.push(meanOf(field, tissue, id, layer));
    }
  });
  return { ...tally, seconds: processorTime() - began, means };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const errorOf = ({ means }: Outcome, truth: Outcome): number =>
  means.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (truth.means[i] ?? NaN))), 0);

/** The time a solver needs for an error, between its runs, straight in both logarithms; that of its best run, a lower bound, where none comes so close. */
const timeAt = (points: readonly { error: number; seconds: number }[], error: number): number => {
  const sorted = points.toSorted((a, b) => b.error - a.error);
  const after = sorted.findIndex((one) => one.error <= error);
  if (after < 0) return sorted[sorted.length - 1]?.seconds ?? NaN;
  const [a, b] = [sorted[Math.max(0, after - 1)], sorted[after]];
  if (a === undefined || b === undefined || a === b) return b?.seconds ?? NaN;
  const share = Math.log(error / a.error) / Math.log(b.error / a.error);
  return Math.exp((1 - share) * Math.log(a.seconds) + share * Math.log(b.seconds));
};

const tolerances = [1e-3, 1e-4, 2e-5, 1e-6];

const compare = (layers: number, scipyTolerances: readonly number[]) => {
  const problem = problemOf(layers);
  const file = join(folder, `problem-${layers}.txt`);
  writeFileSync(file, problemText(problem));
  const withCvode = (relative: number): Outcome => runOther(cvode, [file, String(relative)]);
  const withScipy = (relative: number): Outcome =>
    runOther('/usr/bin/python3', [join(here, 'scipy_bdf.py'), library, file, String(relative)]);
  const truth = withCvode(layers === 1 ? 1e-10 : 1e-8);
  runOurs(problem, 2e-5);
  const rows = (
    name: string,
    given: readonly number[],
    run: (relative: number) => Outcome,
    repeats: number,
  ) =>
    given.map((relative) => {
      const runs = Array.from({ length: repeats }, () => run(relative));
      const [first] = runs;
      if (first === undefined) throw new Error(name);
      const { means: _, ...counts } = first;
      const row = {
        ...counts,
        solver: name,
        relative,
        seconds: median(runs.map(({ seconds }) => seconds)),
        error: errorOf(first, truth),
      };
      process.stderr.write(`${layers} layers: ${JSON.stringify(row)}\n`);
      return row;
    });
  const repeats = layers === 1 ? 7 : 3;
  const ours = rows('percuta', tolerances, (relative) => runOurs(problem, relative), repeats);
  const theirs = rows('CVODE, KLU', tolerances, withCvode, repeats);
  const python = rows('scipy BDF', scipyTolerances, withScipy, 1);
  const usual = ours.find(({ relative }) => relative === 2e-5);
  if (usual === undefined) throw new Error('the usual tolerance is among those run');
  return {
    layers,
    size: problem.start.length,
    rows: [...ours, ...theirs, ...python],
    at_equal_error: {
      error: usual.error,
      cvode_over_percuta: timeAt(theirs, usual.error) / usual.seconds,
      scipy_over_percuta: timeAt(python, usual.error) / usual.seconds,
    },
  };
};

compile();
const version = (name: string): string =>
  execFileSync('dpkg-query', ['-W', '-f=${Version}', name], { encoding: 'utf8' });
const result = {
  machine: cpus()[0]?.model,
  node: process.versions.node,
  versions: {
    'libsundials-dev': version('libsundials-dev'),
    'libsuitesparse-dev': version('libsuitesparse-dev'),
    'python3-scipy': version('python3-scipy'),
    gcc: version('gcc'),
  },
  cases: [compare(1, tolerances), compare(12, [1e-3, 1e-4])],
};
writeFileSync(join(here, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
