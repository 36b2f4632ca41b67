import type { BlockNeedle } from '../skin-block.ts';
import { closedPath } from './micrometres.ts';

/** A needle from the side: from `above` the surface (m) to its tip. Path in micrometres, the surface at 0. */
export const needleOutline = ({ radius, cone, to }: BlockNeedle, above: number): string => {
  const shoulder = Math.max(-above, to - cone);
  const half = cone > 0 ? Math.min(radius, (radius * (to - shoulder)) / cone) : radius;
  return closedPath([
    [-half, -above],
    [half, -above],
    [half, shoulder],
    [0, to],
    [-half, shoulder],
  ]);
};
