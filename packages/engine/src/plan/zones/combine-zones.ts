import type { Candidate } from '../plan.ts';
import { cautionOf } from '../search/caution.ts';
import { objectiveNames, rangesOf, undominated } from '../search/front.ts';
import { byPreference, effectOf } from '../search/preference.ts';
import { thinFront } from '../search/thin-front.ts';
import { addCosts, firstCosts } from './area-objectives.ts';

/** Candidates of one zone for the same visits. */
export interface ZoneChoices {
  /** Of the whole area, 1. */
  readonly share: number;
  readonly candidates: readonly Candidate[];
}

/** One candidate for each of the first zones of an area. */
export interface Combination {
  readonly costs: Float64Array;
  /** No less than the chance that any limit is broken in any of the zones. */
  readonly caution: number;
  readonly last: Candidate;
  readonly before: Combination | undefined;
}

/** Candidates of a combination, in the order of the zones. */
export const partsOf = ({ last, before }: Combination): Candidate[] =>
  before === undefined ? [last] : [...partsOf(before), last];

/** Pairs of combinations and candidates up to which every one is looked at. */
const mostPairs = 8000;
/** Candidates of one zone for the same visits that are looked at where there are more pairs. */
const mostOfZone = 40;

const extremesOf = (combinations: readonly Combination[]): number[] => {
  const indices = [...combinations.keys()];
  const least = (of: (one: Combination) => number): number =>
    indices.reduce((best, i) => {
      const [one, other] = [combinations[i], combinations[best]];
      return one !== undefined && other !== undefined && of(one) < of(other) ? i : best;
    }, 0);
  const costs = [...(combinations[0]?.costs.keys() ?? [])];
  return [...new Set([...costs.map((k) => least((one) => one.costs[k] ?? 0)), least((one) => one.caution)])];
};

/** Combinations that stand for more. */
interface Some {
  readonly kept: readonly Combination[];
  /** For each left out one is kept that costs more by no more than this, cost by cost. */
  readonly slack: Float64Array;
}

const noSlack = new Float64Array(objectiveNames.length);

/** At most so many of several combinations, those that stand best for all; each that is best in something stays. */
const thinCombinations = (combinations: readonly Combination[], most: number): Some => {
  if (combinations.length <= most) return { kept: combinations, slack: noSlack };
  const costs = combinations.map((one) => one.costs);
  const { indices, within } = thinFront(costs, { most, kept: extremesOf(combinations) });
  const ranges = rangesOf(costs);
  return {
    kept: indices.flatMap((i) => combinations[i] ?? []),
    slack: ranges.most.map((most, k) => within * (most - (ranges.least[k] ?? 0))),
  };
};

const frontOf = (combinations: readonly Combination[]): Combination[] =>
  undominated(combinations.map(({ costs }) => costs)).flatMap((i) => combinations[i] ?? []);

/** What a zone can get, without what another of its candidates dominates or does as well. */
const choicesOf = ({ share, candidates }: ZoneChoices): Combination[] => {
  const distinct = [...Map.groupBy(candidates, effectOf).values()].flatMap(
    (same) => same.toSorted(byPreference)[0] ?? [],
  );
  return frontOf(
    distinct.map((candidate) => ({
      costs: firstCosts({ share, objectives: candidate.objectives }),
      caution: cautionOf(candidate),
      last: candidate,
      before: undefined,
    })),
  );
};

const withZone = (before: readonly Combination[], zone: readonly Combination[]): Combination[] =>
  before.flatMap((one) =>
    zone.map((own) => ({
      costs: addCosts(one.costs, own.costs),
      caution: one.caution + own.caution,
      last: own.last,
      before: one,
    })),
  );

const added = (...slacks: readonly Float64Array[]): Float64Array =>
  slacks.reduce((sum, slack) => sum.map((value, k) => value + (slack[k] ?? 0)));

/** The front with one more zone; a product that is too large to look at is made smaller on both sides. */
const addZone = (before: Some, zone: readonly Combination[]): Some => {
  if (before.kept.length * zone.length <= mostPairs) {
    return { kept: frontOf(withZone(before.kept, zone)), slack: before.slack };
  }
  const own = thinCombinations(zone, mostOfZone);
  const some = thinCombinations(before.kept, Math.floor(mostPairs / own.kept.length));
  return {
    kept: frontOf(withZone(some.kept, own.kept)),
    slack: added(before.slack, some.slack, own.slack),
  };
};

/**
 * Of all free choices in every zone those that nothing dominates. Costs of an area rise with those of each zone
 * (plan.9), so that what is dominated within a zone, or among the first zones, is dominated in the whole: zones are
 * added one by one and the front of each step is enough. Exact as long as no step has more than 8000 pairs.
 */
const combineZones = (zones: readonly ZoneChoices[]): Some => {
  const [first = [], ...others] = zones.map(choicesOf);
  return others.reduce(addZone, { kept: first, slack: noSlack });
};

/** Courses of an area: nothing that was looked at dominates them. */
export interface Combined {
  readonly combinations: readonly Combination[];
  /** Of the range of a cost, the most by which one that is kept may be worse in it than one that is left out. */
  readonly within: number;
}

/** Free choices for several kinds of visits: no more than `most` in all, of each kind as many as its share of them. */
export const combineVisits = (visits: readonly (readonly ZoneChoices[])[], most: number): Combined => {
  const fronts = visits.map(combineZones);
  const all = fronts.reduce((sum, { kept }) => sum + kept.length, 0);
  const thinned = fronts.map(({ kept, slack }) => {
    const some = thinCombinations(kept, Math.ceil((most * kept.length) / all));
    return { kept: some.kept, slack: added(slack, some.slack) };
  });
  const combinations = frontOf(thinned.flatMap(({ kept }) => kept));
  const ranges = rangesOf(combinations.map(({ costs }) => costs));
  const shares = thinned.flatMap(({ slack }) =>
    [...slack].map((by, k) => (by > 0 ? by / ((ranges.most[k] ?? 0) - (ranges.least[k] ?? 0)) : 0)),
  );
  return { combinations, within: Math.max(0, ...shares) };
};
