/** A field on points of a plane; value (i, j) is number i + xs.length × j. Coordinates in px. */
export interface PlaneField {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly values: Float64Array;
}

type Point = readonly [number, number];
type Corner = readonly [x: number, y: number, value: number];

/** The four corners of a square between points, in turn. */
const cornersAt = ({ xs, ys, values }: PlaneField, i: number, j: number): Corner[] => {
  const at = (a: number, b: number): Corner => [xs[a] ?? NaN, ys[b] ?? NaN, values[a + xs.length * b] ?? NaN];
  return [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
};

const crossing = ([x0, y0, v0]: Corner, [x1, y1, v1]: Corner, level: number): Point => {
  const part = (level - v0) / (v1 - v0);
  return [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
};

/** The part of a square where the field is at least the level, and the pieces of its edge inside the square. */
const clip = (
  corners: readonly Corner[],
  level: number,
): { readonly inside: Point[]; readonly cuts: Point[] } => {
  const inside: Point[] = [];
  const cuts: Point[] = [];
  corners.forEach((corner, n) => {
    const next = corners[(n + 1) % corners.length] ?? corner;
    if (corner[2] >= level) inside.push([corner[0], corner[1]]);
    if (corner[2] >= level === next[2] >= level) return;
    const cut = crossing(corner, next, level);
    inside.push(cut);
    cuts.push(cut);
  });
  return { inside, cuts };
};

/** To 0.1 px: these paths are long. */
const tenth = (value: number): string => String(Math.round(value * 10) / 10);
const textOf = (points: readonly Point[]): string =>
  points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('');

/** Where a field is at least a level, by linear interpolation: its area and its edge as paths, empty for nowhere. */
export const levelSet = (
  field: PlaneField,
  level: number,
): { readonly area: string; readonly edge: string } => {
  const area: string[] = [];
  const edge: string[] = [];
  for (let j = 0; j + 1 < field.ys.length; j += 1) {
    for (let i = 0; i + 1 < field.xs.length; i += 1) {
      const { inside, cuts } = clip(cornersAt(field, i, j), level);
      if (inside.length > 2) area.push(`${textOf(inside)}Z`);
      for (let n = 0; n + 1 < cuts.length; n += 2) edge.push(textOf(cuts.slice(n, n + 2)));
    }
  }
  return { area: area.join(''), edge: edge.join('') };
};
