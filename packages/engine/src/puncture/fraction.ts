import { log, normalCdf } from '@percuta/numerics';

/**
 * Share of needles that break the surface (M5): the force a needle can get, the smaller of its share of the force
 * at hand and what the support carries, against an initiation force that is lognormal over needles.
 * Forces in N; logSd in ln units.
 */
export const puncturingFraction = (
  availableForce: number,
  supportedForce: number,
  initiation: number,
  logSd: number,
): number => {
  const force = Math.min(availableForce, supportedForce);
  return force <= 0 ? 0 : normalCdf(log(force / initiation) / logSd);
};
