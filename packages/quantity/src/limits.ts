import { type Dimension, dimensions } from './dimension.ts';
import { formatQuantity } from './format-quantity.ts';
import type { QuantityProblem } from './quantity-error.ts';
import { parseQuantity, toSI } from './quantity.ts';

/** Bounds are written as text with their unit, as the value is. */
export type QuantityBounds = {
  readonly min?: string;
  readonly max?: string;
  readonly exclusiveMin?: string;
  readonly exclusiveMax?: string;
};

/** Why a text is refused, in a word and in a sentence. */
export type Complaint = { readonly problem: QuantityProblem | Limit['problem']; readonly message: string };

/** A bound in SI with the rule that its refusal quotes. */
export type Limit = {
  readonly text: string;
  readonly value: number;
  readonly problem: 'below-min' | 'above-max';
  readonly allows: (value: number) => boolean;
  readonly rule: string;
};

/** The first bound that the value breaks, said of the text it came from. */
export function checkLimits(text: string, value: number, limits: readonly Limit[]): Complaint | undefined {
  const broken = limits.find((limit) => !limit.allows(value));
  if (!broken) return undefined;
  const verdict = broken.problem === 'below-min' ? 'too small' : 'too large';
  return {
    problem: broken.problem,
    message: `"${text.trim()}" is ${verdict}; ${broken.rule} "${broken.text}"`,
  };
}

/** The bounds in SI. Throws a QuantityError where one is itself no such quantity. */
export function buildLimits(dimension: Dimension, bounds: QuantityBounds): Limit[] {
  const { min, max, exclusiveMin, exclusiveMax } = bounds;
  const limit = (
    text: string | undefined,
    problem: Limit['problem'],
    rule: string,
    compare: (value: number, bound: number) => boolean,
  ): Limit[] => {
    if (text === undefined) return [];
    const bound = parseQuantity(text, dimension);
    return [{ text, value: bound, problem, rule, allows: (value) => compare(value, bound) }];
  };
  return [
    ...limit(min, 'below-min', 'the smallest allowed is', (value, bound) => value >= bound),
    ...limit(exclusiveMin, 'below-min', 'it must be more than', (value, bound) => value > bound),
    ...limit(max, 'above-max', 'the largest allowed is', (value, bound) => value <= bound),
    ...limit(exclusiveMax, 'above-max', 'it must be less than', (value, bound) => value < bound),
  ];
}

/** A text in the shown unit that passes: the dimension's own, a round number, the middle, or a bound. */
export function findExample(dimension: Dimension, shown: string, limits: readonly Limit[]): string {
  const own = dimensions[dimension].example;
  const middle = limits.reduce((sum, { value }) => sum + value, 0) / Math.max(1, limits.length);
  const candidates = [
    ...(own.endsWith(` ${shown}`) ? [own] : []),
    ...[1, 10, 100].map((amount) => formatQuantity(toSI(amount, shown), shown)),
    ...[0, 2].map((digits) => formatQuantity(middle, shown, { digits })),
    formatQuantity(middle, shown),
    ...limits.map(({ value }) => formatQuantity(value, shown)),
  ];
  const passes = (text: string): boolean =>
    checkLimits(text, parseQuantity(text, dimension), limits) === undefined;
  const example = candidates.find(passes);
  if (example === undefined)
    throw new RangeError(`no ${dimensions[dimension].plural} lie within these bounds`);
  return example;
}
