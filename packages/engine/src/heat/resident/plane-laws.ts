import type { CellField, PlaneLaw, Segment } from '@percuta/numerics';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Medium } from '../grid/medium.ts';
import type { Law, Material } from '../material/material.ts';

/** Planes of depth of one material. */
interface Stack {
  readonly from: number;
  readonly to: number;
  readonly material: number;
}

/** Planes of equal material, from the top; undefined where one plane holds several. */
const stacksOf = ({ x, y, z }: HeatGrid, { ofCell }: Medium): Stack[] | undefined => {
  const plane = x.count * y.count;
  const stacks: Stack[] = [];
  for (let k = 0; k < z.count; k++) {
    const material = ofCell[k * plane];
    for (let cell = k * plane; cell < (k + 1) * plane; cell++)
      if (ofCell[cell] !== material) return undefined;
    const last = stacks.at(-1);
    if (last?.material === material) stacks[stacks.length - 1] = { ...last, to: k + 1 };
    else stacks.push({ from: k, to: k + 1, material });
  }
  return stacks;
};

// Lower than any rise, and far from what f32 holds at most.
const BOTTOM = -1e30;

/** A law as stretches of rises above `origin` (K). */
export const stretchesOf = (law: Law, origin: number): Pick<PlaneLaw, 'base' | 'segments'> => {
  switch (law.kind) {
    case 'constant':
      return { base: law.value, segments: [] };
    case 'linear': {
      const high = Math.min(law.cap - origin, -BOTTOM);
      const slope = law.value * law.slope;
      return { base: law.value, segments: [{ low: BOTTOM, high, origin: law.reference - origin, slope }] };
    }
    case 'table': {
      const { temperatures, values } = law;
      const segments = temperatures.slice(1).map((upper, n): Segment => {
        const low = temperatures[n] - origin;
        const slope = (values[n + 1] - values[n]) / (upper - temperatures[n]);
        return { low, high: upper - origin, origin: low, slope };
      });
      return { base: values[0], segments };
    }
  }
};

const lawOf = (
  { conductivity, phaseChange, coagulation }: Material,
  reference: number,
  doses: ReadonlyMap<string, CellField>,
): Omit<PlaneLaw, 'from' | 'to'> => {
  const dose = doses.get(coagulation?.kinetics ?? '');
  return {
    ...stretchesOf(conductivity, reference),
    loss: 1 - (phaseChange?.conductivityLeft ?? 1),
    lasting: coagulation === undefined || dose === undefined ? undefined : { rise: coagulation.rise, dose },
  };
};

/**
 * Conductivity of each layer for kernels (heat.2), as rises above `reference`; undefined for a medium whose planes hold
 * several materials. `doses`: damage by name of its kinetics.
 */
export const conductivityLaws = (
  grid: HeatGrid,
  medium: Medium,
  reference: number,
  doses: ReadonlyMap<string, CellField>,
): PlaneLaw[] | undefined =>
  stacksOf(grid, medium)?.map(({ from, to, material }) => ({
    from,
    to,
    ...lawOf(medium.materials[material], reference, doses),
  }));
