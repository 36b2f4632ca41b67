/** Between which kept times a time lies, and how far along. */
export interface Between {
  readonly before: number;
  readonly after: number;
  /** From 0 at `before` to 1 at `after`. */
  readonly share: number;
}

/** Linear in time; what lies outside takes the nearest end. `times` rise. */
export const between = (times: Float64Array, time: number): Between => {
  let low = 0;
  let high = times.length - 1;
  if (high < 0) throw new RangeError('a film has at least one time');
  const at = (index: number): number => times[index] ?? Number.NaN;
  if (time <= at(0)) return { before: 0, after: 0, share: 0 };
  if (time >= at(high)) return { before: high, after: high, share: 0 };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(middle) <= time) low = middle;
    else high = middle;
  }
  return { before: low, after: high, share: (time - at(low)) / (at(high) - at(low)) };
};
