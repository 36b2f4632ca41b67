import { createRandom, quantiles } from '@percuta/numerics';
import type { Skin } from '../../skin/skin.ts';

/** Readings tried, at the middles of as many equal shares of what may be read. */
export const readingCount = 7;

/** What may be read: each draw's thickness, off by the error and by how it varies from place to place (skin.2); m. */
export const possibleReadings = (skins: readonly Skin[], error: number, seed: number): number[] => {
  const random = createRandom(seed);
  const readings = skins.map(({ epidermis, dermis, withinLogSd }) => {
    const thickness = epidermis + dermis;
    return thickness + random.normal() * Math.sqrt(error * error + (withinLogSd * dermis) ** 2);
  });
  const shares = Array.from({ length: readingCount }, (_, k) => (k + 0.5) / readingCount);
  return quantiles(readings, shares).filter((reading) => reading > 0);
};
