import { mean, quantiles } from '@percuta/numerics';
import type { Assessed } from './limit.ts';

/** Mean of a share over the draws, with the band the share itself has from person to person. */
export const assessShare = (shares: Float64Array): Required<Assessed> => {
  const [low = Number.NaN, high = Number.NaN] = quantiles(shares, [0.05, 0.95]);
  return { value: mean(shares), low, high };
};
