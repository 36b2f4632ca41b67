import type { Dimension } from './dimension.ts';

/**
 * What is wrong with a text that should be a quantity: no number in it, no unit, a unit nobody knows, a unit of
 * another dimension, or a number too large for a double.
 */
export type QuantityProblem = 'unreadable' | 'no-unit' | 'unknown-unit' | 'wrong-dimension' | 'not-finite';

export type QuantityErrorDetails = {
  readonly text: string;
  /** The dimension that was due; none where only a unit was named. */
  readonly dimension: Dimension | undefined;
  readonly problem: QuantityProblem;
};

/** A text that is not the quantity it should be. Its message is a whole sentence for the person who wrote it. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError';
  readonly text: string;
  readonly dimension: Dimension | undefined;
  readonly problem: QuantityProblem;

  constructor(message: string, { text, dimension, problem }: QuantityErrorDetails) {
    super(message);
    this.text = text;
    this.dimension = dimension;
    this.problem = problem;
  }
}
