import { dimensionOf, dimensions, parseQuantity } from '@percuta/quantity';
import { z } from 'zod';
import { readSchema, sourceSchema, textSchema } from '../provenance/schemas.ts';

/** What the numbers of a record may be called; all of one record share one unit. */
const statistics = ['mean', 'sd', 'se', 'min', 'max'] as const;

type Statistic = (typeof statistics)[number];
type Statistics<Value> = { readonly [S in Statistic]?: Value | undefined };

/** The numbers of a measurement and their common unit: the SI unit where the quantity table has one. */
export type Numbers = Statistics<number> & { readonly unit: string };

/** Statistics of a record, in the two ways a file may hold them. */
function statisticsShape<Value extends z.ZodType>(value: Value) {
  return {
    mean: value.optional(),
    sd: value.optional(),
    se: value.optional(),
    min: value.optional(),
    max: value.optional(),
  };
}

const provenanceShape = {
  quantity: textSchema,
  method: textSchema,
  subgroup: textSchema.optional(),
  source: sourceSchema,
  read: readSchema,
  note: textSchema.optional(),
};

/** "0.86 mm" and the like: the unit is in the text, so the record has none. */
const withUnits = z.strictObject({ ...provenanceShape, ...statisticsShape(textSchema) });

/** For units no equation uses (g/m2/h, AU): bare numbers and the unit as it was printed. */
const plain = z.strictObject({ ...provenanceShape, ...statisticsShape(z.number()), unit: textSchema });

/** One published measurement. Either every number is text with its unit, or `unit` stands beside them. */
export const measurementSchema = z.union([plain, withUnits]).transform((given, context) => {
  const { quantity, method, subgroup, source, read, note, ...rest } = given;
  const numbers = 'unit' in rest ? rest : inSI(rest, context);
  const origin = { quantity, method, source, read };
  return { ...origin, ...(subgroup && { subgroup }), ...(note && { note }), ...numbers };
});

/**
 * One published measurement of skin: quantity, method, subgroup, statistics in one unit (see `Numbers`), source and
 * how it was read. Fields: `measurementSchema`.
 */
export type Measurement = z.infer<typeof measurementSchema>;

/** Reads "13 um" whatever its dimension. */
function parseAny(text: string): { value: number; unit: string } {
  const dimension = dimensionOf(text.slice(text.indexOf(' ') + 1));
  return { value: parseQuantity(text, dimension), unit: dimensions[dimension].unit };
}

function inSI(texts: Statistics<string>, context: z.RefinementCtx): Numbers {
  const parsed = Object.entries(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [{ name, ...parseAny(text) }],
  );
  const [first, ...others] = parsed;
  const isUniform = first !== undefined && others.every(({ unit }) => unit === first.unit);
  if (!isUniform) {
    context.addIssue({ code: 'custom', message: 'a measurement needs numbers of one dimension' });
    return z.NEVER;
  }
  return { ...Object.fromEntries(parsed.map(({ name, value }) => [name, value])), unit: first.unit };
}
