/** People of one arm in categories of response, from "no cut passed" upwards. */
export interface OrderedArm {
  readonly treatment: string;
  readonly counts: readonly number[];
}

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
