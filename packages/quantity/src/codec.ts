import { z } from 'zod';
import { type Dimension, type DimensionValue, dimensions, nameDimension } from './dimension.ts';
import { formatQuantity } from './format-quantity.ts';
import { type Complaint, type QuantityBounds, buildLimits, checkLimits, findExample } from './limits.ts';
import { QuantityError } from './quantity-error.ts';
import { parseQuantity } from './quantity.ts';
import { findUnit } from './unit.ts';

/**
 * How a quantity is written outside: the unit it is printed in, its bounds as text with their units, and what it
 * is.
 */
export type QuantityOptions = QuantityBounds & {
  /** The unit that a value is printed in. */
  readonly shown: string;
  readonly description?: string;
};

/** What the `params` of an issue hold: enough for a caller to say it in other words. */
export type QuantityIssueParams = QuantityBounds & {
  readonly kind: 'quantity';
  readonly problem: Complaint['problem'];
  readonly given: string;
  readonly expected: Dimension;
  readonly example: string;
};

/**
 * The zod codec of a quantity: text with its unit on the wire, a plain number in the SI unit of its dimension
 * inside.
 */
export type QuantityCodec<D extends Dimension> = z.ZodCodec<
  z.ZodString,
  z.ZodType<DimensionValue[D], DimensionValue[D]>
>;

/** A schema for a quantity: "1.5 mm" outside, 0.0015 inside, within its bounds in both directions. */
export function quantity<D extends Dimension>(dimension: D, options: QuantityOptions): QuantityCodec<D> {
  const { shown, description, ...bounds } = options;
  if (findUnit(shown, dimension)?.dimension !== dimension) {
    throw new RangeError(`"${shown}" is no unit of ${nameDimension(dimension)}`);
  }
  const limits = buildLimits(dimension, bounds);
  const example = findExample(dimension, shown, limits);
  const complain = (given: string, { problem, message }: Complaint) => ({
    code: 'custom' as const,
    message,
    params: {
      kind: 'quantity',
      problem,
      given,
      expected: dimension,
      example,
      ...bounds,
    } satisfies QuantityIssueParams,
    input: given,
  });

  const codec = z.codec(textSchema(dimension, example, { shown, bounds }), numberSchema(dimension), {
    decode(text, payload) {
      const value = read(text, dimension, example);
      const complaint = typeof value === 'number' ? checkLimits(text, value, limits) : value;
      if (complaint) payload.issues.push(complain(text, complaint));
      return typeof value === 'number' ? value : z.NEVER;
    },
    encode(value, payload) {
      const text = formatQuantity(value, shown);
      const complaint = checkLimits(text, value, limits);
      if (complaint) payload.issues.push(complain(text, complaint));
      return text;
    },
  });
  return description === undefined ? codec : codec.describe(description);
}

/** The outside: its metadata is what JSON Schema says of the input. */
function textSchema(
  dimension: Dimension,
  example: string,
  { shown, bounds }: { shown: string; bounds: QuantityBounds },
): z.ZodString {
  const expected = `expected ${nameDimension(dimension)} as text such as "${example}"`;
  return z.string({ error: expected }).meta({
    'x-dimension': dimension,
    'x-unit': shown,
    ...(bounds.min !== undefined && { 'x-min': bounds.min }),
    ...(bounds.max !== undefined && { 'x-max': bounds.max }),
    ...(bounds.exclusiveMin !== undefined && { 'x-exclusive-min': bounds.exclusiveMin }),
    ...(bounds.exclusiveMax !== undefined && { 'x-exclusive-max': bounds.exclusiveMax }),
    examples: [example],
  });
}

/** The inside: a plain number in SI, which only its type calls by its dimension. */
function numberSchema<D extends Dimension>(dimension: D): z.ZodType<DimensionValue[D], DimensionValue[D]> {
  const schema: z.ZodType<number, number> = z
    .number()
    .meta({ 'x-dimension': dimension, 'x-unit': dimensions[dimension].unit });
  return schema;
}

function read(text: string, dimension: Dimension, example: string): number | Complaint {
  try {
    return parseQuantity(text, dimension, example);
  } catch (error) {
    if (error instanceof QuantityError) return { problem: error.problem, message: error.message };
    throw error;
  }
}
