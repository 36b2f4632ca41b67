import type { Healing } from '../result/healing.ts';

/** Mean over the layers down to a depth below the epidermis (m), weighted by thickness; one value a time. */
export const depthMean = (
  { depths, layers, times }: Pick<Healing, 'depths' | 'layers' | 'times'>,
  series: Float64Array,
  depth = Infinity,
): Float64Array => {
  const weights = Array.from({ length: layers }, (_, l) =>
    Math.max(0, Math.min(depth, depths[l + 1]) - depths[l]),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(
    times,
    (_, t) => weights.reduce((sum, weight, l) => sum + weight * series[l + layers * t], 0) / total,
  );
};

/** Depth of the papillary layers below the epidermis, m. */
export const papillaryDepth = ({ depths, papillary }: Pick<Healing, 'depths' | 'papillary'>): number =>
  depths[papillary];
