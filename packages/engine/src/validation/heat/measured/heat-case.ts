import { z } from 'zod';

const name = z.string().min(1);
const text = z.string().min(1);

/** A measure of the result of one run. */
const measure = z.union([
  z.strictObject({
    run: name,
    contour: name,
    extent: z
      .enum(['width', 'radius', 'breadth', 'length', 'deepest', 'volume'])
      .describe(
        'of its largest zone; width along x, twice the radius; breadth along y; length along depth; deepest from the surface',
      ),
    at: text.optional(),
  }),
  z.strictObject({ run: name, probe: name, at: text.optional().describe('left out: the end') }),
  z.strictObject({
    run: name,
    probe: name,
    when: z.strictObject({ probe: name, reaches: text }).describe('at the moment another probe reaches this'),
  }),
  z.strictObject({ run: name, greatest: name.describe('probe: its greatest value') }),
  z.strictObject({ run: name, first: name.describe('probe: time when it first reaches'), reaches: text }),
  z.strictObject({ value: text.describe('an expression of the draws') }),
]);

const prediction = z.union([
  measure,
  z.strictObject({ ratio: z.tuple([measure, measure]) }),
  z.strictObject({ difference: z.tuple([measure, measure]) }),
]);

const range = z.union([
  z.strictObject({ from: text, to: text }).describe('all between alike probable'),
  z.strictObject({ one_of: z.array(text).min(2) }),
]);

/** How records are simulated: a heat problem with places for what is drawn, what is drawn, and what is predicted. */
export const heatCaseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  study: name.describe('records of one study count as one'),
  prior: text.describe('where the ranges are from'),
  draws: z.record(name, range),
  most_draws: z.int().min(1).optional().describe('of a case that takes long'),
  document: z
    .record(z.string(), z.unknown())
    .describe('heat problem; "{a + 2 a}" stands for an expression of draws and of the values of a run'),
  runs: z.record(name, z.record(name, text)),
  predicts: z
    .array(
      z.strictObject({
        record: name,
        quantity: z.int().min(0).default(0).describe('which of the measured ones'),
        is: prediction,
        means: text.optional().describe('what is compared, where it is not the measured quantity itself'),
        stained: z
          .boolean()
          .optional()
          .describe(
            'the zone was seen in a stained section: sizes shrink as the records of a correction state',
          ),
        present: text.optional().describe('a record of yes or no: yes at or above this'),
      }),
    )
    .min(1),
});

export type HeatCase = z.output<typeof heatCaseSchema>;
export type Measure = z.output<typeof measure>;
export type Extent = Extract<Measure, { contour: string }>['extent'];
export type Prediction = z.output<typeof prediction>;
