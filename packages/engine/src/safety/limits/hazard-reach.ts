import type { Hazard } from '@percuta/evidence';
import { log, log1p, normalCdf } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import type { Limit, Subject } from '../limit.ts';
import { limitBounds } from '../parameters.ts';
import { assessChance } from '../share.ts';

const { value, unit, sources, read, reason } = limitBounds.hazardReach;

/** Depths are lognormal where mean and sd are known, so that none is negative (moments matched). */
const reachOfMean = (ceiling: number, mean: number, sd: number): number => {
  const ratio = sd / mean;
  const variance = log1p(ratio * ratio);
  return normalCdf((log(ceiling / mean) + variance / 2) / Math.sqrt(variance));
};

const reachOfRange = (ceiling: number, min: number, max: number | undefined): number => {
  // A least depth alone says nothing of how far below it the structure lies: reached as soon as passed.
  if (max === undefined || max <= min) return ceiling < min ? 0 : 1;
  return Math.min(Math.max((ceiling - min) / (max - min), 0), 1);
};

/** Chance that a track of this length reaches a structure that lies under it; 0 where no depth is known. */
export const reachOf = (hazard: Hazard, ceiling: number): number => {
  const { depth } = hazard;
  if (depth === 'unknown') return 0;
  if (depth.mean !== undefined && depth.sd !== undefined) return reachOfMean(ceiling, depth.mean, depth.sd);
  // An upper end alone leaves everything above it possible.
  const least = depth.min ?? depth.mean ?? (depth.max === undefined ? undefined : 0);
  return least === undefined ? 0 : reachOfRange(ceiling, least, depth.max);
};

/** A place where some structure has a known depth; of the others nothing is said here, the notices name them. */
const hasKnownDepth = (hazard: Hazard): boolean =>
  hazard.depth !== 'unknown' && Object.values(hazard.depth).some((value) => value !== undefined);

/** In each draw the chance to reach the structure that is reached most easily (safety.4). */
export const reachShares = (subject: Subject): Float64Array =>
  new Float64Array(
    subject.tracks.map((track) =>
      subject.site.hazards.reduce((worst, hazard) => Math.max(worst, reachOf(hazard, track.ceiling)), 0),
    ),
  );

export const hazardReach: Limit = {
  id: 'hazard-reach',
  title: 'chance to reach a structure at risk',
  level: 'stroke',
  unit: '%',
  direction: 'at most',
  isOverridable: true,
  bound: ({ site }) =>
    !site.hazards.some(hasKnownDepth)
      ? undefined
      : { value: toSI(value, unit), sources, read, ...(reason === undefined ? {} : { reason }) },
  assess: (subject) => assessChance(reachShares(subject)),
  remedy: 'a shallower setting, or an area away from the structure',
};
