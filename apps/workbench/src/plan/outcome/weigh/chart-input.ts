import { bareBand } from '@percuta/engine';
import type { ChartCourse, CourseChartInput } from '@percuta/figures';
import type { WeighedAnswer, WeighedMark } from '../../../compute/messages.ts';

/** A course that has both a benefit and a downtime can stand in the chart. */
export interface DrawnMark extends WeighedMark {
  readonly benefit: ChartCourse['benefit'];
  readonly days: ChartCourse['days'];
}

export const isDrawn = (mark: WeighedMark): mark is DrawnMark =>
  mark.benefit !== undefined && mark.days !== undefined;

const units: Readonly<Record<WeighedAnswer['measure'], { readonly unit: string; readonly factor: number }>> =
  {
    'holes at the target': { unit: '1/cm2', factor: 1e-4 },
    'tissue that heat kills': { unit: 'mm', factor: 1e3 },
  };

interface Words {
  readonly benefit: string;
  readonly amount: (text: string) => string;
}

/** What the chart draws of the courses that were weighed. */
export const chartInput = (
  { measure, marks }: WeighedAnswer,
  chosen: string | undefined,
  wish: number | undefined,
  words: Words,
): CourseChartInput => {
  const { unit, factor } = units[measure];
  const texts = new Map(
    marks.map(({ label, benefit }) => [label, benefit === undefined ? '' : bareBand(benefit, unit)]),
  );
  return {
    chosen,
    wish,
    benefit: words.benefit,
    amount: ({ label }) => words.amount(texts.get(label) ?? ''),
    courses: marks
      .filter(isDrawn)
      .map(({ label, benefit: { median, low, high }, days, sessions, words: { refused } }) => ({
        label,
        benefit: { median: median * factor, low: low * factor, high: high * factor },
        days,
        sessions,
        isRefused: refused !== undefined,
      })),
  };
};

type Way = 'left' | 'right' | 'up' | 'down';

/** The next mark by downtime (left, right) or by benefit (down, up); undefined at the end. */
export const nextMark = (marks: readonly DrawnMark[], from: string, way: Way): string | undefined => {
  const by = (mark: DrawnMark): number =>
    way === 'left' || way === 'right' ? mark.days.central : mark.benefit.median;
  const ordered = marks.toSorted((a, b) => by(a) - by(b));
  const at = ordered.findIndex(({ label }) => label === from);
  return ordered[at + (way === 'right' || way === 'up' ? 1 : -1)]?.label;
};
