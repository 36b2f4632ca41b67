import { areaMean, type Tissue } from '../geometry/tissue.ts';
import { injure, levelOut } from '../injury/injure.ts';
import { openedRadius, woundAt } from '../injury/wound-at.ts';
import type { HealInput } from '../result/healing.ts';
import { indexOf } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { gapAfter } from '../surface/epidermis.ts';
import type { Course, Stretch } from './course.ts';

const width = speciesIds.length;

/** Area mean of the collagen in fibres of each layer. */
const collagenOf = (y: Float64Array, tissue: Tissue): Float64Array => {
  const kinds = [indexOf['C3'], indexOf['C1i'], indexOf['C1m']];
  const { count } = tissue.radial;
  const at = (place: number): number => kinds.reduce((sum, i) => sum + y[place * width + i], 0);
  return Float64Array.from({ length: tissue.layers }, (_, layer) =>
    areaMean(tissue, (k) => at(layer * count + k)),
  );
};

const isTreated = ({ density, thermal }: HealInput): boolean =>
  density > 0 || [...thermal.cell, ...thermal.collagen].some((omega) => omega > 0);

/** (heal.6, heal.7) One session: level out what earlier ones left, then cut. */
export const treat = (course: Course, { from }: Stretch, before: Stretch | undefined): void => {
  const { input, tissue, p, y, running, cut } = course;
  if (!isTreated(input)) return;
  if (before !== undefined) levelOut(y, tissue);
  const whole = collagenOf(y, tissue);
  injure(y, tissue, woundAt(input, tissue, p), p);
  const left = collagenOf(y, tissue);
  for (let layer = 0; layer < tissue.layers; layer += 1) cut[layer] += whole[layer] - left[layer];
  const { epidermis } = running;
  const open = before === undefined ? 0 : gapAfter(epidermis.opened, from - before.from, p);
  running.epidermis = { ...epidermis, opened: Math.max(open, openedRadius(input, tissue)) };
};
