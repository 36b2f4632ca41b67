import type { Electrode, Shape } from '../../problem/heat-problem.ts';
import { coatShares } from './coat-heat.ts';
import { embedBody } from './embed-body.ts';
import { embedDisk } from './embed-disk.ts';
import { draftOf, finished } from './embedding.ts';
import type { Draft, Embedding } from './embedding.ts';
import { embedNeedle } from './embed-needle.ts';
import type { HeatGrid } from '../heat-grid.ts';

const embedShape = (draft: Draft, shape: Shape, electrode: number): void => {
  if (shape.kind === 'needle') embedNeedle(draft, shape, electrode);
  else if (shape.kind === 'disk') embedDisk(draft, shape, electrode);
  else embedBody(draft, shape, electrode);
};

/** Puts electrodes into a grid (heat.20 to heat.23). */
export const embed = (grid: HeatGrid, electrodes: readonly Electrode[]): Embedding => {
  const draft = draftOf(grid, electrodes.length);
  electrodes.forEach(({ shape }, electrode) => embedShape(draft, shape, electrode));
  const embedding = finished(draft);
  return {
    ...embedding,
    contacts: embedding.contacts.map((contacts, electrode) => {
      const { shape } = electrodes[electrode];
      if (shape.kind !== 'needle') return contacts;
      return { ...contacts, shares: coatShares(grid, shape, contacts) };
    }),
  };
};
