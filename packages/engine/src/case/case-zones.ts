import type { Case, CaseZone } from './case.ts';

const firstZone = ({ site, measured }: Case): CaseZone => ({
  ...site,
  ...(measured === undefined ? {} : { measured }),
});

/** The case with one of its zones in hand; the others stand beside it, so that sums over the area stay what they are. */
const withZone = (given: Case, zones: readonly CaseZone[], index: number): Case[] => {
  const zone = zones[index];
  if (zone === undefined) return [];
  const { measured: _measured, ...rest } = given;
  const { measured, ...site } = zone;
  const others = zones.filter((_, i) => i !== index);
  return [{ ...rest, site, zones: others, ...(measured === undefined ? {} : { measured }) }];
};

/**
 * The case as it holds for each zone of its area, in their order; the case itself where it has one zone. Readings of
 * the skin stay with the zone they were taken in.
 */
export const casesOfZones = (given: Case): readonly Case[] => {
  if (given.zones === undefined) return [given];
  const zones = [firstZone(given), ...given.zones];
  return zones.flatMap((_, i) => withZone(given, zones, i));
};
