/** People of one arm in categories of response, from "no cut passed" upwards. */
export interface OrderedArm {
  readonly treatment: string;
  readonly counts: readonly number[];
}

/** One study that counted people in ordered categories of response, arm by arm. */
export interface OrderedStudy {
  readonly study: string;
  /** The cuts between its categories, in ascending order: one less than there are categories. */
  readonly cuts: readonly string[];
  readonly arms: readonly OrderedArm[];
}

/** Throws RangeError unless the counts fit the cuts and the cuts are known and ascend. */
export function requireOrderedStudy({ study, cuts, arms }: OrderedStudy, known: readonly string[]): void {
  const places = cuts.map((cut) => known.indexOf(cut));
  if (places.length === 0 || places.some((place, i) => place < 0 || (i > 0 && place <= places[i - 1])))
    throw new RangeError(
      `${study}: the cuts ${cuts.join(', ')} are not an ascending part of ${known.join(', ')}`,
    );
  for (const { treatment, counts } of arms) {
    const isCount = counts.every((count) => Number.isInteger(count) && count >= 0);
    if (counts.length !== cuts.length + 1 || !isCount)
      throw new RangeError(
        `${study}, ${treatment}: ${cuts.length + 1} counts are needed, got ${counts.join(', ')}`,
      );
  }
}

/**
 * Throws RangeError for a cut that the counts do not place: nobody in the category just above it, or just below,
 * in any study that uses it. Its height would run away; leave the cut out.
 */
export function requirePlacedCuts(studies: readonly OrderedStudy[], known: readonly string[]): void {
  for (const cut of known) {
    const beside = (offset: 0 | 1) =>
      studies.reduce((people, { cuts, arms }) => {
        const place = cuts.indexOf(cut);
        return place < 0
          ? people
          : people + arms.reduce((sum, { counts }) => sum + counts[place + offset], 0);
      }, 0);
    if (beside(0) === 0 || beside(1) === 0)
      throw new RangeError(`nobody is just below, or nobody just above, the cut ${cut}; leave it out`);
  }
}
