/** A length in micrometres as it stands in a path, to 0.1. */
export const micrometres = (metres: number): string => String(Math.round(metres * 1e7) / 10);

/** Points, m, as a closed path in micrometres. */
export const closedPath = (points: readonly (readonly [x: number, y: number])[]): string =>
  `M${points.map(([x, y]) => `${micrometres(x)} ${micrometres(y)}`).join('L')}Z`;
