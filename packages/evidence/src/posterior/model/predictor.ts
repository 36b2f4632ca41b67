import { exp } from '@percuta/numerics';
import type { ArmDesign } from '../reading/evidence.ts';
import type { Layout } from './layout.ts';

/** What is expected of an arm as a sum over places of the vector (expectation.3); −1 where a group has none. */
export interface Predictor {
  readonly isRf: boolean;
  readonly isOpen: boolean;
  readonly isScore: boolean;
  readonly class: number;
  readonly regions: readonly number[];
}

export function predictorOf(design: ArmDesign, isScore: boolean, layout: Layout): Predictor {
  return {
    isRf: design.modality === 'rf',
    isOpen: design.isOpen,
    isScore,
    class: layout.classes.get(design.indication) ?? -1,
    regions: design.regions.flatMap((region) => layout.regions.get(region) ?? []),
  };
}

/** The spreads of classes and regions, taken from their logs once for all arms. */
export interface Spreads {
  readonly class: number;
  readonly region: number;
}

export const spreadsOf = (q: Float64Array, { sigmaClass, sigmaRegion }: Layout): Spreads => ({
  class: exp(q[sigmaClass]),
  region: exp(q[sigmaRegion]),
});

/** η = μ + δ rf + β_open open + β_score score + σ_class c + σ_region mean(r) (expectation.3). */
export function expectedOf(arm: Predictor, q: Float64Array, layout: Layout, spreads: Spreads): number {
  let eta = q[layout.mean];
  if (arm.isRf) eta += q[layout.rf];
  if (arm.isOpen) eta += q[layout.open];
  if (arm.isScore) eta += q[layout.score];
  if (arm.class >= 0) eta += spreads.class * q[arm.class];
  let sum = 0;
  for (let i = 0; i < arm.regions.length; i++) sum += q[arm.regions[i]];
  return arm.regions.length === 0 ? eta : eta + (spreads.region * sum) / arm.regions.length;
}

/** Adds the slope of η in every unknown, times `slope`, to the gradient. */
export function pullBackExpected(
  arm: Predictor,
  slope: number,
  q: Float64Array,
  to: { readonly layout: Layout; readonly spreads: Spreads; readonly gradient: Float64Array },
): void {
  const { layout, spreads, gradient } = to;
  gradient[layout.mean] += slope;
  if (arm.isRf) gradient[layout.rf] += slope;
  if (arm.isOpen) gradient[layout.open] += slope;
  if (arm.isScore) gradient[layout.score] += slope;
  if (arm.class >= 0) {
    gradient[arm.class] += slope * spreads.class;
    gradient[layout.sigmaClass] += slope * spreads.class * q[arm.class];
  }
  for (let i = 0; i < arm.regions.length; i++) {
    const scaled = (slope * spreads.region) / arm.regions.length;
    gradient[arm.regions[i]] += scaled;
    gradient[layout.sigmaRegion] += scaled * q[arm.regions[i]];
  }
}
