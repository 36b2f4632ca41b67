/** A result of one comparison with the variance of its sampling error, on a scale where errors are near normal. */
export interface EffectSize {
  readonly estimate: number;
  readonly variance: number;
}

/** An effect size that knows where it is from; effects of one study share people and are not independent. */
export interface Effect extends EffectSize {
  readonly id: string;
  readonly study: string;
}

/** Throws RangeError unless every effect is a finite estimate with a positive variance. */
export function requireEffects(effects: readonly EffectSize[], atLeast: number): void {
  if (effects.length < atLeast)
    throw new RangeError(`${atLeast} or more effects are needed, got ${effects.length}`);
  for (const { estimate, variance } of effects) {
    if (!Number.isFinite(estimate) || !(variance > 0 && variance < Infinity))
      throw new RangeError(
        `an effect needs a finite estimate and a positive variance, got ${estimate}, ${variance}`,
      );
  }
}
