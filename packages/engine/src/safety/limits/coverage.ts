import { log1p, mean } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { upperOfCounted } from '../chance-bound.ts';
import type { Limit, Subject } from '../limit.ts';
import { limitBounds } from '../parameters.ts';

const { coverageChance, coveredShare, mostPasses } = limitBounds;
/** Channels over a point of the surface at which the covered share, 1 − exp(−channels), reaches its bound. */
const mostPerPoint = -log1p(-toSI(coveredShare.value, coveredShare.unit));

/** Draws in which every stroke counts as a hole and together they cover more than the bound (M8, safety.3). */
export const coveredTooMuch = ({ tracks, settings }: Subject): Float64Array => {
  const counted = new Float64Array(tracks.length);
  tracks.forEach(({ strokesPerPass, channelDiameter }, i) => {
    const perPoint = (settings.passes * strokesPerPass * Math.PI * channelDiameter * channelDiameter) / 4;
    // What is not a number counts as too much.
    counted[i] = perPoint <= mostPerPoint ? 0 : 1;
  });
  return counted;
};

export const coverage: Limit = {
  id: 'coverage',
  title: 'chance that more than half of the surface lies inside channels',
  level: 'session',
  unit: '%',
  direction: 'at most',
  isOverridable: true,
  bound: () => ({
    value: toSI(coverageChance.value, coverageChance.unit),
    sources: coveredShare.sources,
    read: coveredShare.read,
    ...(coveredShare.reason === undefined ? {} : { reason: coveredShare.reason }),
  }),
  assess: (subject) => {
    const counted = coveredTooMuch(subject);
    return { value: mean(counted), upper: upperOfCounted(counted) };
  },
  remedy: 'fewer passes, or a faster hand',
};

export const passes: Limit = {
  id: 'passes',
  title: 'passes in a session',
  level: 'session',
  unit: '1',
  direction: 'at most',
  isOverridable: true,
  bound: () => ({ value: mostPasses.value, sources: mostPasses.sources, read: mostPasses.read }),
  assess: ({ settings }) => ({ value: settings.passes }),
  remedy: 'fewer passes',
};
