import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadInput, readVerificationFile, verifyHeatProblem, type HeatVerdict } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print } from '../output.ts';
import { progressLine } from '../progress.ts';
import { table } from '../table.ts';

const ownFile = fileURLToPath(new URL('../../../../validation/heat/verification.json', import.meta.url));

interface Timed extends HeatVerdict {
  /** s. */
  readonly time: number;
}

const isAsked = (id: string, asked: readonly string[]): boolean =>
  asked.length === 0 || asked.some((each) => id === each || id.startsWith(`${each}-`));

/** All checks, and of those through the kernels of production what misses. */
const shownOf = ({ checks, production }: Timed): HeatVerdict['checks'] => [
  ...checks,
  ...production
    .filter(({ passed }) => !passed)
    .map((check) => ({ ...check, quantity: `${check.quantity}, production` })),
];

const rowsOf = (verdict: Timed): string[][] =>
  shownOf(verdict).map(({ passed, quantity, value, unit, expected, within }, n) => [
    passed ? 'ok' : 'MISS',
    n === 0 ? verdict.id : '',
    quantity,
    `${value} ${unit}`.trim(),
    expected,
    within,
    n === 0 ? `${verdict.time.toFixed(1)} s` : '',
  ]);

const unknownIds = (asked: readonly string[], known: readonly string[]): BadInput =>
  new BadInput([
    {
      path: 'ids',
      given: asked.join(' '),
      problem: 'names no heat problem',
      allowed: known.join(', '),
      remedy: 'name one of these, or none for all',
    },
  ]);

const runAll = (asked: readonly string[]): Timed[] => {
  const file = readVerificationFile(readJson(ownFile));
  const problems = file.problems.filter(({ id }) => isAsked(id, asked));
  if (problems.length === 0)
    throw unknownIds(
      asked,
      file.problems.map(({ id }) => id),
    );
  const line = progressLine();
  const verdicts = problems.map((problem, n): Timed => {
    line.step(n, problems.length, problem.id);
    const started = performance.now();
    const document = readJson(resolve(dirname(ownFile), problem.document));
    const verdict = verifyHeatProblem(problem, file.everywhere, document);
    return { ...verdict, time: (performance.now() - started) / 1000 };
  });
  line.end();
  return verdicts;
};

const missesOf = (list: HeatVerdict['checks']): number => list.filter(({ passed }) => !passed).length;

/** Solves the heat problems with a known solution, or those that are named, and compares; fails when one misses. */
export const verifyHeat = (
  asked: readonly string[],
  { json }: { readonly json?: boolean | undefined },
): number => {
  const verdicts = runAll(asked);
  const checks = verdicts.flatMap((verdict) => verdict.checks);
  const production = verdicts.flatMap((verdict) => verdict.production);
  const misses = missesOf(checks) + missesOf(production);
  if (json === true) print(jsonText({ verdicts }));
  else {
    const head = ['', 'problem', 'quantity', 'value', 'expected', 'within', 'time'];
    print(table(head, verdicts.flatMap(rowsOf)));
    print(
      `\n${checks.length - missesOf(checks)} of ${checks.length} hold in ${verdicts.length} problems in double precision, ` +
        `${production.length - missesOf(production)} of ${production.length} through the kernels of production.`,
    );
  }
  return misses === 0 ? exitCode.planned : exitCode.failed;
};
