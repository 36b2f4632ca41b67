import { centralValues, sampleValue, type Parameter, type Parameters } from '@percuta/evidence';
import { sobolPoints } from '@percuta/numerics';
import type { Values } from '../stage.ts';

const isDrawn = ([, { spread }]: readonly [string, Parameter]): boolean => spread.kind !== 'fixed';

/**
 * Joint draws of independent parameters, SI, from a scrambled Sobol sequence. For use without the ensemble of the
 * whole chain; `count` is best a power of two.
 */
export const drawValues = <P extends Parameters>(parameters: P, count: number, seed: number): Values<P>[] => {
  const drawn = Object.entries(parameters).filter(isDrawn);
  const points = sobolPoints(count, drawn.length, seed);
  const central = centralValues(parameters);
  return Array.from({ length: count }, (_, i) => {
    const changed = drawn.map(([name, it], k) => [name, sampleValue(it, points[k]?.[i] ?? 0.5)] as const);
    return Object.freeze({ ...central, ...Object.fromEntries(changed) });
  });
};
