import type { Candidate, Rejected } from '../plan/plan.ts';
import type { Margin } from '../safety/envelope.ts';
import type { LimitLine, RejectedGroup } from './content.ts';
import { courseText } from './course-words.ts';
import { chanceText, sentenceCase, shareText, uncertainText, valueText } from './numbers.ts';

const lineOf = (margin: Margin, binding: Margin): LimitLine => {
  const { title, unit, direction, bound, used, isOverridden, sources, read, reason } = margin;
  return {
    title: sentenceCase(title),
    value: chanceText(uncertainText(margin, unit), margin.upper),
    bound: `${direction} ${valueText(bound, unit)}`,
    used: shareText(used),
    isBinding: margin.limit === binding.limit,
    isOverridden,
    sources,
    read,
    ...(reason === undefined ? {} : { note: reason }),
  };
};

/** Every limit held against a course, in the order of the envelope. */
export const limitLines = ({ margins, binding }: Candidate): LimitLine[] =>
  margins.map((margin) => lineOf(margin, binding));

/** How far past the bound: 1 at it. */
const excess = ({ binding: { value, upper, bound, direction } }: Rejected): number => {
  const [part, whole] = direction === 'at most' ? [upper ?? value, bound] : [bound, value];
  return whole === 0 ? Infinity : part / whole;
};

/** Courses that one limit keeps out, the closest to it first; of equals the gentlest. */
export const byNearness = (group: readonly Rejected[]): readonly Rejected[] =>
  group.toSorted(
    (a, b) =>
      excess(a) - excess(b) ||
      a.settings.passes - b.settings.passes ||
      (b.course.interval ?? 0) - (a.course.interval ?? 0) ||
      a.course.sessions - b.course.sessions ||
      (a.id < b.id ? -1 : 1),
  );

/** The course that came closest to the limit that decided. */
export const nearestRejected = (group: readonly Rejected[]): Rejected | undefined => byNearness(group)[0];

const exampleOf = (group: readonly Rejected[]): string => {
  const nearest = nearestRejected(group);
  if (nearest === undefined) return '';
  const { settings, course, binding } = nearest;
  const { value, upper, unit, direction, bound } = binding;
  return `${courseText(settings, course)}: ${chanceText(valueText(value, unit), upper)} against ${direction} ${valueText(bound, unit)}`;
};

/** The courses outside, by the limit that decided, the most frequent first. */
export const rejectedGroups = (rejected: readonly Rejected[]): RejectedGroup[] =>
  [...Map.groupBy(rejected, ({ binding }) => binding.limit).values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [
            {
              limit: sentenceCase(first.binding.title),
              count: group.length,
              example: exampleOf(group),
              wouldChange: first.binding.remedy,
            },
          ];
    })
    .sort((a, b) => b.count - a.count || (a.limit < b.limit ? -1 : 1));
