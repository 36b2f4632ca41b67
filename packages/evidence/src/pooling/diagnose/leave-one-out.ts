import type { Effect } from '../effect/effect.ts';
import type { PoolingOptions } from '../random/options.ts';
import { pool, type Pooled } from '../random/pool.ts';

/** The result without each unit in turn: an effect, or a study with all its effects. */
export interface LeftOut {
  readonly left: string;
  readonly pooled: Pooled;
}

/** Pools again without each effect; three or more are needed. */
export function leaveOneOut(effects: readonly Effect[], options: PoolingOptions = {}): LeftOut[] {
  return effects.map(({ id }, i) => ({ left: id, pooled: pool(effects.toSpliced(i, 1), options) }));
}

/** Pools again without each study, all its effects at once. */
export function leaveOneStudyOut(effects: readonly Effect[], options: PoolingOptions = {}): LeftOut[] {
  return [...new Set(effects.map(({ study }) => study))].map((study) => ({
    left: study,
    pooled: pool(
      effects.filter((effect) => effect.study !== study),
      options,
    ),
  }));
}
