import { mean, quantiles } from '@percuta/numerics';
import { upperOfShares } from './chance-bound.ts';
import type { Assessed } from './limit.ts';

/** Mean of a share over the draws, with the band the share itself has from person to person. */
export const assessShare = (shares: Float64Array): Required<Omit<Assessed, 'upper'>> => {
  const [low = Number.NaN, high = Number.NaN] = quantiles(shares, [0.05, 0.95]);
  return { value: mean(shares), low, high };
};

/** A share that a limit is held against: with the upper confidence bound of its mean. */
export const assessChance = (shares: Float64Array): Required<Assessed> => ({
  ...assessShare(shares),
  upper: upperOfShares(shares),
});
