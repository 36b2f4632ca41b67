// `node tools/safety/fresh-draws.ts COURSES [SEED] [PLANNED FRESH] [--out FILE]`: plans random cases until so many
// courses were judged and counts, in fresh draws, how often the courses nearest to a limit of chance break what it
// limits. Needles alone: heat goes by the emulator of a device, and its chances are held against fresh draws in
// `plan-course.heat.test.ts`. With a file each plan is a line of it, on disk before the next begins: the same command
// goes on where it was stopped. Exit code 1 when a course breaks a limit beyond what it states.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createRandom } from '../../packages/numerics/src/index.ts';
import { countFresh, type FreshCount } from '../../packages/engine/src/testing/fresh-draws.ts';

interface Line {
  readonly plan: number;
  readonly judged: number;
  readonly limits: number;
  readonly least: number;
  readonly broken: readonly FreshCount[];
}

const flag = process.argv.indexOf('--out');
const file = flag < 0 ? undefined : process.argv[flag + 1];
const numbers = (flag < 0 ? process.argv.slice(2) : process.argv.slice(2, flag)).map(Number);
const [courses = 10_000, seed = 1, planned = 2000, fresh = 4096] = numbers;
/** A count so far in the tail would come once in a million courses that stand exactly at their bound. */
const tooFar = 1e-6;

const done: Line[] =
  file === undefined || !existsSync(file)
    ? []
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line): Line => JSON.parse(line));

const lineOf = (plan: number): Line => {
  const found = countFresh(createRandom(seed, plan), { planned, fresh });
  const counts = found?.counts ?? [];
  return {
    plan,
    judged: found?.judged ?? 0,
    limits: counts.length,
    least: Math.min(1, ...counts.map(({ tail }) => tail)),
    broken: counts.filter(({ tail }) => tail < tooFar),
  };
};

let judged = done.reduce((sum, line) => sum + line.judged, 0);
for (let plan = done.length; judged < courses; plan += 1) {
  const line = lineOf(plan);
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
  done.push(line);
  judged += line.judged;
}
const broken = done.flatMap((line) => line.broken);
for (const one of broken) console.log(JSON.stringify(one));
if (broken.length > 0) process.exitCode = 1;
console.log(
  JSON.stringify({
    cases: done.length,
    planned: done.filter(({ limits }) => limits > 0).length,
    courses_judged: judged,
    limits_held_against_fresh_draws: done.reduce((sum, { limits }) => sum + limits, 0),
    least_tail: Math.min(...done.map(({ least }) => least)),
    broken_beyond_1e_6: broken.length,
    seed,
    draws: { planned, fresh },
  }),
);
