import type { Disk } from '../../problem/heat-problem.ts';
import { circleOverlap } from './circle.ts';
import { edgeOf } from './corners.ts';
import type { Draft } from './embedding.ts';
import { sharpen } from './sharpen.ts';

/** Area that the disk covers of the column (i, j). */
const coveredArea = ({ grid }: Draft, { centre, radius }: Disk, i: number, j: number): number => {
  const { x, y } = grid;
  if (x.metric !== 'slab') {
    const [r1, r2] = [x.edges[i], Math.min(radius, x.edges[i + 1])];
    return Math.max(0, Math.PI * (r2 * r2 - r1 * r1));
  }
  return circleOverlap(radius, {
    x1: x.edges[i] - centre.x,
    x2: x.edges[i + 1] - centre.x,
    y1: y.edges[j] - centre.y,
    y2: y.edges[j + 1] - centre.y,
  });
};

const planeOf = (edges: Float64Array, z: number): number => {
  let nearest = 0;
  edges.forEach((edge, n) => {
    if (Math.abs(edge - z) < Math.abs(edges[nearest] - z)) nearest = n;
  });
  return nearest;
};

/** Puts a disk into the plane of cell edges nearest to it; its edge is singular (heat.22). */
export const embedDisk = (draft: Draft, disk: Disk, electrode: number): void => {
  const { x, y, z } = draft.grid;
  const plane = planeOf(z.edges, disk.centre.z);
  const contacts = draft.contacts[electrode];
  for (let j = 0; j < y.count; j++) {
    for (let i = 0; i < x.count; i++) {
      const covered = coveredArea(draft, disk, i, j);
      if (covered === 0) continue;
      const below = i + x.count * (j + y.count * plane);
      const above = below - x.count * y.count;
      if (plane > 0) {
        const open = 1 - covered / (x.widths[i] * y.widths[j]);
        draft.thermal.z[above] *= open;
        draft.electric.z[above] *= open;
        const weight = covered / z.high[plane - 1];
        contacts.push({
          cell: above,
          electric: weight,
          thermal: weight,
          layer: plane,
          gap: z.high[plane - 1],
        });
      }
      if (plane < z.count) {
        const weight = covered / z.low[plane];
        contacts.push({
          cell: below,
          electric: weight,
          thermal: weight,
          layer: plane - 1,
          gap: z.low[plane],
        });
      }
    }
  }
  const { centre, radius } = disk;
  sharpen(
    draft,
    { x: centre.x, y: centre.y, radius, exposed: { from: 0, to: 0 } },
    [edgeOf(disk)],
    electrode,
  );
};
