import { rateAt } from '../damage/rate.ts';
import type { HeatProblem } from '../problem/heat-problem.ts';
import type { Fields } from './progress.ts';

// Omega at which growth counts: a cell far below or above a threshold of 1 does not cross it.
const NEAR = { from: 0.1, to: 10 };

/**
 * True where no Omega near 1 will still grow by the share `growth`. Rates fall at least as fast as 1/t² while tissue
 * cools by conduction, so what is still to come is less than rate × time since the heat ended.
 */
export const isSettled = (
  { kinetics }: HeatProblem,
  { temperatures, damage }: Fields,
  since: number,
  growth: number,
): boolean =>
  kinetics.every((set) => {
    if (set.kind === 'cem43') return true;
    const omega = damage.get(set.name);
    return (
      omega === undefined ||
      omega.every(
        (value, cell) =>
          value < NEAR.from || value > NEAR.to || rateAt(set, temperatures[cell]) * since <= growth * value,
      )
    );
  });
