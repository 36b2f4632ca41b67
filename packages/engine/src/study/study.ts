import { GREATEST_DESIGN } from '@percuta/numerics';
import { z } from 'zod';
import { readDocument } from '../case/document.ts';
import { migrate, type Migration } from '../case/migrations.ts';
import { defaultRun, mostDraws } from '../run.ts';
import { checkColumn, columnSchema } from './column.ts';

/** More rows than this are a mistake more often than a wish. */
const mostRows = 1_000_000;

const designSeed = z.int().min(0).default(1).describe('seed of the design; that of the draws is apart');

const design = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grid') }),
  z.strictObject({
    kind: z.literal('latin hypercube'),
    rows: z.int().min(2).max(mostRows),
    seed: designSeed,
  }),
  z.strictObject({
    kind: z.literal('sobol'),
    samples: z.int().min(2).max(mostRows).describe('best a power of two; columns + 2 rows each'),
    seed: designSeed,
  }),
  z.strictObject({
    kind: z.literal('morris'),
    trajectories: z.int().min(2).max(mostRows).describe('columns + 1 rows each'),
    levels: z.int().min(2).max(100).multipleOf(2).default(4),
    seed: designSeed,
  }),
  z.strictObject({
    kind: z.literal('cohort'),
    members: z.int().min(1).max(mostRows).describe('each column drawn for itself, member by member'),
    seed: designSeed,
  }),
  z.strictObject({
    kind: z.literal('calibration'),
    rows: z.int().min(2).max(mostRows).describe('draws of the columns, spread as a Latin hypercube'),
    most: z
      .number()
      .positive()
      .default(3)
      .describe(
        'a row is accepted where no output is further from its target than this many standard deviations',
      ),
    share: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('of these only the nearest to all targets together, this share of all rows'),
    seed: designSeed,
  }),
]);

const target = z.strictObject({
  output: z.string().min(1).describe('name of an output'),
  value: z.union([z.string().min(1), z.number()]).describe('measured, in the unit of the output'),
  sd: z
    .union([z.string().min(1), z.number()])
    .describe('of the measurement and of what the model leaves out, together'),
  source: z.string().min(1).optional(),
});

const output = z.union([
  z.string().min(1),
  z.strictObject({ name: z.string().min(1), path: z.string().min(1) }),
]);

/** Many runs of one case or protocol: what is varied, how, and what is wanted of each. */
export const studySchema = z.strictObject({
  kind: z.literal('percuta study'),
  version: z.literal(1),
  title: z.string().min(1),
  base: z
    .looseObject({ kind: z.enum(['percuta case', 'percuta protocol', 'percuta validation']) })
    .describe(
      'a case, which is planned, a protocol, which is simulated, or a file of measurements, which are predicted; in a file also the path of one',
    ),
  sheets: z
    .array(z.unknown())
    .default([])
    .describe("device sheets of one's own, to plan with; in a file also their paths"),
  parameters: z
    .record(z.string(), z.string())
    .default({})
    .describe('parameters fixed for every row, text with units by name'),
  design,
  columns: z.array(columnSchema).min(1),
  outputs: z
    .array(output)
    .min(1)
    .describe('dotted paths into plan.json, simulation.json, or checks.ROW.predicted of measurements'),
  targets: z.array(target).min(1).optional().describe('what a calibration holds its outputs against'),
  draws: z.int().min(16).max(mostDraws).default(256).describe('draws of each row'),
  seed: z.int().min(0).default(defaultRun.seed).describe('seed of the draws, the same in every row'),
  chunk: z.int().min(1).max(10_000).default(8).describe('rows that are worked on and kept together'),
});

const currentVersion = 1;
const migrations: readonly Migration[] = [];

const repeated = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i);

const checked = studySchema.superRefine((study, context) => {
  const refuse = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });
  study.columns.forEach((column, i) => {
    for (const { field, fault } of checkColumn(column, study.design.kind === 'grid')) {
      refuse(['columns', i, ...(field === undefined ? [] : [field])], fault);
    }
  });
  const sameNames = repeated(study.columns.map(columnName));
  for (const name of sameNames) refuse(['columns'], `name ${name} twice`);
  const changed = study.columns.flatMap(({ path, parameter }) => path ?? parameter ?? []);
  // Columns of one field mostly have its name, and are told by that.
  for (const one of sameNames.length > 0 ? [] : new Set(repeated(changed))) {
    refuse(['columns'], `change ${one} twice, of which only the last would count`);
  }
  for (const name of repeated(study.outputs.map((one) => nameOf(one)))) {
    refuse(['outputs'], `name ${name} twice`);
  }
  if (study.design.kind === 'sobol' && study.columns.length > GREATEST_DESIGN) {
    refuse(['columns'], `are too many for a Sobol design, which takes ${GREATEST_DESIGN}`);
  }
  for (const { path, message } of targetFaults(study)) refuse(path, message);
  if (rowCount(study) > mostRows) refuse(['design'], `makes ${rowCount(study)} rows, at most ${mostRows}`);
});

const targetFaults = (
  study: Pick<Study, 'design' | 'targets' | 'outputs'>,
): { readonly path: (string | number)[]; readonly message: string }[] => {
  const { targets, design: one } = study;
  if ((targets === undefined) === (one.kind === 'calibration')) {
    const message =
      targets === undefined
        ? 'are missing: a calibration needs them'
        : `are for a calibration, not for ${one.kind}`;
    return [{ path: ['targets'], message }];
  }
  const names = study.outputs.map(nameOf);
  return (targets ?? []).flatMap(({ output: name }, i) =>
    names.includes(name)
      ? []
      : [{ path: ['targets', i, 'output'], message: `is none of the outputs: ${names.join(', ')}` }],
  );
};

const nameOf = (one: z.output<typeof output>): string => (typeof one === 'string' ? one : one.name);

/** What a column is called in the results. */
export const columnName = ({ name, path, parameter }: Study['columns'][number]): string =>
  name ?? path ?? parameter ?? '';

/** A study as it is run: defaults filled in. */
export type Study = z.output<typeof studySchema>;

/** Rows that the design of a study makes. */
export const rowCount = ({ design: one, columns }: Pick<Study, 'design' | 'columns'>): number => {
  switch (one.kind) {
    case 'grid':
      return columns.reduce((count, { values, steps }) => count * (values?.length ?? steps ?? 1), 1);
    case 'latin hypercube':
    case 'calibration':
      return one.rows;
    case 'sobol':
      return one.samples * (columns.length + 2);
    case 'morris':
      return one.trajectories * (columns.length + 1);
    case 'cohort':
      return one.members;
  }
};

/** Name and place of every output wanted. */
export const outputsOf = (study: Study): readonly { readonly name: string; readonly path: string }[] =>
  study.outputs.map((one) => (typeof one === 'string' ? { name: one, path: one } : one));

/**
 * Reads a study document with its base inline; throws BadInput with every problem of its form. What the columns
 * put into the base is judged by `checkStudy`.
 */
export const readStudy = (input: unknown): Study =>
  readDocument(checked, migrate(input, 'percuta study', currentVersion, migrations));
