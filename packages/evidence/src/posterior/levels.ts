import { normalCdf, quantiles, weightedQuantiles } from '@percuta/numerics';
import { cutIndex } from './model/cuts.ts';
import type { Prediction } from './predict.ts';

/** What may become of people; from "any" on each level holds those above it too. */
export const improvementLevels = ['worse', 'no-change', 'any', '25', '50', '75'] as const;
/** A level of improvement: worse, no change, any, or at least that many per cent better. */
export type ImprovementLevel = (typeof improvementLevels)[number];

/** Bounds of an interval, in the unit of what it is around: mostly people of 100. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** People of a hundred at a level: those of one new study of a hundred people, so its luck is in the bands. */
export interface LevelForecast {
  readonly level: ImprovementLevel;
  readonly median: number;
  readonly band50: Band;
  readonly band90: Band;
  /** Arms of this indication and modality that counted people at this cut itself; where 0, cuts of other arms and priors place it. */
  readonly countedIn: number;
}

/**
 * How a level is known: people were counted at it; or only at others, and the cuts of other problems place it; or
 * nobody was counted and a prior alone places it, so that it is a chance and never a count.
 */
export type LevelBasis = 'counted' | 'borrowed' | 'prior';

/** Nobody said better or worse of these, so the cut between them is a belief (docs/theory/expectation.md, 5). */
const restsOnPrior: readonly ImprovementLevel[] = ['worse', 'no-change'];

/**
 * What a forecast of a level rests on: studies that counted it, other levels of the same scale, or the prior
 * alone.
 */
export function basisOf({ level, countedIn }: Pick<LevelForecast, 'level' | 'countedIn'>): LevelBasis {
  if (countedIn > 0) return 'counted';
  return restsOnPrior.includes(level) ? 'prior' : 'borrowed';
}

export const people = 100;

/** Of how many people of each draw's new study at each level (expectation.7). */
export type HundredPeople = Readonly<Record<ImprovementLevel, Float64Array>>;

export function hundredPeople({ theta, cuts, random }: Prediction): HundredPeople {
  const counts = Object.fromEntries(
    improvementLevels.map((level) => [level, new Float64Array(theta.length)]),
    // Object.fromEntries forgets the names.
  ) as Record<ImprovementLevel, Float64Array>;
  const places = improvementLevels.flatMap((level) =>
    level === 'worse' || level === 'no-change' ? [] : [[level, cutIndex(level)] as const],
  );
  const worse = cutIndex('worse');
  theta.forEach((centre, i) => {
    const cut = cuts[i];
    if (cut === undefined) return;
    for (let person = 0; person < people; person++) {
      const improvement = centre + random.normal();
      for (const [level, place] of places) if (improvement > cut[place]) counts[level][i]++;
      if (improvement <= cut[worse]) counts.worse[i]++;
      else if (improvement <= 0) counts['no-change'][i]++;
    }
  });
  return counts;
}

export function forecast(
  hundred: HundredPeople,
  countedIn: (level: ImprovementLevel) => number,
): readonly LevelForecast[] {
  return improvementLevels.map((level) => ({
    level,
    ...bandsOf(hundred[level]),
    countedIn: countedIn(level),
  }));
}

type Bands = Pick<LevelForecast, 'median' | 'band50' | 'band90'>;

const shares = [0.05, 0.25, 0.5, 0.75, 0.95];

export function bandsOf(counts: Float64Array, weights?: Float64Array): Bands {
  const [low90 = NaN, low50 = NaN, median = NaN, high50 = NaN, high90 = NaN] =
    weights === undefined ? quantiles(counts, shares) : weightedQuantiles(counts, weights, shares);
  return { median: Math.round(median), band50: outward(low50, high50), band90: outward(low90, high90) };
}

/** Whole people, never a narrower band. */
const outward = (low: number, high: number): Band => ({ low: Math.floor(low), high: Math.ceil(high) });

/** Share of people above a fixed cut in each draw, without the luck of a hundred. */
export function shareAbove({ theta, cuts }: Pick<Prediction, 'theta' | 'cuts'>, cut: string): Float64Array {
  const place = cutIndex(cut);
  return theta.map((centre, i) => normalCdf(centre - (cuts[i]?.[place] ?? NaN)));
}
