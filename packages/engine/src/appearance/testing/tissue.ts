import { exp } from '@percuta/numerics';
import type { Tissue, TissueCourse } from '../tissue.ts';

const day = 86_400;

/** Times from minutes to a year, s. */
export const courseTimes = Float64Array.from(
  [0.01, 0.1, 0.5, 1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 60, 90, 120, 180, 270, 365],
  (days) => days * day,
);

export const restingCourse = (count = courseTimes.length): TissueCourse => {
  const ones = (): Float64Array => new Float64Array(count).fill(1);
  return {
    collagen: ones(),
    functionalI: ones(),
    three: ones(),
    crossLinks: ones(),
    elastin: ones(),
    hyaluronan: ones(),
    water: ones(),
  };
};

export const restingShares = { functionalI: 0.78, three: 0.2 } as const;

export const restingTissue = (draws = 1): Tissue => ({
  times: courseTimes,
  rest: restingShares,
  draws: Array.from({ length: draws }, () => restingCourse()),
});

/** Resting tissue with some of its columns at other values, level over time. */
export const levelTissue = (changes: Partial<Readonly<Record<keyof TissueCourse, number>>>): Tissue => {
  const course = { ...restingCourse() };
  const changed = Object.entries(changes).map(
    ([name, value]) => [name, new Float64Array(courseTimes.length).fill(value)] as const,
  );
  return { times: courseTimes, rest: restingShares, draws: [{ ...course, ...Object.fromEntries(changed) }] };
};

const at = (f: (days: number) => number): Float64Array => courseTimes.map((time) => f(time / day));
const grown = (days: number): number => 1 - exp(-days / 60);

/**
 * Made up, with the shape of a needling course: water and hyaluronan gone within days, a dip of collagen that refills
 * over months and ends a little above rest. `gain` is what it ends at; `draws` differ by it.
 */
export const healedTissue = (gains: readonly number[]): Tissue => ({
  times: courseTimes,
  rest: restingShares,
  draws: gains.map((gain) => ({
    collagen: at((days) => 1 - 0.015 * exp(-days / 20) + gain * grown(days)),
    functionalI: at((days) => 1 - 0.02 * exp(-days / 90) + 0.6 * gain * grown(days)),
    three: at((days) => 1 + 0.15 * (days / 21) * exp(1 - days / 21)),
    crossLinks: at((days) => 1 - 0.04 * grown(days)),
    elastin: at((days) => 1 - 0.025 * exp(-days / 900) * (1 - exp(-days / 2))),
    hyaluronan: at((days) => 1 + 0.8 * (days / 1.8) * exp(1 - days / 1.8)),
    water: at((days) => 1 + 0.45 * (days / 0.6) * exp(1 - days / 0.6)),
  })),
});
