import type { Injury } from '../../heat/array/kinetics.ts';
import { reachName } from '../../heat/emulator/answers.ts';
import type { Answers } from '../../heat/emulator/heat-emulator.ts';
import { reachLevels, type Reach } from '../../heat/emulator/reach-profile.ts';

/** Answers at the levels of a reach, worked out once where they are asked for. */
export interface Profile {
  readonly levels: readonly number[];
  readonly at: (draw: number, level: number) => number;
  /** Standard deviation of the stated error. */
  readonly sd: (level: number) => number;
}

export const profileOf = (
  { single }: Answers,
  { injury, reach }: { readonly injury: Injury; readonly reach: Reach },
  draws: number,
): Profile => {
  const levels: readonly number[] = reachLevels[reach];
  const answers = levels.map((_, level) => single(reachName(injury, reach, level)));
  const known = new Float64Array(draws * levels.length).fill(Number.NaN);
  return {
    levels,
    at: (draw, level) => {
      const place = draw * levels.length + level;
      const before = known[place] ?? Number.NaN;
      if (!Number.isNaN(before)) return before;
      return (known[place] = answers[level]?.at(draw) ?? Number.NaN);
    },
    sd: (level) => answers[level]?.error.sd ?? Number.NaN,
  };
};

/**
 * Level at which a falling profile meets a threshold; undefined where it lies below it from the first on. Levels beyond
 * are not asked for.
 */
export const meets = (
  levels: readonly number[],
  valueAt: (level: number) => number,
  threshold: number,
): number | undefined => {
  let high = valueAt(0);
  if (!(high >= threshold)) return undefined;
  for (let after = 1; after < levels.length; after += 1) {
    const low = valueAt(after);
    if (!(low >= threshold)) {
      const [from, to] = [levels[after - 1] ?? 0, levels[after] ?? 0];
      return from + ((to - from) * (high - threshold)) / (high - low);
    }
    high = low;
  }
  return levels.at(-1);
};

/** The same of a profile that is known at every level. */
export const meetsAt = (
  levels: readonly number[],
  profile: readonly number[],
  threshold: number,
): number | undefined => meets(levels, (level) => profile[level] ?? Number.NaN, threshold);

/** How far a profile reaches in a draw, with an error of so many standard deviations. */
export const reachIn = (
  { levels, at, sd }: Profile,
  draw: number,
  { threshold, errors }: { readonly threshold: number; readonly errors: number },
): number | undefined => meets(levels, (level) => at(draw, level) + errors * sd(level), threshold);

/** Where needles stand in a draw, m. */
export interface Standing {
  readonly tip: number;
  /** Length of bare metal up from the tip; Infinity for a bare shaft. */
  readonly bare: number;
  readonly epidermis: number;
}

/**
 * Upper end of a column that reaches so far above the bare metal, m below the surface. The epidermis has an answer of
 * its own: where it lives the column ends below it, which is all that is known of metal that is bare up to the surface.
 */
export const upperEnd = ({ tip, bare, epidermis }: Standing, reach: number, isHurt: boolean): number => {
  const top = Math.max(0, Math.max(0, tip - bare) - reach);
  return isHurt ? Math.min(top, epidermis) : Math.max(top, epidermis);
};
