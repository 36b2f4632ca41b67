import { centralValues, sampleValue, type Parameter, type Parameters } from '@percuta/evidence';
import { sobolPoints } from '@percuta/numerics';
import { NotFinite } from './error.ts';

/** The plain SI numbers a stage receives in place of its parameters. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: number };

/**
 * A link of the chain as the manifest, the documentation and the ensemble see it. The stage itself is a pure
 * function beside it. `version` rises whenever the function gives other numbers for the same input.
 */
export interface Stage<P extends Parameters = Parameters> {
  readonly name: string;
  readonly version: number;
  readonly parameters: P;
}

/** A parameter under the name that flags, manifests and tables use for it: `puncture.gap`. */
export const parameterNames = (stage: Stage): (readonly [string, Parameter])[] =>
  Object.entries(stage.parameters).map(([key, parameter]) => [`${stage.name}.${key}`, parameter]);

/** Passes on what a stage returned for a quantity, one value a draw, if all are finite; throws NotFinite otherwise. */
export const finite = (stage: string, field: string, values: Float64Array): Float64Array => {
  for (const value of values) {
    if (!Number.isFinite(value)) throw new NotFinite(stage, field, value);
  }
  return values;
};

/** Whether a parameter has a spread to be drawn from. */
export const isDrawn = ({ spread }: Parameter): boolean => spread.kind !== 'fixed';

/** Draws between two words of progress. */
const between = 256;

/**
 * Joint draws of independent parameters, SI, from a scrambled Sobol sequence. For use without the ensemble of the
 * whole chain; `count` is best a power of two. `tick` is called every few hundred draws.
 */
export const drawValues = <P extends Parameters>(
  parameters: P,
  count: number,
  seed: number,
  tick: () => void = () => undefined,
): Values<P>[] => {
  const drawn = Object.entries<Parameter>(parameters).filter(([, one]) => isDrawn(one));
  const points = sobolPoints(count, drawn.length, seed);
  const central = centralValues(parameters);
  return Array.from({ length: count }, (_, i) => {
    if (i % between === 0) tick();
    const changed = drawn.map(([name, it], k) => [name, sampleValue(it, points[k]?.[i] ?? 0.5)] as const);
    return Object.freeze({ ...central, ...Object.fromEntries(changed) });
  });
};
