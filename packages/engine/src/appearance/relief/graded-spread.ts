import type { Forecast } from '@percuta/evidence';

type Estimated = Extract<Forecast, { readonly status: 'estimated' }>;
type Level = Estimated['levels'][number];

/** How people of the trials came out, as shares of one. */
export interface GradedSpread {
  readonly worse: number;
  readonly unchanged: number;
  /**
   * Share of the lesion that is gone in the person at the rank u of all people, 0 < u < 1: below 0 where it got
   * worse. Rises with u; flat at 0 over those in whom nothing changed.
   */
  readonly improvementAt: (u: number) => number;
}

/** Mean over the draws of the forecast, from its five quantiles: each stands for the ranks nearest to it. */
const meanShare = ({ median, band50, band90 }: Level): number => {
  const knots = [band90.low, band50.low, median, band50.high, band90.high];
  const ranks = [1 / 20, 1 / 4, 0.5, 3 / 4, 19 / 20];
  const edges = [0, ...ranks.slice(1).map((rank, i) => (rank + (ranks[i] ?? 0)) / 2), 1];
  const total = knots.reduce((sum, knot, i) => sum + knot * ((edges[i + 1] ?? 1) - (edges[i] ?? 0)), 0);
  return total / 100;
};

interface Knot {
  readonly rank: number;
  readonly improvement: number;
}

const interpolate = (knots: readonly Knot[], u: number): number => {
  const next = knots.findIndex(({ rank }) => rank >= u);
  const [a, b] = [knots[next - 1], knots[next]];
  if (b === undefined) return knots.at(-1)?.improvement ?? Number.NaN;
  if (a === undefined || b.rank === a.rank) return b.improvement;
  return a.improvement + ((u - a.rank) / (b.rank - a.rank)) * (b.improvement - a.improvement);
};

/**
 * The grades that assessors gave, as a distribution of people (appearance.15). A grade is taken for the share of depth that is
 * gone, which no trial has tested; `worstDeepening` is the deepening in the worst of the worse.
 */
export const gradedSpread = (forecast: Estimated, worstDeepening: number): GradedSpread => {
  const share = (level: Level['level']): number => {
    const found = forecast.levels.find((known) => known.level === level);
    if (found === undefined) throw new RangeError(`the forecast has no level "${level}"`);
    return meanShare(found);
  };
  const upTo = [1 - share('any'), 1 - share('25'), 1 - share('50'), 1 - share('75')];
  const worse = Math.min(share('worse'), upTo[0] ?? 1);
  const knots: Knot[] = [
    { rank: 0, improvement: -worstDeepening },
    { rank: worse, improvement: 0 },
    ...upTo.map((rank, quarter) => ({ rank, improvement: quarter / 4 })),
    { rank: 1, improvement: 1 },
  ];
  return {
    worse,
    unchanged: (upTo[0] ?? 1) - worse,
    improvementAt: (u) => interpolate(knots, u),
  };
};
