import type { PoolableMeasureId } from '../measure/same-scale.ts';
import type { Direction } from '../study/outcome-schema.ts';
import type { Interval } from '../pooling/random/estimate.ts';
import type { ErrorFrom } from './change-effect.ts';

/** One arm of needles alone on a scale, as a forest plot shows it. */
export interface StudyResult {
  readonly study: string;
  readonly arm: string;
  /** Undefined where the source does not say. */
  readonly people: number | undefined;
  /** People who reached the level, for shares. */
  readonly events?: number;
  /** Improvement in points of the scale, or a share from 0 to 1. */
  readonly estimate: number;
  /** 95 %. */
  readonly interval: Interval;
  /** Standard error of a change. */
  readonly se?: number;
  /** Of the pooled mean; undefined where there is none, or where it is not a weighted mean of the studies. */
  readonly weight?: number;
  /** How the sampling error of a change became known. */
  readonly errorFrom?: ErrorFrom;
}

/** The mean over studies; intervals are 95 %. */
export interface PooledResult {
  readonly method: string;
  readonly estimate: number;
  readonly interval: Interval;
  /** Where the true value of a new study lies. */
  readonly prediction: Interval | undefined;
  /** Variance between studies, in points² for changes and in squared log odds for shares. */
  readonly tau2: number;
  /** 0 to 1; undefined for shares, whose sampling variance differs with the share. */
  readonly i2: number | undefined;
  readonly q: { readonly statistic: number; readonly df: number; readonly p: number } | undefined;
}

/** An outcome on the scale that gives no number to pool. What it found is kept: leaving it out can mislead. */
export interface UnpooledResult {
  readonly study: string;
  readonly arm: string;
  readonly found: Direction | undefined;
  readonly reason: string;
}

/** All that is on one scale: never pooled with anything on another. */
export interface ScaleResult {
  readonly measure: PoolableMeasureId;
  readonly name: string;
  /** A change from the start in points of the scale, or a share of the people. */
  readonly kind: 'change' | 'share';
  readonly unit: string;
  readonly results: readonly StudyResult[];
  readonly pooled: PooledResult | undefined;
  /** Why nothing is pooled; undefined where it is. */
  readonly notPooled: string | undefined;
  readonly studies: number;
  /** People in the results, and the arms that do not say how many they were. */
  readonly people: number;
  readonly armsWithoutNumber: number;
  readonly unpooled: readonly UnpooledResult[];
  /** The pooled change under other correlations than the assumed one, where one was assumed. */
  readonly overCorrelations: readonly {
    readonly correlation: number;
    readonly estimate: number;
    readonly interval: Interval;
  }[];
}
