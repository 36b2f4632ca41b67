import { mean, quantiles } from '@percuta/numerics';
import type { Assessed } from './limit.ts';

/** Mean of a share over the draws, with the band the share itself has from person to person. */
export const assessShare = (shares: Float64Array): Assessed => {
  const [low, high] = quantiles(shares, [0.05, 0.95]);
  return {
    value: mean(shares),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
};
