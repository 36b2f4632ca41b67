import type { EstimatedRoute, ExpectedLevel } from './expectation.ts';

type Level = EstimatedRoute['levels'][number];

/** People of 100 at a level or better at one time; bands hold 50 and 90 % of studies and draws of healing together. */
export interface TimedLevel extends Pick<Level, 'median' | 'band50' | 'band90' | 'basis'> {
  readonly level: (typeof timed)[number];
}

const timed = ['25', '50', '75'] as const;

/** Ranks of the five curves that a forecast gives, and the part of all studies that each stands for. */
const curves = [
  { pick: ({ band90 }: Level) => band90.low, weight: 0.15 },
  { pick: ({ band50 }: Level) => band50.low, weight: 0.225 },
  { pick: ({ median }: Level) => median, weight: 0.25 },
  { pick: ({ band50 }: Level) => band50.high, weight: 0.225 },
  { pick: ({ band90 }: Level) => band90.high, weight: 0.15 },
] as const;

/** People of 100 whose grade is a share of improvement or more: straight between the levels, nobody above 1. */
const peopleAbove = (knots: readonly (readonly [number, number])[], improvement: number): number => {
  if (improvement >= 1) return improvement > 1 ? 0 : (knots.at(-1)?.[1] ?? 0);
  const next = knots.findIndex(([at]) => at >= improvement);
  const [a, b] = [knots[next - 1], knots[next]];
  if (b === undefined) return 0;
  if (a === undefined) return b[1];
  return a[1] + ((improvement - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
};

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** The least value that has at least this share of all weight up to it. */
const weightedQuantile = (sorted: readonly Weighted[], share: number): number => {
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { value, weight } of sorted) {
    passed += weight;
    if (passed >= share * whole - 1e-12 * whole) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
};

const knotsOf = (
  levels: readonly ExpectedLevel[],
  pick: (level: Level) => number,
): (readonly [number, number])[] => {
  const at = (name: Level['level']): number => {
    const found = levels.find(({ level }) => level === name);
    if (found === undefined) throw new RangeError(`the forecast has no level "${name}"`);
    return pick(found);
  };
  return [
    [0, at('any')],
    [1 / 4, at('25')],
    [1 / 2, at('50')],
    [3 / 4, at('75')],
    [1, 0],
  ];
};

/**
 * People at each level when each has come a share of the way to the grade that trials leave him at: i(t) = s(t) i, so
 * that those at a grade g or better are those whose last grade is g / s or better (expectation.10). One share for each
 * draw of healing; at a share of 1 the levels are those of the trials.
 */
export const timedLevels = (
  levels: readonly ExpectedLevel[],
  shares: Float64Array,
): readonly TimedLevel[] => {
  const drawn = curves.map(({ pick, weight }) => ({ knots: knotsOf(levels, pick), weight }));
  return timed.map((level) => {
    const grade = Number(level) / 100;
    const all = drawn
      .flatMap(({ knots, weight }) =>
        Array.from(shares, (share) => ({
          value: share > 0 ? peopleAbove(knots, grade / share) : 0,
          weight,
        })),
      )
      .sort((a, b) => a.value - b.value);
    const at = (share: number): number => weightedQuantile(all, share);
    const basis = levels.find((known) => known.level === level)?.basis ?? 'prior';
    return {
      level,
      basis,
      median: at(0.5),
      band50: { low: at(0.25), high: at(0.75) },
      band90: { low: at(0.05), high: at(0.95) },
    };
  });
};
