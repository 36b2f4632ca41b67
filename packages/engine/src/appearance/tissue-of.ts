import { depthMean } from '../heal/observe/depth-mean.ts';
import type { Healing } from '../heal/result/healing.ts';
import type { SpeciesId } from '../heal/species/species.ts';
import { meanOverDepth, type Tissue, type TissueCourse, type TissueLayer } from './tissue.ts';

/** Collagen in fibres; what heat has denatured (Cd) bears nothing and does not count. */
const collagenIds = ['C3', 'C1i', 'C1m'] as const;

/** One layer of a depth-time series, one value a time. */
const columnOf = ({ layers, times }: Healing, series: Float64Array, layer: number): Float64Array =>
  times.map((_, t) => series[layer + layers * t] ?? Number.NaN);

const restOf = ({ rest }: Healing, ids: readonly SpeciesId[]): number =>
  ids.reduce((sum, id) => sum + rest[id], 0);

/** States of a layer added up and divided by where they rest together. */
const overRest =
  (healing: Healing, layer: number) =>
  (...ids: readonly SpeciesId[]): Float64Array => {
    const resting = restOf(healing, ids);
    const columns = ids.map((id) => columnOf(healing, healing.means[id], layer));
    return healing.times.map(
      (_, t) => columns.reduce((sum, column) => sum + (column[t] ?? Number.NaN), 0) / resting,
    );
  };

/** No session touches the cross-links of what it leaves in place, so they stand at rest at the first time. */
const crossLinksOf = (healing: Healing, layer: number): Float64Array => {
  const links = columnOf(healing, healing.crossLinks, layer);
  return links.map((value) => value / (links[0] ?? Number.NaN));
};

const layerOf = (healing: Healing, layer: number): TissueLayer => {
  const relative = overRest(healing, layer);
  const { depths } = healing;
  return {
    thickness: (depths[layer + 1] ?? Number.NaN) - (depths[layer] ?? Number.NaN),
    course: {
      collagen: relative(...collagenIds),
      functionalI: relative('C1m'),
      three: relative('C3'),
      crossLinks: crossLinksOf(healing, layer),
      elastin: relative('E'),
      hyaluronan: relative('H'),
      water: columnOf(healing, healing.means.W, layer).map((excess) => 1 + excess),
    },
  };
};

/** The dermis of one course of healing, mean over area and depth, each part relative to where it rests. */
export const tissueCourseOf = (healing: Healing): TissueCourse =>
  meanOverDepth(Array.from({ length: healing.layers }, (_, layer) => layerOf(healing, layer)));

/**
 * The dermis over time for one draw or several of the same zone. `healing` gives the times, of which those of a
 * session are right after it, and what resting collagen is made of.
 */
export const tissueOf = (healing: Healing, draws: readonly TissueCourse[]): Tissue => {
  const collagen = restOf(healing, collagenIds);
  return {
    times: healing.times,
    rest: { functionalI: healing.rest.C1m / collagen, three: healing.rest.C3 / collagen },
    draws,
  };
};

/** Depth mean of states added up, relative to rest. */
export const relativeMean = (healing: Healing, ...ids: readonly SpeciesId[]): Float64Array => {
  const resting = restOf(healing, ids);
  const columns = ids.map((id) => depthMean(healing, healing.means[id]));
  return healing.times.map(
    (_, t) => columns.reduce((sum, column) => sum + (column[t] ?? Number.NaN), 0) / resting,
  );
};
