import { BadInput, comparePlans, type Difference, type PlanComparison } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print } from '../output.ts';
import { manifestBeside } from '../plan/as-recorded.ts';
import { table } from '../table.ts';

/** Courses that a screen has room for; `--json` has all. */
const mostCourses = 16;

/** What a plan was run with, from the manifest beside it where there is one. */
const runOf = (file: string): ReadonlyMap<string, string> => {
  const manifest = manifestBeside(file);
  if (manifest === undefined) return new Map();
  const { engine, seed, draws, parameters } = manifest;
  return new Map([
    ['run: engine', engine],
    ['run: seed', String(seed)],
    ['run: draws', String(draws)],
    ...parameters.flatMap(({ name, overridden }) =>
      overridden === undefined ? [] : [[`run: ${name}`, overridden] as const],
    ),
  ]);
};

const differenceTable = (what: string, heads: readonly string[], rows: readonly Difference[]): string =>
  table(
    [what, ...heads],
    rows.map(({ path, values }) => [path, ...values.map((value) => value ?? '–')]),
  );

/** Three digits, without the unit that the head names. */
const shortDose = (dose: string): string =>
  dose
    .replaceAll(' 1/cm2', '')
    .replaceAll(/\d+(\.\d+)?/g, (digits) => String(Number(Number(digits).toPrecision(3))));

const coursesTable = (heads: readonly string[], courses: PlanComparison['courses']): string =>
  table(
    ['course', ...heads],
    courses
      .slice(0, mostCourses)
      .map(({ id, standings }) => [
        id,
        ...standings.map(({ place, limit, dose }) =>
          dose === undefined
            ? [place, limit].filter((one) => one !== undefined).join(': ')
            : `${place}, ${shortDose(dose)}`,
        ),
      ]),
  );

const textOf = (files: readonly string[], compared: PlanComparison): string => {
  const heads = files.map((_, i) => `plan ${i + 1}`);
  const more = compared.courses.length - mostCourses;
  return [
    files
      .map((file, i) => `plan ${i + 1}: ${file}, ${compared.titles[i]}, ${compared.statuses[i]}`)
      .join('\n'),
    compared.inputs.length === 0
      ? 'The inputs are the same.'
      : differenceTable('input that differs', heads, compared.inputs),
    differenceTable('', heads, compared.counts),
    differenceTable('courses outside by limit', heads, compared.limits),
    compared.courses.length === 0
      ? 'No course is inside any of them.'
      : `Courses on the front of one of them: holes per cm2 at the target over the course, or the limit that binds\n${coursesTable(heads, compared.courses)}`,
    ...(more > 0 ? [`${more} more with --json`] : []),
  ].join('\n\n');
};

/** Holds plans side by side: inputs, limits, courses. */
export const compare = (files: readonly string[], { json }: { readonly json?: boolean }): number => {
  if (files.length < 2) {
    throw new BadInput([
      {
        path: 'plans',
        given: files.join(', '),
        problem: 'is one plan alone',
        allowed: 'two or more plan.json files',
        remedy: 'name another',
      },
    ]);
  }
  const compared = comparePlans(files.map(readJson), files.map(runOf));
  print(json === true ? jsonText({ files, ...compared }) : textOf(files, compared));
  return exitCode.planned;
};
