/** A mark that may be moved to the side. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  /** Radius, px. */
  readonly r: number;
}

const touches = (a: Mark, b: Mark): boolean => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < (0.8 * (a.r + b.r)) ** 2;

/** The same marks so that none hides another: later ones give way to the right, or to the left at the edge. */
export const spreadMarks = <M extends Mark>(marks: readonly M[], right: number): M[] =>
  marks.reduce<M[]>((placed, mark) => {
    let [free, way] = [mark, 1];
    for (let tries = 0; tries < 4 * marks.length && placed.some((one) => touches(free, one)); tries += 1) {
      if (free.x + mark.r > right) way = -1;
      free = { ...free, x: free.x + (way * mark.r) / 2 };
    }
    return [...placed, free];
  }, []);
