// Healing against independent stiff solvers on the same equations, written a second time in C:
//   apt-get install gcc python3-scipy libsundials-dev libsuitesparse-dev
//   node validation/heal/stiff-solvers/compare.ts    writes result.json
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { integrateStiff } from '@percuta/numerics';
import { healingTolerance } from '../../../packages/engine/src/heal/course/tolerance.ts';
import { healingSystem } from '../../../packages/engine/src/heal/integrate/healing-system.ts';
import { speciesIds } from '../../../packages/engine/src/heal/species/species.ts';
import { meanOf } from '../../../packages/engine/src/heal/testing/reference.ts';
import {
  compileCvode,
  compileLibrary,
  folder,
  here,
  runCvode,
  runScipy,
  versionsOf,
  type Outcome,
} from './c-library.ts';
import { problemOf, problemText, type Problem } from './problem.ts';

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
  const options = { ...healingTolerance, relative, absolute: relative * 5e-4 };
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

type Solver = readonly [name: string, tolerances: readonly number[], run: (relative: number) => Outcome];

/** Every solver at every tolerance, taking turns, so that a busy machine slows all of them alike. */
const rowsOf = (solvers: readonly Solver[], truth: Outcome, repeats: number) => {
  const runs = solvers.flatMap(([solver, given, run]) =>
    given.map((relative) => ({ solver, relative, run, outcomes: new Array<Outcome>() })),
  );
  for (let round = 0; round < repeats; round += 1) {
    for (const { relative, run, outcomes } of runs) outcomes.push(run(relative));
  }
  return runs.map(({ solver, relative, outcomes }) => {
    const [first] = outcomes;
    if (first === undefined) throw new Error(solver);
    const { means: _, ...counts } = first;
    const seconds = median(outcomes.map((one) => one.seconds));
    const row = { ...counts, solver, relative, seconds, error: errorOf(first, truth) };
    process.stderr.write(`${JSON.stringify(row)}\n`);
    return row;
  });
};

const compare = (layers: number, repeats: number, scipyTolerances: readonly number[]) => {
  const problem = problemOf(layers);
  const file = join(folder, `problem-${layers}.txt`);
  writeFileSync(file, problemText(problem));
  const withCvode = (relative: number): Outcome => runCvode(file, relative);
  const withScipy = (relative: number): Outcome => runScipy(file, relative, 'BDF');
  const truth = withCvode(layers === 1 ? 1e-10 : 1e-8);
  for (let i = 0; i < 5; i += 1) runOurs(problem, 2e-5);
  const rows = rowsOf(
    [
      ['percuta', tolerances, (relative) => runOurs(problem, relative)],
      ['CVODE, KLU', tolerances, withCvode],
      ['scipy BDF', scipyTolerances, withScipy],
    ],
    truth,
    repeats,
  );
  const of = (name: string) => rows.filter(({ solver }) => solver === name);
  const usual = of('percuta').find(({ relative }) => relative === 2e-5);
  if (usual === undefined) throw new Error('the usual tolerance is among those run');
  return {
    layers,
    size: problem.start.length,
    repeats,
    rows,
    at_equal_error: {
      error: usual.error,
      cvode_over_percuta: timeAt(of('CVODE, KLU'), usual.error) / usual.seconds,
      scipy_over_percuta: timeAt(of('scipy BDF'), usual.error) / usual.seconds,
    },
  };
};

compileCvode();
compileLibrary();
const result = {
  machine: cpus()[0]?.model,
  node: process.versions.node,
  versions: versionsOf(['libsundials-dev', 'libsuitesparse-dev', 'python3-scipy', 'gcc']),
  cases: [compare(1, 7, tolerances), compare(12, 3, [1e-4, 2e-5, 2e-6])],
};
writeFileSync(join(here, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
