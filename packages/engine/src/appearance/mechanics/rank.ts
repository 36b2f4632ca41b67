import type { FeelCourse, Quality } from './feel-course.ts';

/** A course of treatment under its name, with the draws it shares with the others. */
export interface Ranked {
  readonly name: string;
  readonly courses: readonly FeelCourse[];
}

/** One place in an order. */
export interface Place {
  readonly name: string;
  /** Share of the draws in which it comes out above the next in the order; undefined for the last. */
  readonly above: number | undefined;
}

const endOf = (course: FeelCourse | undefined, quality: Quality): number =>
  course?.lasting[quality].at(-1) ?? Number.NaN;

/** Share of shared draws in which a is above b; equal ones count half. */
const shareAbove = (a: Ranked, b: Ranked, quality: Quality): number => {
  const points = a.courses.map((course, i) => {
    const difference = endOf(course, quality) - endOf(b.courses[i], quality);
    return difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
  });
  return points.reduce((sum: number, point) => sum + point, 0) / points.length;
};

/**
 * Courses from most to least of a quality at their ends, by the mean share of draws in which each is above the others.
 * A share near a half says that the order of those two is not known. RangeError unless all have the same draws.
 */
export const rankFeel = (ranked: readonly Ranked[], quality: Quality): readonly Place[] => {
  const counts = new Set(ranked.map(({ courses }) => courses.length));
  if (counts.size > 1)
    throw new RangeError(`a rank needs the same draws for all, not ${[...counts].join(' and ')}`);
  const points = ranked.map((one) => ranked.reduce((sum, other) => sum + shareAbove(one, other, quality), 0));
  const order = ranked.map((one, i) => ({ one, points: points[i] ?? 0 })).sort((a, b) => b.points - a.points);
  return order.map(({ one }, i) => {
    const next = order[i + 1];
    return { name: one.name, above: next === undefined ? undefined : shareAbove(one, next.one, quality) };
  });
};
