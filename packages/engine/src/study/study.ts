import { GREATEST_DESIGN } from '@percuta/numerics';
import { z } from 'zod';
import { readDocument } from '../case/document.ts';
import { migrate, type Migration } from '../case/migrations.ts';
import { defaultRun } from '../run.ts';
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
]);

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
    .looseObject({ kind: z.enum(['percuta case', 'percuta protocol']) })
    .describe('a case, which is planned, or a protocol, which is simulated; in a file also the path of one'),
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
  outputs: z.array(output).min(1).describe('dotted paths into plan.json or simulation.json'),
  draws: z.int().min(16).max(1_048_576).default(256).describe('draws of each row'),
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
  for (const name of repeated(study.columns.map(columnName))) refuse(['columns'], `name ${name} twice`);
  for (const name of repeated(study.outputs.map((one) => nameOf(one)))) {
    refuse(['outputs'], `name ${name} twice`);
  }
  if (study.design.kind === 'sobol' && study.columns.length > GREATEST_DESIGN) {
    refuse(['columns'], `are too many for a Sobol design, which takes ${GREATEST_DESIGN}`);
  }
  if (rowCount(study) > mostRows) refuse(['design'], `makes ${rowCount(study)} rows, at most ${mostRows}`);
});

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
