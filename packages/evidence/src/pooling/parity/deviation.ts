/** The largest disagreement seen for each quantity, and where. */
export interface Deviations {
  /** Notes |ours - theirs| over |theirs|, or over floor where that is larger; nothing where they have no value. */
  note(quantity: string, ours: number | undefined, theirs: number | null | undefined, at: Place): void;
  worst(): Readonly<Record<string, Deviation>>;
  /** The quantities that disagree by more than the bound. */
  beyond(bound: number): (Deviation & { readonly quantity: string })[];
}

interface Deviation {
  readonly relative: number;
  readonly where: string;
}

interface Place {
  readonly where: string;
  /**
   * The size below which a number counts as zero on its scale: an estimate near 0 is as good as its standard
   * error says, a variance between studies as the sampling variance does.
   */
  readonly floor?: number;
}

export function collectDeviations(): Deviations {
  const found = new Map<string, Deviation>();
  return {
    note(quantity, ours, theirs, { where, floor = 0 }) {
      if (theirs === null || theirs === undefined) return;
      const relative =
        ours === theirs ? 0 : Math.abs((ours ?? NaN) - theirs) / Math.max(Math.abs(theirs), floor);
      const before = found.get(quantity);
      // NaN, a missing value of ours, counts as the worst.
      if (before === undefined || !(relative <= before.relative))
        found.set(quantity, { relative: Number.isNaN(relative) ? Infinity : relative, where });
    },
    worst: () => Object.fromEntries(found),
    beyond: (bound) =>
      [...found]
        .filter(([, { relative }]) => relative > bound)
        .map(([quantity, it]) => ({ quantity, ...it })),
  };
}
