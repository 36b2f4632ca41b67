import {
  coverageOf,
  crossValidate,
  tableReading,
  type Coverage,
  type Fold,
  type Scored,
} from '@percuta/evidence';

export const settings = { seed: 1, draws: 1000, warmup: 500 } as const;

export interface LeaveOneOut {
  readonly settings: typeof settings;
  readonly coverage: Coverage;
  readonly worst: { readonly rHat: number; readonly ess: number; readonly divergences: number };
  readonly scored: readonly Scored[];
}

/** Every study with people counted, predicted from all others. */
export function leaveOneOut(): LeaveOneOut {
  const folds = crossValidate(tableReading().used, settings);
  const scored = folds.flatMap((fold) => fold.scored);
  return { settings, coverage: coverageOf(scored), worst: worstOf(folds), scored };
}

function worstOf(folds: readonly Fold[]): LeaveOneOut['worst'] {
  const all = folds.map(({ diagnostics }) => diagnostics);
  return {
    rHat: Math.max(...all.map(({ rHat }) => rHat)),
    ess: Math.min(...all.map(({ bulkEss, tailEss }) => Math.min(bulkEss, tailEss))),
    divergences: all.reduce((sum, { divergences }) => sum + divergences, 0),
  };
}
