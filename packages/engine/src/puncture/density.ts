import { exp, log1p } from '@percuta/numerics';

/** Holes laid down at random with mean density rho (1/m2) by passes of random direction (M8). */
export interface Coverage {
  /** Share of the surface inside at least one channel, 1. */
  readonly coveredShare: number;
  /** Channels over a covered point, 1. */
  readonly hitsPerCoveredPoint: number;
  /** Mean distance to the next hole, m. */
  readonly nearestNeighbour: number;
  /** Chance that a square millimetre holds no hole, Poisson, 1. */
  readonly gapChance: number;
  /** The same for the uneven density of a hand, negative binomial with dispersion k, 1. */
  readonly unevenGapChance: number;
}

const squareMillimetre = 1e-6;

/** phi = 1 − exp(−rho A); hits = rho A/phi; NN = 0.5/sqrt(rho); gaps exp(−rho a), (1 + rho a/k)^−k (M8). */
export const coverageOf = (rho: number, channelDiameter: number, dispersion: number): Coverage => {
  const perPoint = (rho * Math.PI * channelDiameter * channelDiameter) / 4;
  const coveredShare = 1 - exp(-perPoint);
  const perSquare = rho * squareMillimetre;
  return {
    coveredShare,
    hitsPerCoveredPoint: coveredShare > 0 ? perPoint / coveredShare : 1,
    nearestNeighbour: rho > 0 ? 0.5 / Math.sqrt(rho) : Infinity,
    gapChance: exp(-perSquare),
    unevenGapChance: exp(-dispersion * log1p(perSquare / dispersion)),
  };
};
